import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { contentSecurityPolicy } from '../../main/host/page-files.ts';
import { pageConfig } from '../build/environments.ts';
import { root } from '../setup/folders.mjs';

/** What the page asks the web host for. Everything else belongs to the page itself. */
const hostPaths = '^/(hello|session|events|call|download)\\b';

export interface PageServerOptions {
  /** Address on loopback. The page's own socket, which tells it what changed, uses it too. */
  port: number;
  /** For the browser: the bridge that runs before the page, and the port of the web host. `null`: for Electron. */
  web: { preload: string; port: number } | null;
}

/** Serves the page from its sources, under the hosts' own policy plus what hot updates need. */
export async function servePage({ port, web }: PageServerOptions): Promise<ViteDevServer> {
  const nonce = randomBytes(16).toString('base64url');
  const server = await createServer({
    ...pageConfig,
    cacheDir: resolve(root, '.cache/vite'),
    plugins: [react(), ...(web ? [bridgeOf(web.preload)] : [])],
    html: { cspNonce: nonce },
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      // In Electron the page's address is not this server's.
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: port },
      fs: { allow: [root] },
      headers: { 'content-security-policy': developmentPolicy(nonce, port) },
      proxy: web ? { [hostPaths]: toHost(`http://127.0.0.1:${web.port}`) } : {},
    },
  });
  await server.listen();
  return server;
}

/** The host only answers requests to its own address, so they are sent with that. */
const toHost = (target: string) => ({ target, changeOrigin: true, headers: { origin: target } });

/** React's hot updates start with an inline script and arrive through a socket. */
function developmentPolicy(nonce: string, port: number): string {
  return contentSecurityPolicy(nonce)
    .replace("script-src 'self'", `$& 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `$& ws://127.0.0.1:${port}`);
}

/** Puts the bridge before the page's first script, as the web host does, even while that host is restarting. */
const bridgeOf = (file: string): Plugin => ({
  name: 'buoy-bridge',
  configureServer: ({ middlewares }) =>
    void middlewares.use('/preload.js', async (_request, response, next) => {
      const text = await readFile(file).catch(next);
      if (text) response.setHeader('content-type', 'text/javascript').end(text);
    }),
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: '/preload.js' }, injectTo: 'head-prepend' }],
});
