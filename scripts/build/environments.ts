import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions, InlineConfig, Plugin } from 'vite';
import { root } from '../setup/folders.mjs';

const license = { fileName: 'third-party-licenses.md' };

/** The page, for both hosts. It has no inline script, inline style or data URL, so that a strict CSP works. */
const page = (outDir: string): EnvironmentOptions => ({
  build: { outDir, assetsInlineLimit: 0, modulePreload: { polyfill: false }, license, chunkSizeWarningLimit: 1500 },
});

/**
 * Code for Node 24 or Electron. All packages are bundled, because that starts faster than resolving them. Dynamic imports
 * become files of their own, loaded when they are needed. All files are in one folder, so that one entry can name another by
 * `new URL('./name.js', import.meta.url)`.
 */
const forNode = (input: Record<string, string>, build: EnvironmentOptions['build']): EnvironmentOptions => ({
  consumer: 'server',
  input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, resolve(root, path)])),
  // Electron provides its own module, and a native module must be a file on disk. `supports-color` is a package of the
  // development tools, which the updater's `debug` uses where it happens to be installed.
  resolve: { noExternal: true, external: ['electron', '@github/keytar', 'supports-color'] },
  build: {
    target: 'node24',
    ...build,
    rolldownOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      ...build?.rolldownOptions,
    },
  },
});

const host = (outDir: string, index: string) =>
  forNode({ index, 'keychain-worker': 'main/host/keychain-worker.ts' }, { outDir, license });

/** A preload is one file: a sandboxed one cannot require other files, and the browser's one must run before the page. */
const preload = (outDir: string, entry: string, format: 'cjs' | 'iife', fileName: string): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    outDir,
    emptyOutDir: false,
    lib: { entry: resolve(root, entry), formats: [format], name: 'buoyPreload', fileName: () => fileName },
    rolldownOptions: { external: ['electron'] },
  },
});

/**
 * The API client for scripts, minified. It leaves out zod: the client uses none of the contract's schemas, and
 * making them has no side effects.
 */
const apiClient = (outDir: string) =>
  forNode(
    { index: 'scripts/client/index.ts' },
    { outDir, minify: true, rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } } },
  );

/** Modules that a package loads and a part of Buoy never uses, by the part's environment. Empty modules take their place. */
const unused: Readonly<Record<string, RegExp>> = {
  // HTTP/2 (switched off), its experimental parser, form bodies and fetch's own: a third of the wait for the first request of a
  // short script.
  apiClient: /[\\/]undici[\\/]lib[\\/](dispatcher[\\/]client-h2|milo[\\/].+|web[\\/].+)\.js$/,
  // Buses of its own, other ways to a bus than the socket it is given, and reading what objects offer, for which it has a
  // parser of XML: three quarters of it.
  electron:
    /[\\/]dbus-native[\\/]lib[\\/](address|broker|introspect|managed-objects|proxy|server|server-handshake|transport-bun)\.js$/,
};

const withoutUnused: Plugin = {
  name: 'without-unused',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name in unused,
  load(id) {
    return unused[this.environment.name]?.test(id) ? 'module.exports = {}' : null;
  },
};

/** What both the build and the development server know about the page. */
export const pageConfig = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  root: resolve(root, 'renderer'),
} satisfies InlineConfig;

/** Vite's settings for all parts of Buoy: one environment for each folder or file in `out`, which is an absolute path. */
export const buildConfig = (out: string) =>
  ({
    ...pageConfig,
    base: './',
    plugins: [react(), withoutUnused],
    build: { target: 'es2024', emptyOutDir: true },
    builder: { sharedConfigBuild: true },
    environments: {
      /** Vite's own name for the environment that runs in a browser. */
      client: page(resolve(out, 'renderer')),
      electron: host(resolve(out, 'electron'), 'main/electron/index.ts'),
      electronPreload: preload(resolve(out, 'preload'), 'preload/electron.ts', 'cjs', 'electron.cjs'),
      web: host(resolve(out, 'web'), 'main/web/index.ts'),
      webPreload: preload(resolve(out, 'preload'), 'preload/browser.ts', 'iife', 'browser.js'),
      apiClient: apiClient(resolve(out, 'client')),
    },
  }) satisfies InlineConfig;
