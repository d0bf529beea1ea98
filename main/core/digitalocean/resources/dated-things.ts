import { z } from 'zod';
import { rowsOf } from '../../understood.ts';
import { identifier, isTrue, list, record, string, strings, timeMs, type WireRecord } from './wire-values.ts';

/*
 * What things of the API tell about their own end, about newer versions and about their windows. Only what is needed of them is
 * kept, and nothing secret, so that it may be written to disk. A moment that the API does not tell is `null`.
 * https://docs.digitalocean.com/reference/api/digitalocean/
 */

const moment = z.number().nullable();
/** A weekly window as the API writes it: a day of the week or `any`, a time of the day in UTC, and how long it lasts. */
const windowSchema = z.object({ day: z.string(), time: z.string(), lastsMs: moment });
export type WeeklyWindow = z.infer<typeof windowSchema>;

const named = { id: z.string(), name: z.string() };
const certificate = z.object({
  kind: z.literal('certificate'),
  ...named,
  endsAtMs: moment,
  /** DigitalOcean renews it. */
  isRenewed: z.boolean(),
  domains: z.array(z.string()),
});
const database = z.object({
  kind: z.literal('database'),
  ...named,
  engine: z.string(),
  version: z.string(),
  /** When the version is supported no longer. */
  endsAtMs: moment,
  window: windowSchema.nullable(),
  /** An update is installed in the next window. */
  isPending: z.boolean(),
  updates: z.array(z.string()),
});
const engine = z.object({
  kind: z.literal('engine'),
  id: z.string(),
  versions: z.array(z.string()),
  ends: z.array(z.object({ version: z.string(), atMs: z.number() })),
});
const cluster = z.object({
  kind: z.literal('cluster'),
  ...named,
  version: z.string(),
  window: windowSchema.nullable(),
  /** New patches are installed in the window by themselves. */
  isAutomatic: z.boolean(),
});
/** Versions that are offered to a cluster. */
const upgrade = z.object({ kind: z.literal('upgrade'), id: z.string(), versions: z.array(z.string()) });
const namespace = z.object({ kind: z.literal('namespace'), ...named });
const functionKey = z.object({ kind: z.literal('function-key'), ...named, endsAtMs: moment });
/** The API tells no end of a prefix, so its name is all that is kept. */
const prefix = z.object({ kind: z.literal('prefix'), ...named });

export const datedThingSchema = z.discriminatedUnion('kind', [
  certificate,
  database,
  engine,
  cluster,
  upgrade,
  namespace,
  functionKey,
  prefix,
]);
export type DatedThing = z.infer<typeof datedThingSchema>;
export type DatedKind = DatedThing['kind'];
export type DatedOf<K extends DatedKind> = Extract<DatedThing, { kind: K }>;
export const datedRows = rowsOf(datedThingSchema);

const namesKept = 3;

const called = (wire: WireRecord, field = 'id'): { id: string; name: string } | null => {
  const id = identifier(wire[field]);
  return id === null ? null : { id, name: string(wire.name) || string(wire.label) || string(wire.prefix) || id };
};

/** Reads one row of each kind; `undefined`: it has no id. */
const parsers: { readonly [K in Exclude<DatedKind, 'engine' | 'upgrade'>]: (wire: WireRecord) => DatedOf<K> | undefined } = {
  certificate(wire) {
    const own = called(wire);
    const isRenewed = wire.type === 'lets_encrypt';
    const domains = strings(wire.dns_names).slice(0, namesKept);
    return own ? { kind: 'certificate', ...own, endsAtMs: timeMs(wire.not_after), isRenewed, domains } : undefined;
  },
  database(wire) {
    const own = called(wire);
    const upkeep = record(wire.maintenance_window);
    const time = string(upkeep?.hour);
    return own
      ? {
          kind: 'database',
          ...own,
          engine: string(wire.engine) ?? '',
          version: string(wire.version) ?? '',
          endsAtMs: timeMs(wire.version_end_of_life),
          window: time === null ? null : { day: string(upkeep?.day) ?? 'any', time, lastsMs: null },
          isPending: isTrue(upkeep?.pending),
          updates: strings(upkeep?.description),
        }
      : undefined;
  },
  cluster(wire) {
    const own = called(wire);
    const upkeep = record(wire.maintenance_policy);
    const time = string(upkeep?.start_time);
    return own
      ? {
          kind: 'cluster',
          ...own,
          version: string(wire.version) ?? '',
          window: time === null ? null : { day: string(upkeep?.day) ?? 'any', time, lastsMs: lastsMs(upkeep?.duration) },
          isAutomatic: isTrue(wire.auto_upgrade),
        }
      : undefined;
  },
  namespace(wire) {
    const own = called(wire, 'namespace');
    return own ? { kind: 'namespace', ...own } : undefined;
  },
  'function-key'(wire) {
    const own = called(wire);
    return own ? { kind: 'function-key', ...own, endsAtMs: timeMs(wire.expires_at) } : undefined;
  },
  prefix(wire) {
    const own = called(wire, 'uuid');
    return own ? { kind: 'prefix', id: own.id, name: string(wire.prefix) || own.name } : undefined;
  },
};

/** The rows of a list, and how many of them say too little to be told apart. Those are left out. */
export function datedThings(kind: keyof typeof parsers, rows: readonly unknown[]): { things: DatedThing[]; leftOut: number } {
  const things = rows.flatMap((row): DatedThing[] => {
    const wire = record(row);
    const thing = wire ? parsers[kind](wire) : undefined;
    return thing ? [thing] : [];
  });
  return { things, leftOut: rows.length - things.length };
}

/** The versions of every database engine, and when they end, in the answer of `databases_list_options`. */
export function engineThings(body: unknown): DatedThing[] {
  const wire = record(body);
  const ends = record(wire?.version_availability) ?? {};
  return Object.entries(record(wire?.options) ?? {}).map(([id, offered]) => ({
    kind: 'engine',
    id,
    versions: strings(record(offered)?.versions),
    ends: list(ends[id]).flatMap((one) => {
      const row = record(one);
      const version = string(row?.version);
      const atMs = timeMs(row?.end_of_life);
      return version === null || atMs === null ? [] : [{ version, atMs }];
    }),
  }));
}

/** The versions in the answer of `kubernetes_get_availableUpgrades`, in its order. */
export function upgradeThing(clusterId: string, body: unknown): DatedThing {
  const versions = list(record(body)?.available_upgrade_versions).flatMap((one) => string(record(one)?.slug) ?? []);
  return { kind: 'upgrade', id: clusterId, versions };
}

/** "4h0m0s" in milliseconds; `null` for another form. */
function lastsMs(value: unknown): number | null {
  const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(string(value) ?? '');
  const ms = ((Number(found?.[1] ?? 0) * 60 + Number(found?.[2] ?? 0)) * 60 + Number(found?.[3] ?? 0)) * 1000;
  return ms > 0 ? ms : null;
}

const hourMs = 3_600_000;

/** Whether a window in which something waits has begun since then, an hour ago at least so that it had time to act. */
export function hasPassed(thing: DatedThing, sinceMs: number, nowMs: number): boolean {
  if (thing.kind !== 'database' || !thing.isPending || thing.window === null) return false;
  const hour = Number(thing.window.time.slice(0, 2));
  for (let atMs = Math.ceil(sinceMs / hourMs) * hourMs; atMs <= nowMs - hourMs; atMs += hourMs) {
    const at = new Date(atMs);
    if (at.getUTCHours() === hour && thing.window.day.toLowerCase() === weekdays[at.getUTCDay()]) return true;
  }
  return false;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
