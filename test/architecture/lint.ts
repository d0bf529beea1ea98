import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { root } from './source-files.ts';

/** The path of one of Buoy's files, and an import in it. */
export type ImportSample = readonly [path: string, text: string];

/** Which of these imports lint refuses under the repository's settings, and what it says. */
export function lintOf(samples: readonly ImportSample[]): { sample: ImportSample | undefined; message: string }[] {
  const folder = temporaryFolder();
  for (const name of ['biome.json', 'biome.imports.json', '.gitignore']) cpSync(join(root, name), join(folder, name));
  for (const [path, lines] of Map.groupBy(samples, ([path]) => path)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines.map(([, text]) => `${text}\n`).join(''));
  }
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github'];
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  return [...stdout.matchAll(/file=(.+?),line=(\d+),.*?::(.*)/g)].map(([, file = '', line, message = '']) => {
    const inFile = samples.filter(([path]) => file.replaceAll('\\', '/').endsWith(`/${path}`));
    return { sample: inFile[Number(line) - 1], message };
  });
}
