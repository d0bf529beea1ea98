import { prepareBrowser } from './browser.mjs';
import { prepareKeyring } from './keyring.mjs';

/**
 * @typedef {object} Task
 * @property {string[]} command what Node 24 runs
 * @property {(args: string[]) => Record<string, string>} [prepare] installs what the task needs beyond packages; returns
 *   variables for its environment
 */

/** @type {Record<string, Task>} */
export const tasks = {
  demo: { command: ['scripts/launch/index.ts', '--demo'] },
  start: { command: ['scripts/launch/index.ts'] },
  dev: { command: ['scripts/dev/index.ts'] },
  build: { command: ['scripts/build/index.ts'] },
  check: { command: ['scripts/check/index.ts'] },
  test: { command: ['scripts/test/index.ts'], prepare: () => ({ ...prepareKeyring(), ...prepareBrowser() }) },
  unit: { command: ['scripts/test/index.ts', '--unit'] },
  e2e: { command: ['scripts/test/index.ts', '--e2e'], prepare: () => prepareBrowser() },
  jobs: { command: ['scripts/test/index.ts', '--jobs'], prepare: () => prepareBrowser() },
  bench: { command: ['bench/index.ts'], prepare: () => prepareBrowser() },
  call: { command: ['scripts/call.ts'] },
  'coverage:api': { command: ['scripts/coverage-api/index.ts'] },
  sabotage: { command: ['scripts/sabotage/index.ts'], prepare: () => prepareBrowser() },
  package: { command: ['scripts/package/index.ts'] },
};
