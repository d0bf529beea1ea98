import { z } from 'zod';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { getUptimeCheckState, listUptimeChecks, type UptimeCheck } from '../digitalocean/resources/uptime-checks.ts';
import { mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import { type Definition, pagesOf, type Read, type ReadContext, savedAs } from './definition.ts';

/** An uptime check with its state, summed up over the regions of the world that check it. */
export interface UptimeState {
  checkId: string;
  name: string;
  target: string;
  isEnabled: boolean;
  /** `down`: at least one region says so. `unknown`: switched off, not checked yet, or beyond the checks that Buoy reads. */
  status: 'up' | 'down' | 'unknown';
  /** Regions that see it down. */
  downIn: readonly string[];
  /** When the state last changed, as the API says; `null`: unknown. */
  changedAtMs: number | null;
}

/** By the check's id. */
export type UptimeStates = ReadonlyMap<string, UptimeState>;

interface Needs {
  uptime: UptimeStates;
}

/** Further checks are listed without their state, so that a team with hundreds does not spend the budget. */
const maximumChecks = 25;

const schema = z.object({
  checkId: z.string(),
  name: z.string(),
  target: z.string(),
  isEnabled: z.boolean(),
  status: z.enum(['up', 'down', 'unknown']),
  downIn: z.array(z.string()),
  changedAtMs: z.number().nullable(),
});

/**
 * Uptime checks, and for each enabled one what the regions of the world see: one request for each check.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/uptime_get_checkState
 */
export const uptime: Definition<UptimeStates, readonly UptimeState[], Needs> = {
  empty: new Map(),
  fold: (held, answer) => mergeByKey(held, answer, (check) => check.checkId),
  // Enough for two checks every five minutes. More checks are read less often.
  sharePerHour: 44,
  intervalMs: (chosenMs) => Math.max(chosenMs, 300_000),
  read: readChecks,
  saved: savedAs(rowsOf(schema), {
    write: (held) => [...held.values()].map((check) => ({ ...check, downIn: [...check.downIn] })),
    read: (saved) => new Map(saved.map((check) => [check.checkId, check])),
  }),
  wakesPollers: false,
  bearsNews: true,
};

async function readChecks(context: ReadContext<Needs>): Promise<Read<UptimeState[]>> {
  const listing = await listUptimeChecks(context.api, context.options);
  if (!listing.ok) return { outcome: listing, cost: 1 };
  const checks = listing.value;
  const known = context.connection()?.uptime;
  const looked = checks.filter((check) => check.isEnabled).slice(0, maximumChecks);
  const answers = new Map(
    await Promise.all(
      looked.map(async (check): Promise<[string, Outcome<UptimeState>]> => [check.id, await readState(context, check)]),
    ),
  );
  const states = checks.map((check) => {
    const answer = answers.get(check.id);
    return answer?.ok ? answer.value : (known?.get(check.id) ?? unknownState(check));
  });
  const failures = [...answers.values()].flatMap((answer) => (answer.ok ? [] : [answer.failure]));
  const [first] = failures;
  // Fails only when no check could be read. A single check that fails keeps its last state.
  const outcome = first && failures.length === looked.length ? failed(first) : success(states);
  return { outcome, cost: pagesOf(checks.length) + looked.length };
}

const unknownState = (check: UptimeCheck): UptimeState => ({
  checkId: check.id,
  name: check.name,
  target: check.target,
  isEnabled: check.isEnabled,
  status: 'unknown',
  downIn: [],
  changedAtMs: null,
});

async function readState({ api, options }: ReadContext<Needs>, check: UptimeCheck): Promise<Outcome<UptimeState>> {
  const read = await getUptimeCheckState(api, check.id, options);
  if (!read.ok) return read;
  const { regions } = read.value;
  const downIn = regions.filter((region) => region.status === 'DOWN').map((region) => region.region);
  const isUp = regions.some((region) => region.status === 'UP');
  const changes = regions.map((region) => region.changedAtMs).filter((atMs) => atMs !== null);
  return success({
    ...unknownState(check),
    status: downIn.length > 0 ? 'down' : isUp ? 'up' : 'unknown',
    downIn,
    changedAtMs: changes.length === 0 ? null : Math.max(...changes),
  });
}
