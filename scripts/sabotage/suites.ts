import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../setup/folders.mjs';

export type SuiteName = 'adapters' | 'product' | 'contract' | 'packages' | 'units';

/** What Vitest runs. Tests of the stand-in itself are in none, because they use nothing of Buoy. */
export const suites: Readonly<Record<SuiteName, readonly string[]>> = {
  /** Electron's adapters, from their sources. */
  adapters: ['--project', 'hosts', 'test/hosts/electron/', '--exclude', '**/product.test.ts'],
  /** The built bundles in Chromium. They are built first. */
  product: ['--project', 'hosts', 'test/hosts/electron/product.test.ts'],
  /** Preload and host together, as the page sees them. */
  contract: ['--project', 'mocked', 'test/contract/electron.mocked.test.ts'],
  /** The packages' configuration and content. */
  packages: ['--project', 'repository', '--project', 'packaging', 'test/packaging'],
  /** What the hosts and the scripts share with nothing of Electron's. */
  units: [
    '--project',
    'unit',
    '--project',
    'mocked',
    'test/unit/host',
    'test/unit/electron',
    'test/unit/scripts',
    'test/unit/preload',
  ],
};

/**
 * The tests beside an adapter, which notice most: what Vitest runs before all adapters. The adapter's own if it has them, or
 * those of its folder; `null`: neither.
 */
export function nearestTests(file: string): readonly string[] | null {
  const path = file.replace(/^main\//, 'test/hosts/').replace(/\.ts$/, '.test.ts');
  if (path.startsWith('test/hosts/electron/') && existsSync(resolve(root, path))) return ['--project', 'hosts', path];
  const folder = /^test\/hosts\/electron\/(tray|windows|system)\//.exec(path)?.[0];
  return folder === undefined ? null : ['--project', 'hosts', folder];
}
