import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { root } from '../setup/folders.mjs';
import { fingerprint } from './fingerprint.ts';
import { type Part, parts } from './parts.ts';

const recordOfOut = 'out/.built.json';

export interface BuildResult {
  /** Names of the parts that were made this time, with the milliseconds each took. */
  made: { name: string; durationMs: number }[];
}

/** Names every part that could not be made, with the reason. The others are kept. */
export class BuildError extends Error {
  readonly made: BuildResult['made'];

  constructor(failures: readonly string[], made: BuildResult['made']) {
    super(`The build failed.\n${failures.join('\n')}`);
    this.name = 'BuildError';
    this.made = made;
  }
}

/**
 * Makes every part whose sources changed since it was last made. Rejects with a BuildError when one cannot be made.
 * @param record where it is noted what was made out of what
 */
export async function buildAll(wanted: readonly Part[] = parts, record = recordOfOut): Promise<BuildResult> {
  const built = readRecord(record);
  const stale = wanted
    .map((part) => ({ part, hash: fingerprint(part.sources) }))
    .filter(({ part, hash }) => built[part.name] !== hash || !existsSync(resolve(root, part.result)));
  const made: BuildResult['made'] = [];
  const failures: string[] = [];
  // One after the other: the bundler uses all cores by itself.
  for (const { part, hash } of stale) {
    try {
      made.push({ name: part.name, durationMs: await makePart(part) });
      // Read again: another build may have finished a part meanwhile.
      const noted = { ...readRecord(record), [part.name]: hash };
      mkdirSync(dirname(resolve(root, record)), { recursive: true });
      writeFileSync(resolve(root, record), `${JSON.stringify(noted, null, 2)}\n`);
    } catch (error) {
      failures.push(`${part.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0) throw new BuildError(failures, made);
  return { made };
}

async function makePart(part: Part): Promise<number> {
  const missing = part.entries.filter((path) => !existsSync(resolve(root, path)));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is missing`);
  const start = performance.now();
  const making = resolve(root, 'out', `.making-${process.pid}-${part.name.replaceAll(/\W+/g, '-')}`);
  try {
    await asProduction(() => part.make(making));
    swapIn(making, part);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return performance.now() - start;
}

/** What is made appears at once or not at all: a host that runs meanwhile never sees half of it. */
function swapIn(making: string, { output, result }: Part): void {
  const target = resolve(root, output);
  const isFile = output === result;
  const made = isFile ? resolve(making, basename(output)) : making;
  if (!existsSync(isFile ? made : resolve(making, relative(output, result)))) throw new Error(`${result} was not written`);
  mkdirSync(dirname(target), { recursive: true });
  if (!isFile) rmSync(target, { recursive: true, force: true });
  renameSync(made, target);
}

/** A shell or a test runner may have named another environment, and the page would be built with React's development half. */
async function asProduction(make: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await make();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

function readRecord(record: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(resolve(root, record), 'utf8'));
  } catch {
    return {};
  }
}
