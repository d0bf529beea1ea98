import { leave } from '../digitalocean/sending/wire-body.ts';
import type { Transport } from '../digitalocean/transport-port.ts';
import type { Clock } from '../ports.ts';
import { logWords } from '../words/logs.ts';
import { createIntake } from './intake.ts';
import { noneKnown } from './known-lines.ts';
import { createRing, type Ring, type RingBounds, ringBounds } from './ring.ts';
import { type Trouble, troubleOf, troubleOfStatus } from './trouble.ts';

/** A file whose server does not send only its end is read so far. */
const mostBytes = 64 * 1024 * 1024;
const connectMs = 5_000;
const headersMs = 15_000;
/** No bytes for so long: it counts as broken. */
const stalledMs = 30_000;
/** A log that is kept in more files is older than anybody reads here. */
const mostFiles = 20;

export interface HistoryFile {
  url: string;
  host: string;
}

export interface HistoryReading {
  transport: Transport;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Reads a log that is kept in files, newest first, as long as there is room, and puts their lines into the ring in the order in
 * which they were written. Returns what went wrong; nothing is put into the ring then.
 */
export async function readHistory(files: readonly HistoryFile[], ring: Ring, reading: HistoryReading): Promise<Trouble | null> {
  const parts: Ring[] = [];
  const room: RingBounds = { ...ringBounds };
  for (const file of files.slice(0, mostFiles)) {
    const part = createRing(room);
    try {
      const trouble = await readFile(file, part, reading);
      if (trouble) return trouble;
    } catch (error) {
      return troubleOf(error, file.host);
    }
    parts.unshift(part);
    const lines = part.lines();
    room.lines -= lines.length;
    room.characters -= lines.reduce((sum, { prefix, text }) => sum + prefix.length + text.length, 0);
    if (part.first() > 1 || room.lines <= 0 || room.characters <= 0) break;
  }
  for (const line of parts.flatMap((part) => part.lines())) {
    if (line.isNote) ring.note(line.text);
    else ring.add(line);
  }
  return null;
}

/** Reads the end of one file. Throws what the transport throws. */
async function readFile(
  { url, host }: HistoryFile,
  part: Ring,
  { transport, clock, signal }: HistoryReading,
): Promise<Trouble | null> {
  const stall = new AbortController();
  const ends = AbortSignal.any([signal, stall.signal]);
  let cancel = clock.after(stalledMs, () => stall.abort());
  const decoder = new TextDecoder();
  const intake = createIntake(part, { clock, isKnown: noneKnown, onChange: () => {} });
  try {
    const answer = await transport.exchange({
      method: 'GET',
      url,
      // No credential: the address has one of its own. Servers that know no ranges send everything.
      headers: { accept: 'text/plain, */*', 'user-agent': 'Buoy', range: `bytes=-${ringBounds.characters}` },
      body: null,
      signal: ends,
      connectTimeoutMs: connectMs,
      headersTimeoutMs: headersMs,
    });
    const { status, headers, body } = answer;
    if (status !== 200 && status !== 206) {
      await leave(answer);
      // An empty file has no end to send.
      return status === 416 ? null : troubleOfStatus(status, host);
    }
    let left = mostBytes;
    let isBegun = false;
    // The first line of an end is seldom whole.
    let isCut = status === 206 && !/^bytes 0-/.test(headers['content-range'] ?? '');
    if (isCut) part.note(logWords.onlyEnd);
    for await (const chunk of body) {
      cancel();
      cancel = clock.after(stalledMs, () => stall.abort());
      if (!isBegun && chunk[0] === 0x1f && chunk[1] === 0x8b) {
        return { failure: { kind: 'bad-answer', ...logWords.compressed(host) }, again: 'no' };
      }
      isBegun = true;
      let text = decoder.decode(chunk, { stream: true });
      if (isCut) {
        const end = text.indexOf('\n') + 1;
        if (end === 0) continue;
        text = text.slice(end);
        isCut = false;
      }
      intake.take(text);
      left -= chunk.byteLength;
      if (left < 0) {
        intake.end();
        part.note(logWords.onlyBeginning);
        return null;
      }
    }
    intake.take(decoder.decode());
    return null;
  } finally {
    cancel();
    intake.end();
  }
}
