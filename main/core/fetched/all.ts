import { account } from './account.ts';
import { actions } from './actions.ts';
import { alerts } from './alerts.ts';
import { balance } from './balance.ts';
import { checks } from './checks.ts';
import { dates } from './dates.ts';
import type { Definition } from './definition.ts';
import { droplets } from './droplets.ts';
import { pins } from './pins.ts';
import { policies } from './policies.ts';
import { reservedIps } from './reserved-ips.ts';
import { uptime } from './uptime.ts';

/** What Buoy fetches for each connection. A new kind is one file beside these and one line here. */
const all = { droplets, actions, account, balance, checks, uptime, policies, alerts, reservedIps, pins, dates };

/** Name of a kind of data: a field of the connection's state, and a key of the saved view. */
export type FetchedKind = keyof typeof all;
export const fetchedKinds = Object.keys(all) as FetchedKind[];

type HeldOf<D> = D extends Definition<infer Held, infer _Answer, infer _Needs> ? Held : never;
type AnswerOf<D> = D extends Definition<infer _Held, infer Answer, infer _Needs> ? Answer : never;

/** The data of a connection by its kind, as the state holds it. */
export type Held = { readonly [K in FetchedKind]: HeldOf<(typeof all)[K]> };
/** What a read of each kind answers. */
export type Answers = { readonly [K in FetchedKind]: AnswerOf<(typeof all)[K]> };
/** What definitions may see of a connection: its data and their ages, the commands that wait for an answer, and whether its token works. */
export type ConnectionData = Held & {
  pending: ReadonlyMap<number, unknown>;
  access: { status: string };
  fetches: Readonly<Record<FetchedKind, { fetchedAtMs: number | null }>>;
};

/** Kinds whose answers change more than their own data, so that the reducer folds them. */
export type FoldedInReducer = { [K in FetchedKind]: (typeof all)[K]['fold'] extends 'in-reducer' ? K : never }[FetchedKind];
/** Kinds whose own `fold` is enough. */
export type FoldedHere = Exclude<FetchedKind, FoldedInReducer>;

export const definitions: { readonly [K in FetchedKind]: Definition<Held[K], Answers[K], ConnectionData> } = all;

/** Kinds of data that a successful call of that operation has changed. */
export const kindsChangedBy = (operationId: string): FetchedKind[] =>
  fetchedKinds.filter((kind) => definitions[kind].changedBy?.includes(operationId) === true);

/** The data before anything was read. */
export const nothingHeld = Object.fromEntries(fetchedKinds.map((kind) => [kind, definitions[kind].empty])) as Held;

/** The data of a kind with an answer folded in. */
export function foldHeld<K extends FoldedHere>(kind: K, held: Held[K], answer: Answers[K]): Held[K] {
  const { fold } = definitions[kind] as Definition<Held[K], Answers[K], ConnectionData>;
  return fold === 'in-reducer' ? held : fold(held, answer);
}
