import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { VitestTally } from './scripts/test/vitest-tally.ts';

/**
 * When a test counts as hanging, in milliseconds: unit tests never wait, those over sockets have some reason to. Both leave
 * room for a machine that is busy with other things.
 */
const quickMs = 15_000;
const slowMs = 30_000;

/** Tests that put something else in the place of a module. They are a project of their own, because most others share modules. */
const mocked = 'test/**/*.mocked.test.*';

const project = (name: string, include: string[], testTimeout: number) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: slowMs, exclude: include.includes(mocked) ? [] : [mocked] },
});

/** Electron's adapters run over the stand-in: in plain Node the real package would start a download. */
const withStandin = <P extends ReturnType<typeof project>>(given: P) => ({
  ...given,
  resolve: { alias: { electron: resolve(import.meta.dirname, 'test/standin/electron.ts') } },
});

/** What a page needs besides: a browser's gaps filled, and an end of what was drawn. */
const drawn = <P extends ReturnType<typeof project>>(given: P) => ({
  ...given,
  test: { ...given.test, environment: 'jsdom', setupFiles: ['test/page-in-jsdom.ts'] },
});

/** Nothing of one file is left for the next, so the files of a worker share what they import. A page leaves focus and timers. */
const together = <P extends ReturnType<typeof project>>(given: P) => ({ ...given, test: { ...given.test, isolate: false } });

/** Set by `npm test`, which adds the counts up. */
const tally = process.env.BUOY_TALLY;

export default defineConfig({
  test: {
    reporters: tally ? ['default', new VitestTally(tally)] : ['default'],
    // One more than there are cores: the tests of hosts and keyrings mostly wait for another process.
    maxWorkers: availableParallelism() + 1,
    // A person's settings must not decide what tests see, and electron-builder's loader keeps no cache in the temp folder.
    env: { TZ: 'UTC', LANG: 'en_US.UTF-8', JITI_FS_CACHE: 'false' },
    setupFiles: ['test/fixed-seed.ts', 'test/clean-up.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      project('repository', ['test/*.test.ts'], slowMs),
      drawn(project('page', ['test/unit/**/*.test.tsx'], quickMs)),
      together(project('unit', ['test/unit/**/*.test.ts'], quickMs)),
      together(project('contract', ['test/contract/**/*.test.ts'], slowMs)),
      drawn(project('mocked', [mocked], slowMs)),
      withStandin(project('hosts', ['test/hosts/**/*.test.ts', 'test/standin/**/*.test.ts'], slowMs)),
      together(project('faults', ['test/faults/**/*.test.ts', 'test/demo/**/*.test.ts'], slowMs)),
      drawn(project('page-on-core', ['test/integration/page/**/*.test.ts', 'test/integration/page/**/*.test.tsx'], slowMs)),
      together(project('integration', ['test/integration/!(page)/**/*.test.ts', 'test/integration/*.test.ts'], slowMs)),
      project('keychain', ['test/keychain/**/*.test.ts'], slowMs),
      project('packaging', ['test/packaging/**/*.test.ts'], slowMs),
      project('smoke', ['test/smoke/**/*.test.ts'], slowMs),
    ],
  },
});
