import type { IncomingMessage } from 'node:http';
import { webWords } from '../core/words/web.ts';
import type { Refusal } from './request-guard.ts';

/**
 * Reads the body as JSON, or says why it cannot. Stops at the limit, whatever length was announced, and keeps the connection
 * open so that the refusal can still be sent. A body that is not there within `withinMs` ends the connection.
 */
export async function readJson(
  request: IncomingMessage,
  limitBytes: number,
  withinMs: number,
): Promise<{ value: unknown } | Refusal> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return { status: 415, failure: webWords.notJson() };
  const tooLarge = { status: 413, failure: webWords.tooLarge(limitBytes) };
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  const late = setTimeout(() => request.destroy(), withinMs);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > limitBytes) return tooLarge;
      chunks.push(chunk);
    }
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { status: 400, failure: webWords.notJson() };
  } finally {
    clearTimeout(late);
  }
}
