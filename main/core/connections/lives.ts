import { Token } from '../digitalocean/request/token.ts';
import type { Live } from './live.ts';

/** The tokens in use by connection id, each with its API and pollers. */
export interface Lives {
  get(connectionId: string): Live | undefined;
  all(): Live[];
  /** Ids of the connections that use exactly this token. */
  usersOf(token: string): string[];
  /** Starts polling with a live that is already open. Closes what ran for that connection before. */
  begin(connectionId: string, token: string, live: Live): void;
  /** Forgets the token and closes its transport. */
  end(connectionId: string): Promise<void>;
  endAll(): Promise<void>;
}

export function createLives(): Lives {
  const inUse = new Map<string, { token: Token; live: Live }>();
  return {
    get: (connectionId) => inUse.get(connectionId)?.live,
    all: () => [...inUse.values()].map(({ live }) => live),
    // Compared by the header, because a `Token` has no other readable form.
    usersOf(token) {
      const wanted = new Token(token).authorization();
      return [...inUse].flatMap(([id, one]) => (one.token.authorization() === wanted ? [id] : []));
    },
    begin(connectionId, token, live) {
      const before = inUse.get(connectionId)?.live;
      inUse.set(connectionId, { token: new Token(token), live });
      // Not awaited: the new token need not wait until the old one's requests have ended.
      if (before) void before.close();
      live.start(connectionId);
    },
    async end(connectionId) {
      const live = inUse.get(connectionId)?.live;
      inUse.delete(connectionId);
      await live?.close();
    },
    async endAll() {
      const all = [...inUse.values()];
      inUse.clear();
      await Promise.all(all.map(({ live }) => live.close()));
    },
  };
}
