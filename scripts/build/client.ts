import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../setup/folders.mjs';

/**
 * What undici loads and this client never uses: HTTP/2 (switched off), its experimental parser, form bodies and fetch's own. An empty module in their
 * place saves a third of the time that the first request of a short script waits.
 */
const unused = /[\\/]undici[\\/]lib[\\/](dispatcher[\\/]client-h2|milo[\\/].+|web[\\/].+|core[\\/]socks5.*)\.js$/;

const withoutUnused: Plugin = {
  name: 'without-unused-undici',
  enforce: 'pre',
  load: (id) => (unused.test(id) ? 'module.exports = {}' : null),
};

/** Makes the API client for scripts, minified, with everything it needs inside: `index.js` in the folder `into`. */
export async function buildClient(into: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root,
    plugins: [withoutUnused],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: into,
      emptyOutDir: true,
      target: 'node24',
      minify: true,
      rolldownOptions: {
        // The contract's schemas are not used here; without this the whole schema library comes along.
        treeshake: { manualPureFunctions: ['z'] },
        input: { index: resolve(root, 'scripts/client/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
