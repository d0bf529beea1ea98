import type { Outcome } from '../../../preload/contract/failure.ts';
import type { LogEnd, LogState } from '../../../preload/contract/log.ts';
import type { LogSource } from '../../../preload/contract/log-route.ts';
import type { Api } from '../digitalocean/api.ts';
import { type AddressRule, ruleFor } from '../digitalocean/sending/file-address.ts';
import type { Sockets } from '../digitalocean/socket-port.ts';
import type { Transport } from '../digitalocean/transport-port.ts';
import type { Clock, Log } from '../ports.ts';
import { callWords } from '../words/calls.ts';
import { logWords } from '../words/logs.ts';
import type { LogAddresses } from './addresses.ts';
import { findLog } from './find-log.ts';
import { knownBy, noneKnown } from './known-lines.ts';
import { pause } from './pause.ts';
import { readHistory } from './read-history.ts';
import { type Allowance, readLive } from './read-live.ts';
import type { Ring } from './ring.ts';
import { type Trouble, troubleOfApi } from './trouble.ts';

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** So often nothing may come of a connection, one time after the other. */
const mostFruitless = 5;
/** Characters that are read before a person has to ask for more: fifty times what is kept. */
const usuallyRead = 250_000_000;

export interface LogStreamOptions {
  source: LogSource;
  ring: Ring;
  /** The connection's API now. */
  api(): Outcome<Api>;
  transport: Transport;
  sockets: Sockets;
  clock: Clock;
  log: Log;
  random: () => number;
  /** Whether the person allowed that host, which is none of DigitalOcean's. */
  isAllowed(host: string): boolean;
  /** There are more lines, or another state. */
  onChange(): void;
  /** Characters that are read at most. Default 250 million. */
  mostRead?: number;
}

/** One log that is being read. */
export interface LogStream {
  state(): LogState;
  /** Goes on where the person had to be asked. */
  goOn(): void;
  /** Ends it, for that reason. What is in the ring stays. */
  end(why: LogEnd): void;
}

/** How one attempt ended, and what comes after it. */
type Attempt =
  | { kind: 'final'; state: LogState }
  | { kind: 'closed'; isFruitful: boolean }
  | { kind: 'broken'; isFruitful: boolean; trouble: Trouble };

/**
 * Reads a log into its ring: asks where it is, reads it from there, and asks again whenever the connection ends, because an
 * address works for a while only. Connections of which nothing comes are tried ever less often, and in the end no more.
 */
export function startLogStream(options: LogStreamOptions): LogStream {
  const { ring, clock, random, onChange } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  const allowance: Allowance = { characters: options.mostRead ?? usuallyRead };
  let state: LogState = { kind: 'connecting' };
  let hasBeenLive = false;
  let isInterrupted = false;

  function become(next: LogState): void {
    if (signal.aborted) return;
    state = next;
    onChange();
  }

  async function run(): Promise<void> {
    let fruitless = 0;
    let refusals = 0;
    while (!signal.aborted) {
      become({ kind: 'connecting' });
      const attempt = await once();
      if (signal.aborted) return;
      if (attempt.kind === 'final') {
        become(attempt.state);
        return;
      }
      fruitless = attempt.isFruitful ? 0 : fruitless + 1;
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, fruitless - 1)) * (0.75 + random() / 2);
      if (attempt.kind === 'closed') {
        if (fruitless >= mostFruitless) {
          become({ kind: 'ended', why: 'over' });
          return;
        }
        await pause(clock, pauseMs, signal);
        continue;
      }
      const { failure, again } = attempt.trouble;
      isInterrupted = hasBeenLive;
      refusals = again === 'ask' ? refusals + 1 : 0;
      if (again === 'no' || refusals > 1 || fruitless >= mostFruitless) {
        become({ kind: 'failed', failure });
        return;
      }
      const retryAtMs = Math.max(clock.now() + pauseMs, failure.retryAtMs ?? 0);
      become({ kind: 'waiting', failure, retryAtMs });
      await pause(clock, retryAtMs - clock.now(), signal);
    }
  }

  /** One attempt, from the question where the log is to its end. */
  async function once(): Promise<Attempt> {
    const api = options.api();
    const found = api.ok ? await findLog(api.value, options.source, signal) : api;
    if (!found.ok) return { kind: 'broken', isFruitful: false, trouble: troubleOfApi(found.failure) };
    const places = placesOf(found.value, api.ok ? api.value.ownServer : null, options.isAllowed);
    if ('state' in places) return { kind: 'final', state: places.state };
    if (places.live) return readSocket(places.live);
    // What came over the socket is all there is of it in this form; a file may write the same lines otherwise.
    if (hasBeenLive) return over(ring.newest() === 0 ? 'none' : 'over');
    if (places.historic.length === 0) return over('none');
    const { transport } = options;
    const trouble = await readHistory(places.historic, ring, { transport, clock, signal });
    return trouble ? { kind: 'broken', isFruitful: false, trouble } : over(ring.newest() === 0 ? 'none' : 'over');
  }

  async function readSocket(place: Place): Promise<Attempt> {
    const end = await readLive(place, ring, {
      sockets: options.sockets,
      clock,
      signal,
      allowance,
      isKnown: hasBeenLive ? knownBy(ring.lines()) : noneKnown,
      onChange,
      onOpen() {
        if (isInterrupted && ring.newest() > 0) ring.note(logWords.interrupted);
        isInterrupted = false;
        hasBeenLive = true;
        become({ kind: 'live' });
      },
    });
    return end.kind === 'much' ? over('much') : end;
  }

  function start(): void {
    run().catch((error: unknown) => {
      // Without its text, in which the address may be.
      options.log.warn(`A log could not be read: ${error instanceof Error ? error.name : 'not an error'}`);
      become({ kind: 'failed', failure: { kind: 'internal', ...callWords.defect } });
    });
  }

  start();
  return {
    state: () => state,
    goOn() {
      if (state.kind === 'asking') start();
    },
    end(why) {
      if (signal.aborted) return;
      const isOver = state.kind === 'ended' || state.kind === 'failed';
      if (!isOver) become({ kind: 'ended', why });
      stopped.abort();
    },
  };
}

const over = (why: LogEnd): Attempt => ({ kind: 'final', state: { kind: 'ended', why } });

type Place = Pick<Extract<AddressRule, { url: string }>, 'url' | 'host'>;

/** The addresses that may be used; or what stands in the way. */
function placesOf(
  { live, historic }: LogAddresses,
  ownServer: string | null,
  isAllowed: (host: string) => boolean,
): { live: Place | null; historic: Place[] } | { state: LogState } {
  const used = live === null ? historic : [live];
  const rules = used.map((address) => ruleFor(address, ownServer));
  const places: Place[] = [];
  for (const rule of rules) {
    if (rule.rule === 'refused') {
      return { state: { kind: 'failed', failure: { kind: 'refused', ...logWords.refusedAddress() } } };
    }
    if (rule.rule === 'ask' && !isAllowed(rule.host)) return { state: { kind: 'asking', host: rule.host } };
    places.push(rule);
  }
  return live === null ? { live: null, historic: places } : { live: places[0] ?? null, historic: [] };
}
