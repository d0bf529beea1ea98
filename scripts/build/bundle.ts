import { resolve } from 'node:path';
import { root } from '../setup/folders.mjs';

/** Stay outside of bundles: Electron brings its own module, and a native module is a file that must lie on disk. */
const external = ['electron', '@napi-rs/keyring'];

const quiet = { configFile: false, logLevel: 'warn', publicDir: false } as const;

/** The page, for both hosts: relative addresses, no inline script, style or data URL, so that a strict CSP holds. */
export async function bundlePage({ folder, into }: { folder: string; into: string }): Promise<void> {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    ...quiet,
    root: resolve(root, folder),
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(root, into),
      emptyOutDir: true,
      target: 'es2024',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license: { fileName: 'third-party-licenses.md' },
      chunkSizeWarningLimit: 1500,
    },
  });
}

/**
 * Code of the main side, for Node 24 or Electron: all packages bundled, since that starts faster than resolving them.
 * Dynamic imports stay apart and load when wanted. All files lie in one folder, so that one entry can name another by
 * `new URL('./name.js', import.meta.url)`.
 */
export async function bundleForNode({ entries, into }: { entries: Record<string, string>; into: string }): Promise<void> {
  const { build } = await import('vite');
  await build({
    ...quiet,
    root,
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      outDir: resolve(root, into),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      license: { fileName: 'third-party-licenses.md' },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, resolve(root, path)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** A preload is one file: a sandboxed one cannot require its neighbours, and the browser's must run before the page. */
export async function bundlePreload(options: {
  entry: string;
  format: 'cjs' | 'iife';
  into: string;
  fileName: string;
}): Promise<void> {
  const { build } = await import('vite');
  await build({
    ...quiet,
    root,
    build: {
      outDir: resolve(root, options.into),
      emptyOutDir: false,
      target: 'es2024',
      minify: true,
      lib: {
        entry: resolve(root, options.entry),
        formats: [options.format],
        name: 'buoyPreload',
        fileName: () => options.fileName,
      },
      rolldownOptions: { external: ['electron'] },
    },
  });
}
