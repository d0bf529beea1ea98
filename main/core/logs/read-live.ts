import type { Sockets } from '../digitalocean/socket-port.ts';
import type { Clock } from '../ports.ts';
import { createIntake, textOfMessage } from './intake.ts';
import type { KnownLines } from './known-lines.ts';
import { pause } from './pause.ts';
import type { Ring } from './ring.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const connectMs = 5_000;
const headersMs = 15_000;
/** A program writes lines; what is larger is none. */
const mostMessageBytes = 1_000_000;
/** A socket that says nothing for so long may be dead: it is opened anew. */
const silenceMs = 600_000;
/** So much is taken in a second; the rest waits at its server, so that a flood does not keep Buoy from anything else. */
const mostPerSecond = 4_000_000;
const secondMs = 1_000;
/** A connection that lasted so long was worth it, even if nothing was written meanwhile. */
const worthwhileMs = 60_000;

/** What may still be taken from sockets before a person has to ask for more. */
export interface Allowance {
  characters: number;
}

export interface LiveReading {
  sockets: Sockets;
  clock: Clock;
  /** Ends the reading from outside. */
  signal: AbortSignal;
  isKnown: KnownLines;
  allowance: Allowance;
  onOpen(): void;
  onChange(): void;
}

/** How a socket ended. `isFruitful`: there was something new, or it lasted. */
export type LiveEnd =
  | { kind: 'closed'; isFruitful: boolean }
  | { kind: 'much' }
  | { kind: 'broken'; isFruitful: boolean; trouble: Trouble };

/** Follows one socket to its end. */
export async function readLive({ url, host }: { url: string; host: string }, ring: Ring, reading: LiveReading): Promise<LiveEnd> {
  const { sockets, clock, signal, isKnown, allowance, onOpen, onChange } = reading;
  const quiet = new AbortController();
  const openedAtMs = clock.now();
  let added = 0;
  let cancelQuiet = clock.after(silenceMs, () => quiet.abort());
  const intake = createIntake(ring, { clock, isKnown, onChange });
  const pace = createPace(clock, signal);
  const decoder = new TextDecoder();
  const isFruitful = (): boolean => added > 0 || clock.now() - openedAtMs >= worthwhileMs;
  try {
    const { messages } = await sockets.open({
      url,
      signal: AbortSignal.any([signal, quiet.signal]),
      connectTimeoutMs: connectMs,
      headersTimeoutMs: headersMs,
      maximumMessageBytes: mostMessageBytes,
    });
    onOpen();
    for await (const message of messages) {
      cancelQuiet();
      cancelQuiet = clock.after(silenceMs, () => quiet.abort());
      const text = textOfMessage(typeof message === 'string' ? message : decoder.decode(message, { stream: true }));
      added += intake.take(text);
      allowance.characters -= text.length;
      if (allowance.characters < 0) return { kind: 'much' };
      await pace(text.length);
    }
    return { kind: 'closed', isFruitful: isFruitful() };
  } catch (error) {
    if (quiet.signal.aborted) return { kind: 'closed', isFruitful: true };
    return { kind: 'broken', isFruitful: isFruitful(), trouble: troubleOf(error, host) };
  } finally {
    cancelQuiet();
    intake.end();
  }
}

/** Waits for the next second once this one has brought enough. */
function createPace(clock: Clock, signal: AbortSignal): (characters: number) => Promise<void> | undefined {
  let sinceMs = clock.now();
  let taken = 0;
  return (characters) => {
    const nowMs = clock.now();
    if (nowMs - sinceMs >= secondMs || nowMs < sinceMs) {
      sinceMs = nowMs;
      taken = 0;
    }
    taken += characters;
    return taken > mostPerSecond ? pause(clock, sinceMs + secondMs - nowMs, signal) : undefined;
  };
}
