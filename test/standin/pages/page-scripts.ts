import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { Script } from 'node:vm';
import type { PreloadFacts } from '../page/preload-world.ts';

/** The stand-in's sources for a page as text that a browser can run: without types, imports and exports. */
function pageSource(...names: string[]): string {
  return names
    .map((name) => stripTypeScriptTypes(readFileSync(new URL(`../page/${name}.ts`, import.meta.url), 'utf8')))
    .join('\n')
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '');
}

const insideTopFrame = 'if (window === window.top && location.protocol === "https:")';

export function mainWorldScript(): string {
  return `(() => { ${insideTopFrame} { ${pageSource('codec', 'crossing', 'main-world')}\nstartMainWorld(); } })();`;
}

/** Names that a sandboxed preload finds in scope: it is compiled as the body of a function with these parameters. */
const names = ['require', 'process', 'module', 'exports', 'global'];

export function preloadWorldScript(preload: string, facts: PreloadFacts): string {
  const body = `(function (${names.join(', ')}) { ${preload}\n})`;
  return `(() => { ${insideTopFrame} { ${pageSource('codec', 'crossing', 'preload-world')}
    startPreloadWorld(${JSON.stringify(facts)}, (names) => ${body}(${names.map((name) => `names.${name}`).join(', ')}));
  } })();`;
}

/** Why a preload does not compile, for example because of an import statement or a top-level await. `null`: it compiles. */
export function whyNotAPreload(preload: string): string | null {
  try {
    new Script(`(function (${names.join(', ')}) { ${preload}\n})`);
    return null;
  } catch (error) {
    return String(error);
  }
}
