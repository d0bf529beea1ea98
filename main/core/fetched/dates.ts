import { z } from 'zod';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { failureSchema } from '../../../preload/contract/failure-schema.ts';
import {
  type DatedKind,
  type DatedThing,
  datedRows,
  datedThings,
  engineThings,
  hasPassed,
  upgradeThing,
} from '../digitalocean/resources/dated-things.ts';
import { keepSame, mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import { comingWords } from '../words/coming.ts';
import { type Definition, pagesOf, type Read, type ReadContext, savedAs } from './definition.ts';

/** One list of things that end, or that have windows, as it was last read. */
export interface DateSource {
  /** Its family, and what it lies in. */
  key: string;
  familyId: string;
  /** Id of the cluster or namespace that it is about; '' for none. */
  inside: string;
  /** When it was last asked for. */
  askedAtMs: number;
  /** When `things` were read; `null`: never. */
  readAtMs: number | null;
  failure: Failure | null;
  /** A change at DigitalOcean since then may have made it untrue, Unix milliseconds; `null`: none that Buoy knows of. */
  outdatedAtMs: number | null;
  things: readonly DatedThing[];
  /** Entries that say too little to be told apart. They are not among the things. */
  leftOut: number;
}

/** By key. */
export type DateSources = ReadonlyMap<string, DateSource>;

interface Needs {
  dates: DateSources;
}

const hourMs = 3_600_000;
/** Dates change seldom: each list is asked for twice a day. */
const keptMs = 12 * hourMs;
/** One that failed is asked for sooner, but not when the token may not read it. */
const failedKeptMs = hourMs - 60_000;
/** A person who asks for everything gets what is older than this. */
const askedKeptMs = 600_000;
/**
 * Most requests in one turn: an hour in which nothing happens has few left over. What remains has its turn an hour later. A
 * person who looks gets more at once.
 */
const requestsAtMost = 2;
const askedAtMost = 16;
/** They are given up while this part of the hour or less is left. All other polls go on to a tenth of it. */
const stopsBelow = 0.25;

/** Where each kind of thing is read: the family, its path on the API, and the kind of thing that it lies in. */
const places = {
  certificate: { familyId: 'certificates_list', path: '/v2/certificates', parent: null },
  database: { familyId: 'databases_list_clusters', path: '/v2/databases', parent: null },
  cluster: { familyId: 'kubernetes_list_clusters', path: '/v2/kubernetes/clusters', parent: null },
  namespace: { familyId: 'functions_list_namespaces', path: '/v2/functions/namespaces', parent: null },
  prefix: { familyId: 'byoipPrefixes_list', path: '/v2/byoip_prefixes', parent: null },
  // What is offered for databases is the same for all of them, and is asked for once there are some.
  engine: { familyId: 'databases_list_options', path: '/v2/databases/options', parent: null },
  upgrade: { familyId: 'kubernetes_get_availableUpgrades', path: '/v2/kubernetes/clusters', parent: 'cluster' },
  'function-key': { familyId: 'functionsAccessKey_list', path: '/v2/functions/namespaces', parent: 'namespace' },
} as const satisfies Record<DatedKind, { familyId: string; path: string; parent: DatedKind | null }>;

/** The family that lists things of that kind. */
export const familyOf = (kind: DatedKind): string => places[kind].familyId;
const kindOf = (familyId: string): DatedKind | undefined =>
  (Object.keys(places) as DatedKind[]).find((kind) => places[kind].familyId === familyId);

/** All things of one kind that are known, with what each lies in. */
export function thingsOf<K extends DatedKind>(
  sources: DateSources,
  kind: K,
): { thing: Extract<DatedThing, { kind: K }>; inside: string }[] {
  const isOfKind = (thing: DatedThing): thing is Extract<DatedThing, { kind: K }> => thing.kind === kind;
  return [...sources.values()].flatMap(({ things, inside }) => things.filter(isOfKind).map((thing) => ({ thing, inside })));
}

const schema = z.object({
  key: z.string(),
  familyId: z.string(),
  inside: z.string(),
  askedAtMs: z.number(),
  readAtMs: z.number().nullable(),
  failure: failureSchema.nullable(),
  outdatedAtMs: z.number().nullable(),
  things: datedRows,
  // 0.1.0 did not write it.
  leftOut: z.number().catch(0),
});

/**
 * What ends, what is offered and which windows there are. Every hour Buoy looks which lists are due, and mostly none is, so the
 * hour costs nothing. A list that the token may not read is a fact like others, and is asked for no more often.
 */
export const dates: Definition<DateSources, readonly DateSource[], Needs> = {
  empty: new Map(),
  fold(held, answer) {
    const merged = answer.map((source) => {
      const before = held.get(source.key);
      const outdatedAtMs = Math.max(before?.outdatedAtMs ?? 0, source.outdatedAtMs ?? 0);
      const isOutdated = outdatedAtMs > source.askedAtMs;
      return { ...source, things: keepSame(before?.things, source.things), outdatedAtMs: isOutdated ? outdatedAtMs : null };
    });
    return mergeByKey(held, merged, ({ key }) => key);
  },
  sharePerHour: requestsAtMost,
  intervalMs: () => hourMs,
  // Nothing of this is needed at once, and a start has enough to ask.
  startsAfterMs: 60_000,
  requests: () => requestsAtMost,
  read,
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()].map((one) => ({ ...one, things: [...one.things] })),
    read: (saved) => new Map(saved.map((one) => [one.key, one])),
  }),
  wakesPollers: false,
  bearsNews: false,
};

