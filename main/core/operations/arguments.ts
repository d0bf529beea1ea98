import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { ApiRequest } from '../../../preload/contract/schema.ts';
import type { CallArguments } from '../digitalocean/api.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';
import { operationWords } from '../words/operations.ts';

/** The API demands it, with the value `true`, for deletions that take other resources with them. */
const dangerHeader = 'X-Dangerous';

/**
 * The form's values as arguments of the client. A file replaces the body. The `X-Dangerous` header never comes from the form:
 * Buoy adds it to the operations that demand it, and the guard asks the person before anything is sent.
 */
export function callArguments(operation: Operation, request: ApiRequest): Outcome<CallArguments> {
  const given = Object.entries(request.headers).filter(([name]) => name.toLowerCase() !== dangerHeader.toLowerCase());
  const wantsDanger = operation.parameters.some((parameter) => parameter.in === 'header' && parameter.name === dangerHeader);
  const headers = Object.fromEntries([...given, ...(wantsDanger ? [[dangerHeader, 'true'] as const] : [])]);
  const args: CallArguments = { path: request.path, query: request.query, headers };
  if (request.file) {
    const bytes = decodeBase64(request.file.base64);
    if (bytes === null) return failed(operationWords.badFile(request.file.name));
    return success({ ...args, body: bytes });
  }
  return success(request.body === undefined ? args : { ...args, body: request.body });
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Value of each letter by its ASCII code; 255 marks codes that are not in the alphabet. */
const sixBits = new Uint8Array(128).fill(255);
for (const [index, letter] of [...alphabet].entries()) sixBits[letter.charCodeAt(0)] = index;

/** Decodes base64, with or without padding; `null` for other characters. The core has neither atob nor Buffer. */
export function decodeBase64(text: string): Uint8Array | null {
  const letters = text.replace(/=+$/, '');
  if (letters.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let index = 0; index < letters.length; index += 1) {
    const value = sixBits[letters.charCodeAt(index)] ?? 255;
    if (value === 255) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >> bits) & 255;
      length += 1;
    }
  }
  return bytes;
}
