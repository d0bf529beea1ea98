import { decodeText, joinBytes } from '../digitalocean/sending/answer-body.ts';
import { readBytes } from '../digitalocean/sending/wire-body.ts';
import type { Transport } from '../digitalocean/transport-port.ts';
import type { Clock } from '../ports.ts';
import type { Incident } from '../state/status-page.ts';
import { parsePage } from './parse-page.ts';

/** Where DigitalOcean reports its own trouble. */
export const statusPageUrl = 'https://status.digitalocean.com';
const summaryPath = '/api/v2/summary.json';

/** The summary has some 200 kB. */
const mostBytes = 2 * 1024 * 1024;
const connectTimeoutMs = 5_000;
const headersTimeoutMs = 10_000;
/** From sending until the last byte. */
const answerTimeoutMs = 20_000;

/**
 * Reads the incidents that are not over, in one request, without a token. Never rejects: `null` means that the page could not be
 * read, or is none.
 */
export async function readPage(
  { transport, clock }: { transport: Transport; clock: Clock },
  baseUrl: string,
): Promise<Incident[] | null> {
  const controller = new AbortController();
  const cancel = clock.after(answerTimeoutMs, () => controller.abort());
  try {
    const wire = await transport.exchange({
      method: 'GET',
      url: `${baseUrl}${summaryPath}`,
      headers: { accept: 'application/json' },
      body: null,
      signal: controller.signal,
      connectTimeoutMs,
      headersTimeoutMs,
    });
    const { chunks, length } = await readBytes(wire, mostBytes);
    return wire.status === 200 ? parsePage(JSON.parse(decodeText(joinBytes(chunks, length)))) : null;
  } catch {
    // The page is an extra. Whatever keeps it from being read also keeps its news from being shown, and nothing else.
    return null;
  } finally {
    cancel();
  }
}
