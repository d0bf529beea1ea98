import type { SecretScrubber } from '../secret-scrubber.ts';
import type { WireAnswer } from '../transport-port.ts';
import { joinBytes } from './answer-body.ts';

/** The body has more bytes than the request's bounds allow. */
export class TooLarge extends Error {}

/** A body as it arrived; `length` is the sum of its pieces in bytes. */
export interface BodyBytes {
  chunks: readonly Uint8Array[];
  length: number;
}

/**
 * Reads the whole body. Throws `TooLarge`, or what `see` throws, and leaves the rest unread.
 * @param see looks at each piece as it arrives
 */
export async function readBytes(wire: WireAnswer, maximumBytes: number, see?: (chunk: Uint8Array) => void): Promise<BodyBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of wire.body) {
    length += chunk.byteLength;
    if (length > maximumBytes) throw new TooLarge();
    see?.(chunk);
    chunks.push(chunk);
  }
  return { chunks, length };
}

/** An error of the API has some hundred bytes. Pages of something in between have more, but nobody reads those. */
const mostErrorBytes = 64 * 1024;

/** Reads the body of an error, of a longer one only the beginning. */
export async function readErrorBytes(wire: WireAnswer): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of wire.body) {
    length += chunk.byteLength;
    chunks.push(chunk);
    if (length > mostErrorBytes) break;
  }
  return joinBytes(chunks, length);
}

export interface StreamReading {
  maximumBytes: number;
  scrubber: SecretScrubber;
  /** Takes the text line by line, or several lines at once, as they are complete: a secret may be cut by the pieces that arrive. */
  onChunk: ((text: string) => void) | undefined;
  /** Called with every piece that arrives. */
  onLife: () => void;
}

/** Reads a stream of events to its end, and returns all of its text. Throws `TooLarge`. */
export async function readStream(wire: WireAnswer, { maximumBytes, scrubber, onChunk, onLife }: StreamReading): Promise<string> {
  // A decoder of its own, because a character may be split over two chunks.
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  let unfinished = '';
  const hand = (piece: string): void => {
    if (piece === '') return;
    const clean = scrubber.scrub(piece);
    text += clean;
    onChunk?.(clean);
  };
  for await (const chunk of wire.body) {
    length += chunk.byteLength;
    if (length > maximumBytes) throw new TooLarge();
    onLife();
    const piece = decoder.decode(chunk, { stream: true });
    const end = piece.lastIndexOf('\n') + 1;
    if (end === 0) {
      unfinished += piece;
      continue;
    }
    hand(unfinished + piece.slice(0, end));
    unfinished = piece.slice(end);
  }
  hand(unfinished + decoder.decode());
  return text;
}

/** Ends the exchange without reading the body: leaving the loop tells the transport. */
export async function leave(wire: WireAnswer): Promise<void> {
  for await (const _chunk of wire.body) break;
}
