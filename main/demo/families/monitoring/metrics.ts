import { type Call, type Handler, ok, type Reply } from '../../wire/call.ts';
import { badRequest } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import { downMark } from '../compute/droplets.ts';
import { episodesOf, levelFrom, sumOfWaves, type Wave, waveOf } from './waves.ts';

/** One line of a chart: its labels, and its value at a moment (Unix seconds). */
interface Series {
  metric: Row;
  at: (seconds: number) => number;
}

interface Window {
  startSeconds: number;
  endSeconds: number;
  stepSeconds: number;
}

/** The API's resolution: a sample a minute, fewer over longer times, a few hundred points at most. */
function windowOf({ query, world }: Call): Window {
  const [start, end] = [Number(query.get('start')), Number(query.get('end'))];
  if (!Number.isFinite(start) || !Number.isFinite(end) || end < start)
    throw badRequest('start and end must be Unix seconds, the earlier one first.');
  const stepSeconds = Math.max(60, Math.ceil((end - start) / 360 / 60) * 60);
  const nowSeconds = Math.floor(world.now() / 1000);
  return { startSeconds: Math.ceil(start / stepSeconds) * stepSeconds, endSeconds: Math.min(end, nowSeconds), stepSeconds };
}

/** A matrix in Prometheus's form: times are numbers and values are texts. A thing without samples has no line. */
function matrix(call: Call, series: readonly Series[], isSilentSince = Number.POSITIVE_INFINITY): Reply {
  const { startSeconds, endSeconds, stepSeconds } = windowOf(call);
  const result = series.flatMap(({ metric, at }) => {
    const values: [number, string][] = [];
    for (let seconds = startSeconds; seconds <= Math.min(endSeconds, isSilentSince); seconds += stepSeconds)
      values.push([seconds, trimmed(at(seconds))]);
    return values.length > 0 ? [{ metric, values }] : [];
  });
  return ok({ status: 'success', data: { resultType: 'matrix', result } });
}

const trimmed = (value: number): string => String(Math.round(value * 1000) / 1000);

/**
 * CPU use of a droplet in percent. worker-02 has been busy for seven minutes when the demo starts, and is busy again and
 * again.
 */
function busyWave(call: Call, droplet: Row): Wave {
  const { levels } = call.team.document(loadMark(droplet.id), () => ({}));
  return listOf({ levels }, 'levels').reduce<Wave>(
    (wave, level) => {
      const { fromMs, percent } = level as { fromMs: number; percent: number };
      return levelFrom(wave, fromMs / 1000, percent);
    },
    ownWave(call, droplet),
  );
}

/** Where a team keeps the loads that were ordered for a droplet: since when, and how much. */
export const loadMark = (id: unknown): string => `/#load/${id}`;

function ownWave({ world }: Call, droplet: Row): Wave {
  const name = textOf(droplet, 'name');
  if (name !== 'worker-02') return waveOf(`cpu ${droplet.id}`, 18 + (Number(droplet.id) % 40), 12);
  const anchorSeconds = Math.floor(world.startMs / 1000) - 7 * 60;
  return sumOfWaves(
    waveOf(name, 0, 3),
    episodesOf({ low: 34, high: 90, anchorSeconds, periodSeconds: 2_700, highSeconds: 1_200 }),
  );
}

/** A droplet that is off no longer reports: since it went down or was powered off, or since before the demo started. */
function silentSince({ team, world }: Call, droplet: Row): number {
  if (droplet.status !== 'off') return Number.POSITIVE_INFINITY;
  const wentDownMs = Number(team.document(downMark(droplet.id), () => ({})).atMs ?? 0);
  const target = `droplet:${droplet.id}`;
  const isEnd = (row: Row) => (row.type === 'power_off' || row.type === 'shutdown') && row.status === 'completed';
  const last = team
    .table('/v2/actions')
    .list()
    .findLast((row) => isEnd(row) && team.targets.get(Number(row.id)) === target);
  const offMs = last ? Date.parse(textOf(last, 'completed_at')) : 0;
  return Math.floor((Math.max(wentDownMs, offMs) || world.startMs - 6 * 60_000) / 1000);
}

function ofDroplet(make: (call: Call, droplet: Row, host: string) => readonly Series[]): Handler {
  return (call) => {
    const host = call.query.get('host_id') ?? '';
    const droplet = call.team.table('/v2/droplets').find(host);
    return droplet ? matrix(call, make(call, droplet, host), silentSince(call, droplet)) : matrix(call, []);
  };
}

