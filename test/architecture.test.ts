import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintImports, lintImportsFile } from '../scripts/check/lint-imports.ts';
import vitestConfig from '../vitest.config.ts';
import { lintOf } from './architecture/lint.ts';
import {
  cycles,
  emptyNamesIn,
  folderCycles,
  forbiddenImports,
  isLengthDeclared,
  lineCount,
  longFile,
  tooLongFile,
} from './architecture/rules.ts';
import { parseSource, readSources, root } from './architecture/source-files.ts';

const sources = readSources();
const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

const refused = [
  ['preload/contract/view.ts', "import { app } from 'electron'"],
  ['preload/contract/view.ts', "import type { Ports } from '../../main/core/ports.ts'"],
  ['main/core/buoy.ts', "import { readFile } from 'node:fs/promises'"],
  ['main/core/digitalocean/client.ts', "export type { Agent } from 'undici'"],
  ['main/core/buoy.ts', "const demo = await import('../demo/server.ts')"],
  ['main/demo/server.ts', "import { pace } from '../core/digitalocean/pacer.ts'"],
  ['main/demo/server.ts', "import { callChecked } from '../core/digitalocean/catalogue/call.ts'"],
  ['main/electron/index.ts', "import { serve } from '../web/server.ts'"],
  ['main/web/index.ts', "import 'electron'"],
  ['preload/electron.ts', "import { connect } from './browser.ts'"],
  ['preload/browser.ts', "import { readFile } from 'node:fs'"],
  ['renderer/main.tsx', "import { request } from 'undici'"],
  ['renderer/main.tsx', "import { reduce } from '../main/core/state/reduce.ts'"],
  ['scripts/setup/say.mjs', "import { z } from 'zod'"],
] as const;

/** Lint does not check types, and knows nothing about files that are in no part. */
const refusedByTestAlone = [
  ['main/core/buoy.ts', "type Tray = import('../electron/tray.ts').Tray"],
  ['somewhere/else.ts', "import 'node:fs'"],
] as const;

const allowed = [
  ['main/core/digitalocean/sending/routes.ts', "import { Agent } from 'undici'"],
  ['main/demo/server.ts', "import account from '../core/digitalocean/catalogue/tags/account.json' with { type: 'json' }"],
  ['main/electron/tray/tray.ts', "import { Tray } from 'electron/main'"],
  ['renderer/main.tsx', "import { createRoot } from 'react-dom/client'"],
] as const;

describe('the import table', () => {
  it('holds for every file, type-only imports included', () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });

  it.each([...refused, ...refusedByTestAlone])('refuses in %s: %s', (path, text) => {
    expect(forbiddenImports([parseSource(path, text)])).toHaveLength(1);
  });

  it.each(allowed)('allows in %s: %s', (path, text) => {
    expect(forbiddenImports([parseSource(path, text)])).toEqual([]);
  });
});

describe('lint', () => {
  it('has the rules that the table makes (`npm run check -- --write` writes them)', () => {
    expect(readFileSync(resolve(root, lintImportsFile), 'utf8')).toBe(lintImports());
  });

  it('refuses exactly what the table refuses', () => {
    const found = lintOf([...refused, ...allowed]).map(({ sample }) => sample?.join(': '));
    expect(found.sort()).toEqual(refused.map((sample) => sample.join(': ')).sort());
  });

  it('gives the reason, and allows IPC only in the bridge files', () => {
    const found = lintOf([
      ['main/core/buoy.ts', "import { Tray } from 'electron/main'"],
      ['main/web/index.ts', "import { compose } from '../electron/compose.ts'"],
      ['renderer/main.tsx', "import Ajv from 'ajv'"],
      ['main/electron/tray/tray.ts', "import { ipcMain } from 'electron'"],
      ['main/electron/windows/bridge.ts', "import { ipcMain } from 'electron'"],
      ['preload/electron.ts', "import { ipcRenderer } from 'electron'"],
    ]);
    expect(Object.fromEntries(found.map(({ sample, message }) => [sample?.[0], message]))).toEqual({
      'main/core/buoy.ts': 'Only main/electron and preload/electron.ts import Electron.',
      'main/web/index.ts': 'The hosts are peers, and the page is on the other side of the bridge.',
      'renderer/main.tsx': expect.stringContaining('does not give this package to this part'),
      'main/electron/tray/tray.ts': 'Only the bridge files use IPC, through the contract.',
    });
  });
});

