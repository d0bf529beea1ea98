import type { ErrorBody } from './fault.ts';

const decoder = new TextDecoder();

/** Essence of a Content-Type in lower case, without parameters; null where there is none. */
export function essenceOf(contentType: string | undefined): string | null {
  const essence = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return essence ? essence : null;
}

/** Bytes that came in pieces as one. */
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

/**
 * A success as its media type says: JSON parsed, text as text, anything else as bytes, nothing as null. Without a media type
 * it is taken for what the operation promises. Throws where JSON is promised and something else came.
 */
export function readSuccess(bytes: Uint8Array, mediaType: string | null, isJson: boolean): unknown {
  if (bytes.byteLength === 0) return null;
  if (mediaType === null ? isJson : isJsonType(mediaType)) return JSON.parse(decodeText(bytes));
  // A captive portal answers everything with a page of its own.
  if (isJson && mediaType === 'text/html') throw new SyntaxError('A page came instead of JSON');
  return mediaType === null || isTextType(mediaType) ? decodeText(bytes) : bytes;
}

/** The API's error body, `{id, message, request_id}`, or one of the other shapes that some services use. Never throws. */
export function readError(bytes: Uint8Array): ErrorBody {
  try {
    const body: unknown = JSON.parse(decodeText(bytes));
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
