import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer, type Plugin, type ProxyOptions } from 'vite';
import { root } from '../setup/folders.mjs';

/** What the page asks its host for; everything else is the page itself. */
const hostPaths = ['/session', '/events', '/call', '/download', '/preload.js'];

export interface PageServer {
  /** Loads the page anew, in every browser that shows it. */
  reload(): void;
  close(): Promise<void>;
}

/** Serves the page from its sources, and hands its calls to the web host on `hostPort`, both on loopback. */
export async function servePage(port: number, hostPort: number): Promise<PageServer> {
  const server = await createServer({
    configFile: false,
    root: resolve(root, 'renderer'),
    publicDir: false,
    cacheDir: resolve(root, '.cache/vite'),
    logLevel: 'warn',
    plugins: [react(), withPreload],
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      fs: { allow: [root] },
      proxy: Object.fromEntries(hostPaths.map((path) => [path, proxyTo(hostPort)])),
    },
  });
  await server.listen();
  return { reload: () => server.ws.send({ type: 'full-reload' }), close: () => server.close() };
}

/** The web host puts its bridge in front of the page; so does this. */
const withPreload: Plugin = {
  name: 'buoy-preload',
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: '/preload.js' }, injectTo: 'head-prepend' }],
};

/** The host answers nobody but its own address, so requests arrive under that name. */
function proxyTo(hostPort: number): ProxyOptions {
  const target = `http://127.0.0.1:${hostPort}`;
  return {
    target,
    changeOrigin: true,
    configure: (proxy) => proxy.on('proxyReq', (request) => request.hasHeader('origin') && request.setHeader('origin', target)),
  };
}
