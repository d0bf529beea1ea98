import { z } from 'zod';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { getUptimeCheckState, type UptimeCheck, type UptimeCheckState } from '../digitalocean/resources/uptime-checks.ts';
import { mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import { lookEveryMs, requestsForPoll, watchShares } from '../watching/budget.ts';
import { demandOf } from '../watching/demand.ts';
import { calm, type Flaps, withFlap } from '../watching/flapping.ts';
import { type Turn, taken } from '../watching/turns.ts';
import { seenBetween, type UptimeDay, withSeen } from '../watching/uptime-days.ts';
import type { Checks } from './checks.ts';
import { type Definition, type Read, type ReadContext, savedAs } from './definition.ts';
import type { Policies } from './policies.ts';
import { flapsSchema } from './saved-flaps.ts';

/** What one region of the world sees of a check. */
export interface RegionState {
  region: string;
  status: 'up' | 'down' | 'checking' | 'unknown';
  /** Since when; `null`: the API does not say. */
  sinceMs: number | null;
  /** Over the last 30 days, 0 to 100, as the API says. */
  uptimePercent: number | null;
}

/** What is seen of an uptime check, summed up over the regions of the world that check it. */
export interface UptimeState {
  checkId: string;
  name: string;
  target: string;
  isEnabled: boolean;
  /** `down`: at least one region says so. `unknown`: switched off, or not looked at yet. */
  status: 'up' | 'down' | 'unknown';
  /** Regions that see it down. */
  downIn: readonly string[];
  /** Since when the state is so, as the API says: of a check that is down, the first region that saw it; `null`: unknown. */
  changedAtMs: number | null;
  /** Since when it was seen down. It stays while no region has an answer; `null`: it was up when it was last seen. */
  downSinceMs: number | null;
  regions: readonly RegionState[];
  /** The last outage that is over. */
  previousOutage: { region: string; startedAtMs: number; endedAtMs: number } | null;
  /** The last days as Buoy saw them, oldest first. */
  days: readonly UptimeDay[];
  /** When this was read; `null`: never. */
  lookedAtMs: number | null;
  /** When Buoy last tried to. */
  triedAtMs: number | null;
  /** How often it went down lately. */
  flaps: Flaps;
}

/** By the check's id. */
export type UptimeStates = ReadonlyMap<string, UptimeState>;

interface Needs {
  checks: Checks;
  uptime: UptimeStates;
  policies: Policies;
  fetches: Record<'checks' | 'uptime', { fetchedAtMs: number | null }>;
}

/** After a longer time without a look, only what the API says of it counts for the days. */
const trustMs = 1_800_000;

const day = z.object({ day: z.string(), upSeconds: z.number(), downSeconds: z.number(), unknownSeconds: z.number() });
const schema = z.object({
  checkId: z.string(),
  name: z.string(),
  target: z.string(),
  isEnabled: z.boolean(),
  status: z.enum(['up', 'down', 'unknown']),
  downIn: z.array(z.string()),
  changedAtMs: z.number().nullable(),
  // 0.1.0 did not write these.
  downSinceMs: z.number().nullable().catch(null),
  regions: rowsOf(
    z.object({
      region: z.string(),
      status: z.enum(['up', 'down', 'checking', 'unknown']),
      sinceMs: z.number().nullable(),
      uptimePercent: z.number().nullable(),
    }),
  ).catch([]),
  previousOutage: z.object({ region: z.string(), startedAtMs: z.number(), endedAtMs: z.number() }).nullable().catch(null),
  days: rowsOf(day).catch([]),
  lookedAtMs: z.number().nullable().catch(null),
  triedAtMs: z.number().nullable().catch(null),
  flaps: flapsSchema,
});

/**
 * What the regions of the world see of each enabled uptime check: one request for each, in turns, so that every check is looked at.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/uptime_get_checkState
 */
export const uptime: Definition<UptimeStates, readonly UptimeState[], Needs> = {
  empty: new Map(),
  fold: (held, answer) => mergeByKey(held, answer, (check) => check.checkId),
  sharePerHour: (connection, { requests, watching }) => watchShares(demandOf(connection), watching, requests).uptime,
  intervalMs: (chosenMs, watching) => Math.max(chosenMs, lookEveryMs(watching)),
  // A check that was never looked at is not left waiting for the next round.
  urgentIntervalMs({ checks, uptime: states, fetches }) {
    const isFirst = fetches.checks.fetchedAtMs !== null && fetches.uptime.fetchedAtMs === null;
    const isNew = [...checks.values()].some(({ id, isEnabled }) => isEnabled && (states.get(id)?.triedAtMs ?? null) === null);
    return isFirst || isNew ? 1000 : null;
  },
  read: readStates,
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()] as z.infer<typeof schema>[],
    read: (saved) => new Map(saved.map((check) => [check.checkId, { ...check, downSinceMs: downSince(check) }])),
  }),
  wakesPollers: false,
  bearsNews: true,
};

/** A check that 0.1.0 saw down is so since it changed. */
const downSince = ({ status, downSinceMs, changedAtMs, lookedAtMs }: z.infer<typeof schema>): number | null =>
  downSinceMs ?? (status === 'down' ? (changedAtMs ?? lookedAtMs ?? 0) : null);

/** The states of checks that are still there and switched on. Those of others are dropped with the next look. */
export const standingChecks = ({
  checks,
  uptime: states,
  fetches,
}: Pick<Needs, 'checks' | 'uptime' | 'fetches'>): UptimeState[] =>
  [...states.values()].filter(({ checkId, isEnabled }) =>
    // Until the list was read, what was saved counts.
    fetches.checks.fetchedAtMs === null ? isEnabled : checks.get(checkId)?.isEnabled === true,
  );

