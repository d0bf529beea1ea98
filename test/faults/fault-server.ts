import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Answers one request, or makes it fail. `index` counts requests from 0, and `text` is the body. */
export type Handler = (request: IncomingMessage & { index: number; text: string }, response: ServerResponse) => void;

export interface FaultServer {
  baseUrl: string;
  /** The requests so far: method and path with query. */
  requests: string[];
  /** Bytes of bodies that were written. */
  bytesOut(): number;
  connections(): number;
  close(): Promise<void>;
}

/** A server on loopback that does what one test wants. Close it when the test ends. */
export async function startFaultServer(handler: Handler): Promise<FaultServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let bytesBefore = 0;
  const server: Server = createServer((request, response) => {
    const index = requests.push(`${request.method} ${request.url}`) - 1;
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => {
      text += piece;
    });
    request.on('end', () => handler(Object.assign(request, { index, text }), response));
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => {
      bytesBefore += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/base`,
    requests,
    bytesOut: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, bytesBefore),
    connections: () => connections,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.end(text);
}

export const account = { account: { email: 'ops@example.com', uuid: 'u-1', status: 'active', droplet_limit: 25 } };

/** An error body as the API writes it. */
export const fault = (id: string) => ({ id, message: `It is ${id}`, request_id: 'r-1' });
