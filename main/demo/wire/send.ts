import type { ServerResponse } from 'node:http';
import type { Reply, StreamedBody } from './call.ts';
import type { Fault } from './faults.ts';

/** An answer that is ready to be sent. */
export interface WireReply {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  stream: StreamedBody | null;
}

/** Joins the bytes of a reply. */
export function wireReplyOf(reply: Reply, headers: Record<string, string>): WireReply {
  const bytes = bytesOf(reply);
  const hasBody = reply.stream !== undefined || (bytes.length > 0 && reply.status !== 204);
  const mediaType = reply.mediaType ?? (reply.stream ? 'text/event-stream' : 'application/json; charset=utf-8');
  return {
    status: reply.status,
    headers: { ...headers, ...reply.headers, ...(hasBody ? { 'content-type': mediaType } : {}) },
    bytes: hasBody ? bytes : Buffer.alloc(0),
    stream: reply.stream ?? null,
  };
}

function bytesOf(reply: Reply): Buffer {
  if (reply.bytes) return reply.bytes;
  if (reply.parts) return Buffer.concat(reply.parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return reply.json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(reply.json));
}

/** Sends an answer, changed by a fault that concerns its bytes. Resolves at its end, or when the caller hangs up. */
export function send(response: ServerResponse, reply: WireReply, fault: Fault | null): void {
  if (fault?.kind === 'trickle') trickle(response, reply, fault.everyMs);
  else if (fault?.kind === 'cut') cut(response, reply);
  else if (fault?.kind === 'huge') fill(response, reply, fault.bytes ?? 100_000_000);
  else if (reply.stream) streamed(response, reply, reply.stream);
  else whole(response, damaged(reply, fault));
}

/** The answer with its bytes or their media type damaged, as the fault says. */
function damaged(reply: WireReply, fault: Fault | null): WireReply {
  if (fault?.kind === 'malformed-json') return { ...reply, bytes: Buffer.from('{"message": <html><body>Bad Gateway') };
  if (fault?.kind === 'truncated-json') return { ...reply, bytes: reply.bytes.subarray(0, Math.floor(reply.bytes.length / 2)) };
  if (fault?.kind === 'other-json') return { ...reply, bytes: Buffer.from(JSON.stringify(fault.json)) };
  if (fault?.kind === 'media-type') return { ...reply, headers: { ...reply.headers, 'content-type': fault.mediaType } };
  return reply;
}

function whole(response: ServerResponse, { status, headers, bytes }: WireReply): void {
  const length = status === 204 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(status, { ...headers, ...length });
  response.end(bytes.length > 0 ? bytes : undefined);
}

/** Repeats until `step` is done or the caller hangs up. The timer never keeps a process alive. */
function repeat(response: ServerResponse, everyMs: number, step: () => boolean): void {
  const timer = setInterval(() => {
    if (step()) clearInterval(timer);
  }, everyMs);
  timer.unref();
  response.once('close', () => clearInterval(timer));
}

function trickle(response: ServerResponse, { status, headers }: WireReply, everyMs: number): void {
  response.writeHead(status, headers);
  response.write(' ');
  repeat(response, everyMs, () => {
    response.write(' ');
    return false;
  });
}

function cut(response: ServerResponse, { status, headers, bytes }: WireReply): void {
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length + 1) });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.destroy());
}

const filling = Buffer.alloc(1_000_000, ' ');

function fill(response: ServerResponse, { status, headers, bytes }: WireReply, size: number): void {
  response.writeHead(status, { ...headers, 'content-length': String(Math.max(size, bytes.length)) });
  let left = Math.max(0, size - bytes.length);
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      const piece = filling.subarray(0, Math.min(left, filling.length));
      left -= piece.length;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    // Blanks before the JSON keep it valid, so only a limit on the size can refuse it.
    if (!response.destroyed) response.end(bytes);
  };
  more();
}

function streamed(response: ServerResponse, { status, headers }: WireReply, { pieces, everyMs }: StreamedBody): void {
  response.writeHead(status, { ...headers, 'cache-control': 'no-cache' });
  const waiting = [...pieces];
  const step = (): boolean => {
    const piece = waiting.shift();
    if (piece === undefined) {
      response.end();
      return true;
    }
    response.write(piece);
    return false;
  };
  step();
  repeat(response, everyMs, step);
}
