import { z } from 'zod';
import { type Failure, failed, success } from '../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../preload/contract/json.ts';
import type { PinnedThing, Settings } from '../../../preload/contract/settings.ts';
import { rowWithId } from '../digitalocean/resources/row-with-id.ts';
import { keepSame, mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import { pinWords } from '../words/pins.ts';
import type { TrackedAction } from './actions.ts';
import { type Definition, pagesOf, type Read, type ReadContext, savedAs } from './definition.ts';
import { type PinFacts, pinFacts } from './pin-facts.ts';

/** A pinned thing as it was last read. */
export interface PinState extends PinFacts {
  /** As `pinKey` makes it. */
  key: string;
  itemId: string;
  /** When its list was last read. */
  readAtMs: number;
  /** The list no longer has it. */
  isGone: boolean;
  /** Why its list could not be read the last time. */
  failure: Failure | null;
  /** As the API gave it, for its jobs; `null`: it is known from the last run only, which keeps no secrets. */
  row: JsonObject | null;
}

/** By key. */
export type PinStates = ReadonlyMap<string, PinState>;

interface Needs {
  pins: PinStates;
  actions: ReadonlyMap<string, TrackedAction>;
}

/** Families that are read anyway, so that a pin in them costs nothing. */
const readElsewhere: ReadonlySet<string> = new Set(['uptime_list_checks']);

/** Pins are given up while this part of the hour or less is left. All other polls go on to a tenth of it. */
const stopsBelow = 0.25;

/** For so long after something ended on a pinned thing its list is read more often. */
const endedForMs = 60_000;

const schema = z.object({
  key: z.string(),
  itemId: z.string(),
  name: z.string(),
  state: z.string().nullable(),
  about: z.string(),
  address: z.string(),
  region: z.string(),
  readAtMs: z.number(),
  isGone: z.boolean(),
});

/** The pinned things of a connection, in the person's own order. */
export const pinnedThingsOf = ({ pinned, pinnedThings }: Settings, connectionId: string): PinnedThing[] =>
  pinned.flatMap((key) => pinnedThings.find((one) => one.key === key && one.connectionId === connectionId) ?? []);

/** Whether something that runs or ran is about that thing, or about a part of it, such as a deployment of an app. */
export const isAbout = ({ resourceId, follow }: TrackedAction, itemId: string): boolean =>
  resourceId === itemId || Object.values(follow?.target ?? {}).includes(itemId);

/** Pinned things that are no droplets. Their families are listed, so several pins of one family cost one request. */
export const pins: Definition<PinStates, readonly PinState[], Needs> = {
  empty: new Map(),
  fold(held, answer) {
    const kept = answer.map((pin) => ({
      ...pin,
      row: keepSame(held.get(pin.key)?.row ?? undefined, pin.row ?? undefined) ?? null,
    }));
    return mergeByKey(held, kept, ({ key }) => key);
  },
  // Four families every five minutes. More families are read less often.
  sharePerHour: 50,
  intervalMs: (chosenMs) => Math.max(chosenMs, 300_000),
  urgentIntervalMs({ pins: held, actions }, nowMs) {
    if (held.size === 0) return null;
    for (const action of actions.values()) {
      const { completedAtMs } = action;
      if (completedAtMs === null || nowMs - completedAtMs >= endedForMs) continue;
      if ([...held.values()].some(({ itemId }) => isAbout(action, itemId))) return endedForMs / 2;
    }
    return null;
  },
  requests: (held) => new Set([...held.values()].map(({ key }) => familyIn(key))).size,
  read,
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()].map(({ row: _row, failure: _failure, ...told }) => told),
    read: (saved) => new Map(saved.map((one) => [one.key, { ...one, failure: null, row: null }])),
  }),
  wakesPollers: false,
  bearsNews: false,
};

const familyIn = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/** Fails only when no list could be read. Of a list that fails the pins stay as they were, and say why. */
async function read(context: ReadContext<Needs>): Promise<Read<PinState[]>> {
  const { api, clock, connection } = context;
  const wanted = context.pins().filter(({ familyId }) => !readElsewhere.has(familyId));
  // Nothing is asked, so this says nothing about the token.
  if (wanted.length === 0) return { outcome: failed({ kind: 'aborted', ...pinWords.none }), cost: 0 };
  const { remaining, limit } = api.budget();
  if (remaining <= limit * stopsBelow) return { outcome: failed({ kind: 'held', ...pinWords.spared }), cost: 0 };
  const held = connection()?.pins ?? pins.empty;
  const lists = [...Map.groupBy(wanted, ({ key }) => familyIn(key)).values()];
  const answers = await Promise.all(lists.map((list) => readList(context, list)));
  const cost = answers.reduce((sum, answer) => sum + answer.cost, 0);
  const failures = answers.flatMap(({ failure }) => failure ?? []);
  const [first] = failures;
  if (first && failures.length === lists.length) return { outcome: failed(first), cost };
  const readAtMs = clock.now();
  const states = answers.flatMap(({ failure, rows, isShort }, at) =>
    (lists[at] ?? []).flatMap((pin): PinState[] => {
      const before = held.get(pin.key);
      const row = rowWithId(rows, pin.itemId);
      if (failure || (row === undefined && isShort)) return before ? [{ ...before, failure }] : [];
      const facts = row ? pinFacts(pin, row) : (before ?? pinFacts(pin, {}));
      const isGone = row === undefined;
      return [{ ...facts, key: pin.key, itemId: pin.itemId, readAtMs, isGone, failure: null, row: row ?? null }];
    }),
  );
  return { outcome: success(states), cost };
}

interface List {
  rows: JsonObject[];
  /** DigitalOcean left rows out, so what is missing need not be gone. */
  isShort: boolean;
  failure: Failure | null;
  cost: number;
}

async function readList({ api, options }: ReadContext<Needs>, [first]: readonly PinnedThing[]): Promise<List> {
  const nothing = { rows: [], isShort: false, failure: null };
  if (first === undefined) return { ...nothing, cost: 0 };
  const listed = await api.listAll(first.familyId, { path: first.parent }, options);
  if (!listed.ok) return { ...nothing, failure: listed.failure, cost: listed.failure.attempts ?? 1 };
  const { items, isShort } = listed.value;
  return { rows: items.filter(isObject), isShort, failure: null, cost: pagesOf(items.length) };
}
