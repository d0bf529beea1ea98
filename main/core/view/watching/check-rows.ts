import type { CheckRow } from '../../../../preload/contract/watching.ts';
import type { UptimeCheck } from '../../digitalocean/resources/uptime-checks.ts';
import type { UptimeState } from '../../fetched/uptime.ts';
import type { ConnectionState } from '../../state/state.ts';
import { worldRegion } from '../../words/regions.ts';

/** The uptime checks of a connection. Those that were not looked at yet are among them. */
export const checkRows = ({ id, checks, uptime }: Pick<ConnectionState, 'id' | 'checks' | 'uptime'>): CheckRow[] =>
  [...checks.values()].map((check) => checkRow(id, check, uptime.get(check.id)));

function checkRow(connectionId: string, { id, name, target, isEnabled }: UptimeCheck, state: UptimeState | undefined): CheckRow {
  const outage = state?.previousOutage ?? null;
  const percents = (state?.regions ?? []).flatMap(({ uptimePercent }) => (uptimePercent === null ? [] : [uptimePercent]));
  return {
    key: `${connectionId}:${id}`,
    connectionId,
    checkId: id,
    name: name || target,
    target,
    status: isEnabled ? (state?.status ?? 'unknown') : 'paused',
    sinceMs: isEnabled ? (state?.changedAtMs ?? null) : null,
    regions: (state?.regions ?? []).map(({ region, status, sinceMs, uptimePercent }) => {
      return { name: worldRegion(region), status, sinceMs, uptimePercent };
    }),
    uptimePercent: percents.length === 0 ? null : Math.min(...percents),
    previousOutage: outage && { ...outage, region: worldRegion(outage.region) },
    days: state?.days ?? [],
    lookedAtMs: state?.lookedAtMs ?? null,
  };
}
