import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/*
 * The server's half of WebSocket as far as logs need it: it agrees, sends text, and closes. What the caller sends is only looked
 * at for its goodbye. https://www.rfc-editor.org/rfc/rfc6455
 */

/** Joined to the caller's key, its hash proves that the server speaks the protocol. */
const proof = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 0x1, binary: 0x2, close: 0x8 } as const;

/** Agrees to speak WebSocket. `onEnd` is called once the caller is gone. */
export function accept(request: IncomingMessage, socket: Duplex, onEnd: () => void): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const answer = createHash('sha1').update(`${key}${proof}`).digest('base64');
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'upgrade: websocket',
    'connection: Upgrade',
    `sec-websocket-accept: ${answer}`,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.on('data', (bytes: Buffer) => {
    if (((bytes[0] ?? 0) & 0x0f) === opcodes.close) socket.end();
  });
  socket.once('end', () => socket.end());
  socket.once('close', onEnd);
}

/** Refuses with a status, as a server does that speaks HTTP alone. */
export function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
}

/** A message as it is sent: one frame, not masked. */
export function frameOf(message: string | Buffer, kind: keyof typeof opcodes = 'text'): Buffer {
  const body = typeof message === 'string' ? Buffer.from(message) : message;
  return Buffer.concat([head(opcodes[kind], body.length), body]);
}

/** Only the head of a message that would be that long. */
export const headOf = (length: number): Buffer => head(opcodes.text, length);

function head(opcode: number, length: number): Buffer {
  const first = 0x80 | opcode;
  if (length < 126) return Buffer.from([first, length]);
  const bytes = Buffer.alloc(length < 65_536 ? 4 : 10);
  bytes[0] = first;
  bytes[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) bytes.writeUInt16BE(length, 2);
  else bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}

/** The goodbye of a server that has said everything. */
export const goodbye = (): Buffer => frameOf(Buffer.from([0x03, 0xe8]), 'close');