describe('the import graph', () => {
  it('covers the borders of every part', () => {
    const paths = sources.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['main/core/ports.ts', 'preload/contract/schema.ts', 'scripts/setup.mjs', 'vitest.config.ts']),
    );
  });

  it('has no cycle', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('shows a cycle when three files import each other, once through a type', () => {
    const ring = [
      parseSource('main/core/a.ts', "import { b } from './b.ts'"),
      parseSource('main/core/b.ts', "export type { C } from './c.ts'"),
      parseSource('main/core/c.ts', "const a = await import('./a.ts')"),
    ];
    expect(cycles(ring)).toEqual(['main/core/a.ts → main/core/b.ts → main/core/c.ts → main/core/a.ts']);
  });

  it('has no cycle of folders', () => {
    expect(folderCycles(sources.filter(({ path }) => !path.startsWith('test/')))).toEqual([]);
  });

  it('finds a cycle of folders even if no files form a cycle', () => {
    const ring = [
      parseSource('main/core/view/rows.ts', "import { labelOf } from '../names/label.ts'"),
      parseSource('main/core/names/label.ts', ''),
      parseSource('main/core/names/order.ts', "import type { Row } from '../view/row.ts'"),
      parseSource('main/core/view/row.ts', ''),
      parseSource('main/core/ports.ts', "import type { Row } from './view/row.ts'"),
    ];
    expect(folderCycles(ring)).toEqual(['main/core/view → main/core/names → main/core/view']);
  });

  it('names a file for every relative import', () => {
    const dangling = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target !== null && !/\.(ts|tsx|mjs|js|json|css|svg|png)$/.test(target))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(dangling).toEqual([]);
  });
});

describe('the core', () => {
  const core = sources.filter(({ path }) => path.startsWith('main/core/'));

  it('takes time and random numbers only from its ports', () => {
    expect(
      core.filter(({ worldReads }) => worldReads.length > 0).map(({ path, worldReads }) => `${path}: ${worldReads.join(', ')}`),
    ).toEqual([]);
  });

  it('is caught when it reads the clock', () => {
    const { worldReads } = parseSource(
      'main/core/x.ts',
      'const a = Date.now() + Math.random(); const b = new Date(); const c = new Date(a);',
    );
    expect(worldReads).toEqual(['Date.now()', 'Math.random()', 'new Date()']);
  });
});

describe('file names and sizes', () => {
  it('have no name that says nothing about the file', () => {
    expect(emptyNamesIn(sources)).toEqual([]);
    expect(emptyNamesIn([parseSource('main/core/utils.ts', ''), parseSource('renderer/common/x.ts', '')])).toHaveLength(2);
  });

  it('stay within 400 lines, or say at the top why not', () => {
    const long = sources.filter((file) => lineCount(file) > longFile && !isLengthDeclared(file));
    for (const file of long) console.warn(`${file.path} has ${lineCount(file)} lines: which second duty moved in?`);
    expect(long.filter((file) => lineCount(file) > tooLongFile).map(({ path }) => path)).toEqual([]);
  });

  it('have a median of at most 120 lines', () => {
    const lengths = sources.map(lineCount).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120);
  });
});

describe('the tests', () => {
  it('each belong to one of the projects', () => {
    const projects = vitestConfig.test?.projects ?? [];
    const include = projects.flatMap((project) =>
      typeof project === 'object' && 'test' in project ? (project.test?.include ?? []) : [],
    );
    const run = new Set(globSync(include, { cwd: root }));
    expect(globSync('test/**/*.test.{ts,tsx}', { cwd: root }).filter((path) => !run.has(path))).toEqual([]);
    expect(globSync('{main,preload,renderer,scripts,bench}/**/*.{test,spec}.{ts,tsx}', { cwd: root })).toEqual([]);
  });

  // Others share what they import, so a module may be there before it is mocked.
  it('that mock a module say so in their name', () => {
    const mocking = globSync('test/**/*.test.{ts,tsx}', { cwd: root }).filter((path) =>
      /^\s*vi\.(do)?[mM]ock\(|^\s*vi\.resetModules\(/m.test(readFileSync(resolve(root, path), 'utf8')),
    );
    expect(mocking).not.toEqual([]);
    expect(mocking.filter((path) => !path.includes('.mocked.'))).toEqual([]);
  });
});

describe('the packages', () => {
  it('are locked by content, without the address of any registry', () => {
    const entries: [string, { resolved?: string; integrity?: string }][] = Object.entries(lock.packages);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([path, { integrity }]) => path !== '' && integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  it('are locked for every system, including systems other than the one that wrote the lock', () => {
    const entries: [string, { optionalDependencies?: Record<string, string> }][] = Object.entries(lock.packages);
    const names = new Set(
      Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
    );
    expect(
      entries.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {})).filter((name) => !names.has(name)),
    ).toEqual([]);
  });

  it('are named by exact versions, the same as in the lock', () => {
    const wanted: [string, string][] = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });
});
