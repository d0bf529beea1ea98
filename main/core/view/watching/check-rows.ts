import type { CheckRow } from '../../../../preload/contract/watching.ts';
import type { DatedOf } from '../../digitalocean/resources/dated-things.ts';
import type { UptimeCheck } from '../../digitalocean/resources/uptime-checks.ts';
import { thingsOf } from '../../fetched/dates.ts';
import type { UptimeState } from '../../fetched/uptime.ts';
import type { ConnectionState } from '../../state/state.ts';
import { worldRegion } from '../../words/regions.ts';

/** The uptime checks of a connection. Those that were not looked at yet are among them. */
export function checkRows({
  id,
  checks,
  uptime,
  dates,
}: Pick<ConnectionState, 'id' | 'checks' | 'uptime' | 'dates'>): CheckRow[] {
  const certificates = thingsOf(dates, 'certificate').map(({ thing }) => thing);
  return [...checks.values()].map((check) => ({
    ...checkRow(id, check, uptime.get(check.id)),
    certificate: certificateOf(check.target, certificates),
  }));
}

/** Of several for one host the last to end, since the others were probably replaced by it. */
function certificateOf(target: string, certificates: readonly DatedOf<'certificate'>[]): CheckRow['certificate'] {
  const url = URL.parse(target);
  if (url?.protocol !== 'https:') return null;
  const found = certificates.flatMap(({ name, domains, endsAtMs }) =>
    endsAtMs !== null && domains.some((domain) => covers(domain.toLowerCase(), url.hostname)) ? { name, endsAtMs } : [],
  );
  return found.toSorted((one, other) => other.endsAtMs - one.endsAtMs)[0] ?? null;
}

/** A wildcard stands for one label, as browsers read it. */
const covers = (domain: string, host: string): boolean =>
  domain === host || (domain.startsWith('*.') && host.indexOf('.') > 0 && host.slice(host.indexOf('.')) === domain.slice(1));

function checkRow(
  connectionId: string,
  { id, name, target, isEnabled }: UptimeCheck,
  state: UptimeState | undefined,
): Omit<CheckRow, 'certificate'> {
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