/** Marks what a change at that path may have made untrue. */
export function outdated(held: DateSources, changedPath: string, atMs: number): DateSources {
  const isConcerned = ({ familyId }: DateSource) => {
    const kind = kindOf(familyId);
    const path = kind && places[kind].path;
    return path !== undefined && (changedPath === path || changedPath.startsWith(`${path}/`));
  };
  const marked = [...held.values()].map((one) => (isConcerned(one) ? { ...one, outdatedAtMs: atMs } : one));
  return mergeByKey(held, marked, ({ key }) => key);
}

/** What is known of another token: its rights may be others, so what the last one could not read is asked for anew. */
export const ofOtherToken = (held: DateSources): DateSources => {
  const read = [...held.values()].filter(({ failure }) => failure === null);
  return read.length === held.size ? held : new Map(read.map((one) => [one.key, one]));
};

const newSource = (kind: DatedKind, inside: string): DateSource => ({
  key: inside === '' ? familyOf(kind) : `${familyOf(kind)}/${inside}`,
  familyId: familyOf(kind),
  inside,
  askedAtMs: 0,
  readAtMs: null,
  failure: null,
  outdatedAtMs: null,
  things: [],
  leftOut: 0,
});

/** The lists that there are, by what is known of what they lie in. */
function wantedFrom(held: DateSources): DateSource[] {
  const known = (kind: DatedKind, inside = '') => {
    const fresh = newSource(kind, inside);
    return held.get(fresh.key) ?? fresh;
  };
  return (Object.keys(places) as DatedKind[]).flatMap((kind) => {
    const { parent } = places[kind];
    if (kind === 'engine') return thingsOf(held, 'database').length === 0 ? [] : [known(kind)];
    return parent === null ? [known(kind)] : thingsOf(held, parent).map(({ thing }) => known(kind, thing.id));
  });
}

/** Whether every list was asked for, so that nothing is missing which could be read. */
export const isWhole = (held: DateSources): boolean => wantedFrom(held).every(({ askedAtMs }) => askedAtMs !== 0);

/** Whether a list is to be asked for now. A moment that has come since it was read may have changed it. */
export function isDue(source: DateSource, nowMs: number, isAsked = false): boolean {
  const { askedAtMs, readAtMs, failure, outdatedAtMs } = source;
  const elapsedMs = nowMs - askedAtMs;
  // Never asked, or the clock was set back.
  if (askedAtMs === 0 || elapsedMs < 0) return true;
  if (outdatedAtMs !== null && outdatedAtMs >= askedAtMs) return true;
  if (isAsked && elapsedMs >= askedKeptMs) return true;
  if (failure !== null && failure.kind !== 'forbidden') return elapsedMs >= failedKeptMs;
  const since = readAtMs ?? askedAtMs;
  return elapsedMs >= keptMs || source.things.some((thing) => hasPassed(thing, since, nowMs));
}

