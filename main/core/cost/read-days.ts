import type { Days } from '../../../preload/contract/bills.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { record } from '../digitalocean/resources/wire-values.ts';
import { dayMs, dayOf, monthStart } from '../money/calendar.ts';
import type { CoreServices } from '../services.ts';
import { costFailures } from '../words/idle.ts';
import { monthsOf, type TeamDays, type ToldDay, toldDays } from './days.ts';

/** DigitalOcean estimates a day in the night after it. */
const freshForMs = 3 * 3_600_000;

/** How the months of teams went: what Buoy saw, and DigitalOcean's estimates of the days, read when somebody looks. */
export function createDaysReader(services: CoreServices) {
  const kept = new Map<string, { atMs: number; asked: Promise<Outcome<readonly ToldDay[]>> }>();

  function told(connectionId: string): Promise<Outcome<readonly ToldDay[]>> {
    const known = kept.get(connectionId);
    if (known && Math.abs(services.clock.now() - known.atMs) < freshForMs) return known.asked;
    for (const id of kept.keys()) if (!services.state().connections.has(id)) kept.delete(id);
    const asked = read(connectionId);
    kept.set(connectionId, { atMs: services.clock.now(), asked });
    // A failure may be over soon, and is asked for again when somebody looks again.
    void asked.then((answer) => {
      if (!answer.ok && kept.get(connectionId)?.asked === asked) kept.delete(connectionId);
    });
    return asked;
  }

  async function read(connectionId: string): Promise<Outcome<readonly ToldDay[]>> {
    const opened = services.api(connectionId);
    if (!opened.ok) return opened;
    const uuid = services.state().connections.get(connectionId)?.account?.team?.uuid;
    if (uuid === undefined) return failed({ kind: 'not-found', ...costFailures.noTeam });
    const nowMs = services.clock.now();
    // At most 31 days a request, and the last month may have as many.
    const ranges = [
      [monthStart(nowMs, -1), monthStart(nowMs) - dayMs],
      [monthStart(nowMs), nowMs],
    ] as const;
    const days: ToldDay[] = [];
    for (const [fromMs, toMs] of ranges) {
      const path = { account_urn: `do:team:${uuid}`, start_date: dayOf(fromMs), end_date: dayOf(toMs) };
      const answer = await opened.value.listAll('billingInsights_list', { path });
      if (!answer.ok) return failed(answer.failure);
      days.push(...toldDays(answer.value.items.map(record).filter((row) => row !== null)));
    }
    return success(days);
  }

  return {
    async read(connectionIds: readonly string[]): Promise<Outcome<Days>> {
      const unread: { connectionId: string; failure: Failure }[] = [];
      const nowMs = services.clock.now();
      const teams = await Promise.all(
        connectionIds.map(async (connectionId): Promise<TeamDays> => {
          const answer = await told(connectionId);
          if (!answer.ok) unread.push({ connectionId, failure: answer.failure });
          const { connections, spending } = services.state();
          return {
            points: spending.get(connectionId) ?? [],
            told: answer.ok ? answer.value : null,
            nowMs: connections.get(connectionId)?.balance?.generatedAtMs ?? nowMs,
          };
        }),
      );
      return success({ ...monthsOf(teams, nowMs), unread });
    },
    stop: () => kept.clear(),
  };
}