/** Seconds spent in each mode, summed over all CPUs: counters that only grow. */
const cpu = ofDroplet((call, droplet, host) => {
  const wave = busyWave(call, droplet);
  const cpus = Number(droplet.vcpus ?? 1);
  // Counted from the droplet's creation, so that the numbers stay readable.
  const since = Math.floor(Date.parse(textOf(droplet, 'created_at')) / 1000);
  const busy = (seconds: number) => ((wave.total(seconds) - wave.total(since)) / 100) * cpus;
  const shares: [mode: string, share: number][] = [
    ['user', 0.7],
    ['system', 0.2],
    ['iowait', 0.06],
    ['softirq', 0.03],
    ['steal', 0.01],
  ];
  const used = shares.map(
    ([mode, share]): Series => ({ metric: { host_id: host, mode }, at: (seconds) => busy(seconds) * share }),
  );
  const idle: Series = { metric: { host_id: host, mode: 'idle' }, at: (seconds) => (seconds - since) * cpus - busy(seconds) };
  return [idle, ...used];
});

const gauge = (mean: (droplet: Row) => number, share: number) =>
  ofDroplet((call, droplet, host) => {
    const middle = mean(droplet);
    const wave = waveOf(`${call.operation.id} ${host}`, middle, middle * share);
    return [{ metric: { host_id: host }, at: (seconds) => Math.max(0, wave.at(seconds)) }];
  });

const memoryBytes = (droplet: Row) => Number(droplet.memory ?? 1024) * 1_048_576;
const usedShare = (droplet: Row) => 0.35 + (Number(droplet.id) % 37) / 100;
const load = (factor: number) =>
  gauge((droplet) => (Number(droplet.vcpus ?? 1) * (18 + (Number(droplet.id) % 40)) * factor) / 100, 0.4);

const disk = (share: (droplet: Row) => number) =>
  ofDroplet((_, droplet, host) => {
    const bytes = Math.round(Number(droplet.disk ?? 25) * 1_073_741_824 * share(droplet));
    return [{ metric: { host_id: host, device: '/dev/vda1', fstype: 'ext4', mountpoint: '/' }, at: () => bytes }];
  });

/** Megabits per second of one network interface in one direction. */
const bandwidth = ofDroplet((call, _, host) => {
  const [network, direction] = [call.query.get('interface') ?? 'public', call.query.get('direction') ?? 'inbound'];
  const mean = network === 'private' ? 2.1 : direction === 'outbound' ? 6.4 : 2.8;
  const wave = waveOf(`${network} ${direction} ${host}`, mean, mean * 0.7);
  return [{ metric: { host_id: host, interface: network, direction }, at: (seconds) => Math.max(0, wave.at(seconds)) }];
});

/** Load balancers, pools, apps and databases have one believable line that names the thing. */
const ofOther =
  (parameter: string): Handler =>
  (call) => {
    const id = call.query.get(parameter) ?? '';
    const isShare = /utilization|percentage|cpu|memory|disk/.test(call.operation.path);
    const isLimit = /limit/.test(call.operation.path);
    const mean = isLimit ? 10_000 : isShare ? 38 : 12;
    const wave = waveOf(`${call.operation.path} ${id}`, mean, isLimit ? 0 : mean * 0.6);
    const labels = rowOf({ labels: { [parameter]: id } }, 'labels');
    return matrix(call, id === '' ? [] : [{ metric: labels, at: (seconds) => Math.max(0, wave.at(seconds)) }]);
  };

const dropletHandlers: Record<string, Handler> = {
  monitoring_get_DropletCpuMetrics: cpu,
  monitoring_get_dropletBandwidthMetrics: bandwidth,
  monitoring_get_dropletFilesystemFreeMetrics: disk((droplet) => 1 - usedShare(droplet)),
  monitoring_get_dropletFilesystemSizeMetrics: disk(() => 1),
  monitoring_get_dropletLoad1Metrics: load(1),
  monitoring_get_dropletLoad5Metrics: load(0.95),
  monitoring_get_dropletLoad15Metrics: load(0.9),
  monitoring_get_dropletMemoryTotalMetrics: gauge(memoryBytes, 0),
  monitoring_get_dropletMemoryFreeMetrics: gauge((droplet) => memoryBytes(droplet) * (1 - usedShare(droplet)) * 0.6, 0.1),
  monitoring_get_dropletMemoryAvailableMetrics: gauge((droplet) => memoryBytes(droplet) * (1 - usedShare(droplet)), 0.1),
  monitoring_get_dropletMemoryCachedMetrics: gauge((droplet) => memoryBytes(droplet) * (1 - usedShare(droplet)) * 0.35, 0.1),
};

const whose: readonly [RegExp, string][] = [
  [/\/metrics\/droplet_autoscale\//, 'autoscale_pool_id'],
  [/\/metrics\/load_balancer\//, 'lb_id'],
  [/\/metrics\/apps\//, 'app_id'],
  [/\/metrics\/database\//, 'db_id'],
];

/** A handler for each metric operation of the catalogue. */
export function metricHandlers(operations: readonly { id: string; path: string }[]): Record<string, Handler> {
  const others = operations.flatMap(({ id, path }) => {
    const parameter = whose.find(([pattern]) => pattern.test(path))?.[1];
    return parameter ? [[id, ofOther(parameter)] as const] : [];
  });
  return { ...Object.fromEntries(others), ...dropletHandlers };
}
