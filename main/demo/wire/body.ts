import type { IncomingMessage } from 'node:http';

/** Reads everything that the caller sends, up to 64 MB; the rest is dropped. Resolves even when the caller hangs up. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length <= 64_000_000) pieces.push(piece);
    });
    const done = () => resolve(Buffer.concat(pieces));
    request.once('end', done);
    request.once('error', done);
    request.once('close', done);
  });
}
