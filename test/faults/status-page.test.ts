import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createTransport } from '../../main/core/digitalocean/sending/transport.ts';
import { readPage } from '../../main/core/incidents/read-page.ts';
import { createFakeClock } from '../doubles/core/fake-clock.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(listener: RequestListener) {
  const transport = createTransport();
  const page = await readPage({ transport, clock: createFakeClock() }, await serve(listener));
  await transport.close();
  return page;
}

const summary = JSON.stringify({ incidents: [{ id: 'i1', name: 'Slow volumes', status: 'identified', components: [] }] });

describe('the status page over a socket', () => {
  it('is what it says', async () => {
    expect(await read((_, answer) => answer.end(summary))).toMatchObject([{ id: 'i1', title: 'Slow volumes' }]);
  });

  it.each<[string, RequestListener]>([
    [
      'is a page for people',
      (_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Oops</title>'),
    ],
    ['is too large', (_, answer) => answer.end(`${summary.slice(0, -1)},"x":"${'x'.repeat(3_000_000)}"}`)],
    ['nests without end', (_, answer) => answer.end('['.repeat(1_000_000))],
    ['is no UTF-8', (_, answer) => answer.end(Buffer.from([0xff, 0xfe, 0x7b]))],
    ['is an error', (_, answer) => answer.writeHead(500).end(summary)],
    ['is nothing', (_, answer) => answer.end()],
    [
      'ends in the middle',
      (_, answer) => {
        answer.writeHead(200, { 'content-length': '5000' });
        answer.write(summary, () => answer.destroy());
      },
    ],
  ])('is not read when it %s', async (_case, listener) => {
    expect(await read(listener)).toBeNull();
  });

  it('does not lead to another address', async () => {
    let others = 0;
    const other = await serve((_, answer) => {
      others += 1;
      answer.end(summary);
    });
    expect(await read((_, answer) => answer.writeHead(302, { location: `${other}/api/v2/summary.json` }).end())).toBeNull();
    expect(others).toBe(0);
  });
});