async function readStates(context: ReadContext<Needs>): Promise<Read<UptimeState[]>> {
  const connection = context.connection();
  if (!connection || connection.fetches.checks.fetchedAtMs === null) return { outcome: null, cost: 0 };
  const nowMs = context.clock.now();
  const all = [...connection.checks.values()];
  const looked = chosen(all, connection.uptime, context, nowMs);
  const answers = new Map(
    await Promise.all(
      looked.map(
        async (check): Promise<[string, Outcome<UptimeCheckState>]> => [
          check.id,
          await getUptimeCheckState(context.api, check.id, context.options),
        ],
      ),
    ),
  );
  const states = all.map((check): UptimeState => {
    const known = { ...(connection.uptime.get(check.id) ?? neverSeen), ...ofCheck(check) };
    const answer = answers.get(check.id);
    if (!check.isEnabled) return paused(known, nowMs);
    if (answer === undefined) return known;
    return { ...(answer.ok ? seen(known, answer.value, nowMs) : known), triedAtMs: nowMs };
  });
  const failures = [...answers.values()].flatMap((answer) => (answer.ok ? [] : [answer.failure]));
  const [first] = failures;
  // Fails only when no check could be read. A single check that fails keeps its last state.
  const outcome = first && failures.length === looked.length ? failed(first) : success(states);
  return { outcome, cost: looked.length };
}

/** What is looked at now: half of it for what is down, so that its end is seen soon, and the rest for whoever waits longest. */
function chosen(
  checks: readonly UptimeCheck[],
  states: UptimeStates,
  { sharePerHour, watching }: ReadContext<Needs>,
  nowMs: number,
): UptimeCheck[] {
  const everyMs = lookEveryMs(watching);
  const turnOf = (check: UptimeCheck): Turn<UptimeCheck> => {
    return { item: check, cost: 1, lookedAtMs: states.get(check.id)?.triedAtMs ?? null, everyMs };
  };
  const enabled = checks.filter(({ isEnabled }) => isEnabled);
  const untouched = enabled.filter(({ id }) => (states.get(id)?.triedAtMs ?? null) === null).length;
  const requests = requestsForPoll(sharePerHour, everyMs, untouched);
  const [down, others] = [true, false].map((is) =>
    enabled.filter(({ id }) => ((states.get(id)?.downSinceMs ?? null) !== null) === is).map(turnOf),
  );
  const first = taken(down ?? [], Math.ceil(requests / 2), nowMs, everyMs / 2);
  return [...first, ...(requests > first.length ? taken(others ?? [], requests - first.length, nowMs, everyMs / 2) : [])];
}

const ofCheck = ({ id, name, target, isEnabled }: UptimeCheck) => ({ checkId: id, name, target, isEnabled });

const nothingSeen = { status: 'unknown', downIn: [], changedAtMs: null, downSinceMs: null, regions: [] } as const;
const neverSeen: Omit<UptimeState, 'checkId' | 'name' | 'target' | 'isEnabled'> = {
  ...nothingSeen,
  previousOutage: null,
  days: [],
  lookedAtMs: null,
  triedAtMs: null,
  flaps: calm,
};

/** While a check is switched off nobody looks, so the time counts as unknown. */
function paused(known: UptimeState, nowMs: number): UptimeState {
  const before = known.lookedAtMs === null ? null : { atMs: known.lookedAtMs, status: 'unknown' as const };
  const days = withSeen(
    known.days,
    seenBetween(before, { atMs: nowMs, status: 'unknown', sinceMs: null, outage: null }, trustMs),
  );
  return { ...known, ...nothingSeen, days, lookedAtMs: before && nowMs };
}

function seen(known: UptimeState, { regions, previousOutage }: UptimeCheckState, nowMs: number): UptimeState {
  const down = regions.filter((region) => region.status === 'DOWN');
  const status = down.length > 0 ? 'down' : regions.some((region) => region.status === 'UP') ? 'up' : 'unknown';
  const times = (down.length > 0 ? down : regions).map(({ changedAtMs }) => changedAtMs).filter((atMs) => atMs !== null);
  // Down since the first region saw it, up since the last one did.
  const changedAtMs = times.length === 0 ? null : status === 'down' ? Math.min(...times) : Math.max(...times);
  const { startedAtMs = null, endedAtMs = null, region = '' } = previousOutage ?? {};
  const outage = startedAtMs !== null && endedAtMs !== null ? { region, startedAtMs, endedAtMs } : null;
  const before = known.lookedAtMs === null ? null : { atMs: known.lookedAtMs, status: known.status };
  const heldSinceMs = status === 'up' ? null : known.downSinceMs;
  const wentDown = status === 'down' && heldSinceMs === null;
  return {
    ...known,
    status,
    downIn: down.map((one) => one.region),
    changedAtMs,
    downSinceMs: wentDown ? (changedAtMs ?? nowMs) : heldSinceMs,
    regions: regions.map(regionState),
    previousOutage: outage,
    days: withSeen(known.days, seenBetween(before, { atMs: nowMs, status, sinceMs: changedAtMs, outage }, trustMs)),
    lookedAtMs: nowMs,
    flaps: wentDown ? withFlap(known.flaps, nowMs) : known.flaps,
  };
}

const regionState = ({
  region,
  status,
  changedAtMs,
  thirtyDayUptimePercent,
}: UptimeCheckState['regions'][number]): RegionState => ({
  region,
  status: status === 'UP' ? 'up' : status === 'DOWN' ? 'down' : status === 'CHECKING' ? 'checking' : 'unknown',
  sinceMs: changedAtMs,
  uptimePercent: thirtyDayUptimePercent,
});