/** Asks for what is due, lists before what lies in their things. Fails when all that was asked failed for the same network. */
async function read(context: ReadContext<Needs>): Promise<Read<DateSource[]>> {
  const { api, clock, connection, isAsked } = context;
  const { remaining, limit } = api.budget();
  if (remaining <= limit * stopsBelow) return { outcome: failed({ kind: 'held', ...comingWords.spared }), cost: 0 };
  const held = new Map(connection()?.dates ?? dates.empty);
  const asked = new Map<string, DateSource>();
  let cost = 0;
  // Lists first: what they hold says what else there is to ask for.
  for (let round = 1; round <= 2; round += 1) {
    // What waited longest is first, so that many clusters do not keep each other from their turn.
    const due = wantedFrom(held)
      .filter((one) => !asked.has(one.key) && isDue(one, clock.now(), isAsked))
      .sort((one, other) => one.askedAtMs - other.askedAtMs);
    const affordable = due.slice(0, Math.max(0, (isAsked ? askedAtMost : requestsAtMost) - cost));
    const answers = await Promise.all(affordable.map((one) => readSource(context, one)));
    for (const { source, spent } of answers) {
      held.set(source.key, source);
      asked.set(source.key, source);
      cost += spent;
    }
  }
  // Nothing is asked, so this says nothing about the token.
  if (asked.size === 0) return { outcome: failed({ kind: 'aborted', ...comingWords.nothingDue }), cost: 0 };
  const failures = [...asked.values()].flatMap(({ failure }) => failure ?? []);
  // A refused token is for the account's read to judge; without a network nothing was learned.
  const refused = failures.find(({ kind }) => kind === 'unauthorized');
  const hindered = failures.length === asked.size ? failures.find(({ kind }) => kind !== 'forbidden') : undefined;
  const first = refused ?? hindered;
  if (first) return { outcome: failed(first), cost };
  const wanted = new Set(wantedFrom(held).map(({ key }) => key));
  return { outcome: success([...held.values()].filter(({ key }) => wanted.has(key))), cost };
}

/** Asks for one list. After a failure what was known stays. */
async function readSource(context: ReadContext<Needs>, known: DateSource): Promise<{ source: DateSource; spent: number }> {
  const askedAtMs = context.clock.now();
  const answer = await things(context, known);
  const source = { ...known, askedAtMs, outdatedAtMs: null };
  if (answer.ok) {
    const readAtMs = context.clock.now();
    const { things: found, leftOut, spent } = answer.value;
    return { source: { ...source, readAtMs, failure: null, things: found, leftOut }, spent };
  }
  const { failure } = answer;
  // What cannot be read any more is not shown as if it were known.
  const left = failure.kind === 'forbidden' || failure.kind === 'not-found' ? { things: [], leftOut: 0 } : {};
  return { source: { ...source, ...left, failure }, spent: failure.attempts ?? 1 };
}

async function things(
  { api, options }: ReadContext<Needs>,
  { familyId, inside }: DateSource,
): Promise<Outcome<{ things: DatedThing[]; leftOut: number; spent: number }>> {
  const kind = kindOf(familyId);
  if (kind === undefined) return success({ things: [], leftOut: 0, spent: 0 });
  if (kind === 'engine' || kind === 'upgrade') {
    const answer = await api.call(familyId, kind === 'engine' ? {} : { path: { cluster_id: inside } }, options);
    if (!answer.ok) return answer;
    const { body, attempts } = answer.value;
    const found = kind === 'engine' ? engineThings(body) : [upgradeThing(inside, body)];
    return success({ things: found, leftOut: 0, spent: attempts });
  }
  const listing = await api.listAll(familyId, kind === 'function-key' ? { path: { namespace_id: inside } } : {}, options);
  if (!listing.ok) return listing;
  const { items, attempts } = listing.value;
  return success({ ...datedThings(kind, items), spent: Math.max(attempts, pagesOf(items.length)) });
}
