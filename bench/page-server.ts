import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadIndex } from '../main/core/digitalocean/catalogue/load.ts';
import { contentTypeOf } from '../main/host/page-files.ts';
import type { FullView } from '../preload/contract/view.ts';

/** The data with which a page of the bench is opened. */
export interface PageData {
  view: FullView;
  /** The rows of every family. */
  items: Record<string, unknown>[];
}

const folder = join(import.meta.dirname, '../out/renderer');
/** Serves the built page on loopback, and data beside it as `NAME.json`. Build the page first. */
export async function servePage(data: Record<string, PageData>): Promise<{ url: string; close(): void }> {
  const catalogue = JSON.stringify(await loadIndex());
  const texts = new Map(Object.entries(data).map(([name, one]) => [`/${name}.json`, JSON.stringify(one)]));
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
    const text = path === '/catalogue.json' ? catalogue : texts.get(path);
    if (text !== undefined) return void response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': contentTypeOf(file) ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
