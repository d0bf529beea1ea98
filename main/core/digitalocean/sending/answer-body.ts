import { readRateHeaders } from '../pacing/rate-headers.ts';
import type { SecretScrubber } from '../secret-scrubber.ts';
import type { ErrorBody } from './fault.ts';
import { refuseDeep } from './json-bounds.ts';
import { parseJson } from './parse-json.ts';

const decoder = new TextDecoder();

/** The media type of a Content-Type header in lower case, without its parameters; null without a header. */
export function essenceOf(contentType: string | undefined): string | null {
  const essence = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return essence ? essence : null;
}

/** Joins the pieces of a body. `length` is their sum in bytes; a single piece is returned as it is. */
export function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first) return first;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes);

const isJsonType = (mediaType: string): boolean => mediaType === 'application/json' || mediaType.endsWith('+json');
const isTextType = (mediaType: string): boolean => /^text\/|[/+](yaml|x-yaml|xml|csv|x-ndjson|jsonl|javascript)$/.test(mediaType);

export const isReadAsJson = (mediaType: string | null, isJson: boolean): boolean =>
  mediaType === null ? isJson : isJsonType(mediaType);

export interface SuccessFacts {
  mediaType: string | null;
  isJson: boolean;
  scrubber: SecretScrubber;
  /** How many values of JSON a large body has; 0: they were not counted. */
  values: number;
}

/** More values than this are parsed with pauses. */
const manyValues = 40_000;

/**
 * Reads the body of a success by its media type: parsed JSON, text, bytes for anything else, null for an empty body. Without a
 * media type, `isJson` decides: it says that the operation promises JSON. The credential that was sent is not in it, whatever
 * the server repeats. Pauses while it reads much. Throws when promised JSON cannot be parsed,
 * and `TooCrowded` when it is nested too deep.
 */
export function* readSuccess(bytes: Uint8Array, { mediaType, isJson, scrubber, values }: SuccessFacts): Generator<void, unknown> {
  if (bytes.byteLength === 0) return null;
  if (isReadAsJson(mediaType, isJson)) {
    const text = scrubber.scrub(decodeText(bytes));
    // Few values take `JSON.parse` some milliseconds at most, and its own way is the fastest.
    if (values > manyValues) return yield* parseJson(text);
    const value: unknown = JSON.parse(text);
    // What was counted was judged by that, too.
    if (values === 0) refuseDeep(value);
    return value;
  }
  return mediaType === null || isTextType(mediaType) ? scrubber.scrub(decodeText(bytes)) : scrubber.scrubBytes(bytes);
}

/**
 * Whether an answer other than a success comes from the API itself, rather than from a proxy, a firewall or a network's edge.
 * The API counts every request and says so in headers; its error bodies are JSON with an id and a message. Proxies also
 * answer in JSON, with one of them at most.
 */
export function isFromApi(method: string, headers: Readonly<Record<string, string>>, { id, message }: ErrorBody): boolean {
  // An answer to HEAD has no body to judge by.
  return method === 'HEAD' || (id !== null && message !== null) || readRateHeaders(headers, 0).limit !== null;
}

/** The API's error body, `{id, message, request_id}`, or one of the other shapes that some services use. Never throws. */
export function readError(bytes: Uint8Array, scrubber: SecretScrubber): ErrorBody {
  try {
    const body: unknown = JSON.parse(scrubber.scrub(decodeText(bytes)));
    const nested = at(body, 'error');
    return {
      id: text(at(body, 'id')) ?? text(at(body, 'code')) ?? text(at(nested, 'type')),
      message: text(at(body, 'message')) ?? text(nested) ?? text(at(nested, 'message')) ?? text(at(body, 'detail')),
      requestId: text(at(body, 'request_id')),
    };
  } catch {
    return { id: null, message: null, requestId: null };
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
