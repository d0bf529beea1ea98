import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../core/ports.ts';

/** A session ends when it has not been used for this long. */
const sessionMs = 12 * 3_600_000;
/** How often the time of its last use is saved. */
const noteEveryMs = 600_000;
const mostSessions = 16;

/** What is saved of a session: not its token, only a hash that recognises the token. */
export interface KeptSession {
  hash: string;
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
  /** Exchanges the start key for a session token, once. `null`: the key is wrong or was used before. */
  exchange(key: string): string | null;
  isKnown(token: string): boolean;
}

/**
 * Decides who may talk to the host. The token travels in a header of its own and never in a cookie, because browsers send the
 * cookies of 127.0.0.1 to every port of it, whoever listens there.
 */
export function createSessions({ clock, kept, keep }: SessionOptions): Sessions {
  const startKey = randomBytes(32).toString('base64url');
  let isKeyUsed = false;
  const usedAt = new Map(kept.map(({ hash, usedAtMs }) => [hash, usedAtMs]));

  function note(hash: string): void {
    usedAt.delete(hash);
    usedAt.set(hash, clock.now());
    for (const old of [...usedAt.keys()].slice(0, -mostSessions)) usedAt.delete(old);
    keep([...usedAt].map(([one, usedAtMs]) => ({ hash: one, usedAtMs })));
  }

  return {
    startKey,
    exchange(key) {
      if (isKeyUsed || !isSame(key, startKey)) return null;
      isKeyUsed = true;
      const token = randomBytes(32).toString('base64url');
      note(hashOf(token));
      return token;
    },
    isKnown(token) {
      const hash = hashOf(token);
      const usedAtMs = usedAt.get(hash);
      if (usedAtMs === undefined) return false;
      const ageMs = clock.now() - usedAtMs;
      if (ageMs > sessionMs) {
        usedAt.delete(hash);
        return false;
      }
      if (ageMs > noteEveryMs) note(hash);
      return true;
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const hashOf = (text: string): string => digest(text).toString('base64url');
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
