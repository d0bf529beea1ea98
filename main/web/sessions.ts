import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { hostText, passText, startSession } from '../../preload/contract/host-proof.ts';
import type { Clock } from '../core/ports.ts';

/** A session ends when it has not been used for this long. */
const sessionMs = 12 * 3_600_000;
/** How often the time of its last use is saved. */
const noteEveryMs = 600_000;
const mostSessions = 16;

/** What is saved of a session. */
export interface KeptSession {
  /** Names the session, and is no secret. */
  session: string;
  /** The page's browser has it too. It never crosses the wire again. */
  key: string;
  /** Counts on this port alone: whoever listens on another one could be anybody, and must gain nothing from what he hears. */
  port: number;
  usedAtMs: number;
}

export interface SessionOptions {
  clock: Pick<Clock, 'now'>;
  kept: readonly KeptSession[];
  /** Called with all sessions whenever they changed. Must not throw. */
  keep(sessions: readonly KeptSession[]): void;
}

export interface Sessions {
  /** The secret in the start address: 256 bits, in the address's fragment, which browsers never send. */
  startKey: string;
  /** Resolves once the start key was exchanged. */
  whenOpened: Promise<void>;
  /** Must be called before anything else is asked, once the port is known. */
  listenOn(port: number): void;
  /** Proves to a page that this is the host of its session. `null`: there is no such session here. */
  prove(session: string, challenge: string): { run: string; proof: string } | null;
  /** Exchanges the start key's pass for a session, once. `null`: the pass is wrong, or the key was used before. */
  exchange(pass: string): { session: string; key: string } | null;
  isKnown(pass: string): boolean;
}

/**
 * Decides who may talk to the host, and shows pages that it is the host (`preload/contract/host-proof.ts`). A pass ends with the
 * process, so one that another program hears on this port later opens nothing. It travels in a header of its own and never in
 * a cookie, because browsers send the cookies of 127.0.0.1 to every port of it, whoever listens there.
 */
export function createSessions({ clock, kept, keep }: SessionOptions): Sessions {
  const startKey = secret();
  const run = secret();
  let port = 0;
  const opened = Promise.withResolvers<void>();
  let isKeyUsed = false;
  const byName = new Map(kept.map((one) => [one.session, one]));
  /** Names of sessions by the digest of their pass, so that the time of a look-up tells nothing about a pass. */
  const passes = new Map<string, string>();

  function note(one: KeptSession): void {
    byName.delete(one.session);
    byName.set(one.session, { ...one, usedAtMs: clock.now() });
    for (const old of [...byName.keys()].slice(0, -mostSessions)) byName.delete(old);
    keep([...byName.values()]);
  }

  function current(session: string | undefined): KeptSession | null {
    const found = session === undefined ? undefined : byName.get(session);
    if (!found || found.port !== port) return null;
    if (clock.now() - found.usedAtMs <= sessionMs) return found;
    byName.delete(found.session);
    return null;
  }

  const admit = ({ session, key }: KeptSession) => void passes.set(digest(sign(key, passText(run))), session);

  return {
    startKey,
    whenOpened: opened.promise,
    listenOn(itsPort) {
      port = itsPort;
      for (const one of byName.values()) if (one.port === port) admit(one);
    },
    prove(session, challenge) {
      // A used key still proves the host, so that the page hears that the key was used, from the host itself.
      const key = session === startSession ? startKey : current(session)?.key;
      return key === undefined ? null : { run, proof: sign(key, hostText(challenge, run)) };
    },
    exchange(pass) {
      if (isKeyUsed || !isSame(pass, sign(startKey, passText(run)))) return null;
      isKeyUsed = true;
      opened.resolve();
      const one = { session: randomBytes(12).toString('base64url'), key: secret(), port, usedAtMs: clock.now() };
      admit(one);
      note(one);
      return { session: one.session, key: one.key };
    },
    isKnown(pass) {
      const found = current(passes.get(digest(pass)));
      if (found === null) return false;
      if (clock.now() - found.usedAtMs > noteEveryMs) note(found);
      return true;
    },
  };
}

const secret = (): string => randomBytes(32).toString('base64url');
const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url');
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
