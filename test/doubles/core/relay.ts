import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request with its bytes as they were sent. */
export interface Relayed {
  method: string;
  /** Path and query, not decoded. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A server on loopback that passes everything on to another one unchanged and records what came. */
export interface Relay {
  baseUrl: string;
  /** What came since the last call, oldest first. */
  taken(): Relayed[];
  close(): Promise<void>;
}

/** `target` is the base URL of the server behind it. The caller closes both servers. */
export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  let came: Relayed[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const { method = '', url = '', headers } = request;
    came.push({ method, url, headers, body });
    const onward = ask({ hostname, port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken() {
      const all = came;
      came = [];
      return all;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
