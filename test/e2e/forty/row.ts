import type { Hand } from './hand.ts';
import { idAt, type Place } from './place.ts';
import type { Account } from './stage.ts';
import { type Name, named } from './things.ts';

/** A request as jobs.md writes it: `{name}` stands for the id of that thing, in quotes or, for a number, without. */
export interface Request {
  /** "POST /v2/volumes/{old-uploads}/actions". */
  line: string;
  /** JSON, or how to make it from what the account has before; left out: no body, or a read. */
  body?: string | ((account: Account) => unknown);
}

/** One of the forty jobs: what a person wants, how the hand does it, and what is sent and said. */
export interface Row {
  number: number;
  /** "attach old-uploads to api-01". */
  does: string;
  /** Most clicks and keys. */
  most: number;
  /** The thing whose panel is open, or a list. */
  begins: Name | Place;
  hands(hand: Hand, account: Account): Promise<void>;
  /** In this order. Whatever else is sent must be a read. */
  sends: readonly Request[];
  /** The sentence that a person reads, whole. */
  says: string | RegExp;
  /** For what goes on by itself: how long that takes at most, in milliseconds, and what is read then. */
  ends?: { withinMs: number; as: string | RegExp };
  /** What else must be so afterwards. */
  afterwards?(hand: Hand, account: Account): Promise<void>;
}

export const placeOf = ({ begins }: Row): Place => (typeof begins === 'string' ? named(begins) : begins);

export const request = (line: string, body?: Request['body']): Request => ({ line, ...(body === undefined ? {} : { body }) });

/** A request with the ids of an account in it. */
export interface Expected {
  line: string;
  body: unknown;
}

export async function expectedOf(account: Account, requests: readonly Request[]): Promise<Expected[]> {
  return Promise.all(
    requests.map(async ({ line, body = 'null' }) => ({
      line: await filled(account, line),
      body: typeof body === 'string' ? JSON.parse(await filled(account, body)) : await body(account),
    })),
  );
}

/** A name in braces, which no JSON begins with. */
const placeholder = /\{([A-Za-z\d][\w .@-]*)\}/g;

async function filled(account: Account, text: string): Promise<string> {
  const names = [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
  const ids = new Map(await Promise.all(names.map(async (name) => [name, await idAt(account, named(name))] as const)));
  return text.replace(placeholder, (_whole, name: string) => ids.get(name) ?? '');
}
