import type { Measured, MeasuredRow } from '../../../../preload/contract/watching.ts';
import type { AlertState } from '../../fetched/alert-state.ts';
import { standingAlerts } from '../../fetched/alerts.ts';
import { dropletKey } from '../../names/droplet-key.ts';
import type { ConnectionState } from '../../state/state.ts';

/** Which value of a droplet the policies of a type compare, as far as it is a share of the whole. */
const comparedBy: Readonly<Record<string, 'cpu' | 'memory' | 'disk'>> = {
  'v1/insights/droplet/cpu': 'cpu',
  'v1/insights/droplet/memory_utilization_percent': 'memory',
  'v1/insights/droplet/disk_utilization_percent': 'disk',
};

/** How busy and how full droplets are, from the samples that policies were judged by: this costs no request. */
export function measuredRows(connection: Pick<ConnectionState, 'id' | 'alerts' | 'policies' | 'droplets'>): MeasuredRow[] {
  const rows = new Map<string, MeasuredRow>();
  for (const alert of standingAlerts(connection)) {
    const what = comparedBy[alert.type];
    const droplet = what === undefined ? undefined : connection.droplets.get(Number(alert.thing.id));
    // What is off is not busy, whatever it sent last.
    if (what === undefined || droplet?.status !== 'active' || alert.latest === null) continue;
    const key = dropletKey(connection.id, droplet.id);
    const row = rows.get(key) ?? { key, connectionId: connection.id, cpu: null, memory: null, disk: null };
    rows.set(key, { ...row, [what]: together(row[what], alert) });
  }
  return [...rows.values()];
}

const worst: readonly Measured['state'][] = ['firing', 'leaning', 'quiet'];

/** The newest of what several policies of one value saw, and the worst that any of them says. */
function together(before: Measured | null, { judgement, isLeaning, latest }: AlertState): Measured | null {
  if (latest === null) return before;
  const state = judgement === 'firing' ? 'firing' : isLeaning ? 'leaning' : 'quiet';
  const own: Measured = { percent: latest.value, atMs: latest.atMs, state };
  if (before === null) return own;
  const newest = own.atMs > before.atMs ? own : before;
  return { ...newest, state: worst.find((one) => one === before.state || one === state) ?? state };
}
