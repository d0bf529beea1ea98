import type { Call, Handler } from '../../wire/call.ts';
import { hashOf } from '../../world/random.ts';
import { listOf, type Row, textOf } from '../../world/table.ts';
import { downMark } from '../compute/droplets.ts';
import { matrix, type Series, type Silence } from './matrix.ts';
import { otherMetricHandlers } from './other-metrics.ts';
import { episodesOf, levelFrom, sumOfWaves, type Wave, waveOf } from './waves.ts';

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

/** When actions of these types ended on a droplet, Unix seconds. */
function endsOf({ team }: Call, droplet: Row, types: readonly string[]): number[] {
  const target = `droplet:${droplet.id}`;
  return team
    .table('/v2/actions')
    .list()
    .filter(
      (row) => types.includes(textOf(row, 'type')) && row.status === 'completed' && team.targets.get(Number(row.id)) === target,
    )
    .map((row) => Math.floor(Date.parse(textOf(row, 'completed_at')) / 1000));
}

/** Some hours before the demo starts, others for each droplet: then its agent was silent for 25 minutes. */
const silentForSeconds = 25 * 60;
const hoursBefore = (call: Call, droplet: Row, what: string, least: number, most: number): number =>
  Math.floor(call.world.startMs / 1000) - (least * 60 + (hashOf(what, String(droplet.id)) % ((most - least) * 60))) * 60;

/** A droplet that is off no longer reports: since it went down or was powered off, or since before the demo started. */
function silenceOf(call: Call, droplet: Row): Silence {
  const fell = hoursBefore(call, droplet, 'agent', 3, 20);
  const since = droplet.status === 'off' ? offSince(call, droplet) : Number.POSITIVE_INFINITY;
  return (seconds) => seconds > since || (seconds > fell && seconds < fell + silentForSeconds);
}

function offSince(call: Call, droplet: Row): number {
  const wentDownMs = Number(call.team.document(downMark(droplet.id), () => ({})).atMs ?? 0);
  const offMs = Math.max(0, ...endsOf(call, droplet, ['power_off', 'shutdown'])) * 1000;
  return Math.floor((Math.max(wentDownMs, offMs) || call.world.startMs - 6 * 60_000) / 1000);
}

function ofDroplet(make: (call: Call, droplet: Row, host: string) => readonly Series[]): Handler {
  return (call) => {
    const host = call.query.get('host_id') ?? '';
    const droplet = call.team.table('/v2/droplets').find(host);
    const hasAgent = droplet !== undefined && listOf(droplet, 'features').includes('monitoring');
    return hasAgent ? matrix(call, make(call, droplet, host), silenceOf(call, droplet)) : matrix(call, []);
  };
}

/** Since when the counters of a droplet count at a moment: they start at zero with it, and again with every boot. */
function bootsOf(call: Call, droplet: Row): (seconds: number) => number {
  const created = Math.floor(Date.parse(textOf(droplet, 'created_at')) / 1000);
  const boots = endsOf(call, droplet, ['reboot', 'power_cycle', 'power_on', 'resize', 'rebuild', 'restore']);
  const all = [created, Math.max(created, hoursBefore(call, droplet, 'boot', 2, 18)), ...boots];
  return (seconds) => Math.max(created, ...all.filter((at) => at <= seconds));
}

/** Seconds spent in each mode, summed over all CPUs: counters that only grow until the next boot. */
const cpu = ofDroplet((call, droplet, host) => {
  const wave = busyWave(call, droplet);
  const cpus = Number(droplet.vcpus ?? 1);
  const since = bootsOf(call, droplet);
  const busy = (seconds: number) => ((wave.total(seconds) - wave.total(since(seconds))) / 100) * cpus;
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
  const idle = (seconds: number) => (seconds - since(seconds)) * cpus - busy(seconds);
  return [{ metric: { host_id: host, mode: 'idle' }, at: idle }, ...used];
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

/** The system's disk, and the volumes that are attached and mounted. */
const disk = (share: (droplet: Row, isVolume: boolean) => number) =>
  ofDroplet(({ team }, droplet, host) => {
    const own = { device: '/dev/vda1', fstype: 'ext4', mountpoint: '/' };
    const volumes = team
      .table('/v2/volumes')
      .list()
      .filter((volume) => listOf(volume, 'droplet_ids').includes(droplet.id));
    const parts: [labels: Row, gigabytes: number][] = [
      [own, Number(droplet.disk ?? 25)],
      ...volumes.map(({ name, size_gigabytes }): [Row, number] => [
        { device: '/dev/sda', fstype: 'ext4', mountpoint: `/mnt/${name}` },
        Number(size_gigabytes ?? 10),
      ]),
    ];
    return parts.map(([labels, gigabytes], index) => {
      const bytes = Math.round(gigabytes * 1_073_741_824 * share(droplet, index > 0));
      return { metric: { host_id: host, ...labels }, at: () => bytes };
    });
  });

/** Megabits per second of one network interface in one direction. */
const bandwidth = ofDroplet((call, _, host) => {
  const [network, direction] = [call.query.get('interface') ?? 'public', call.query.get('direction') ?? 'inbound'];
  const mean = network === 'private' ? 2.1 : direction === 'outbound' ? 6.4 : 2.8;
  const wave = waveOf(`${network} ${direction} ${host}`, mean, mean * 0.7);
  return [{ metric: { host_id: host, interface: network, direction }, at: (seconds) => Math.max(0, wave.at(seconds)) }];
});

const dropletHandlers: Record<string, Handler> = {
  monitoring_get_DropletCpuMetrics: cpu,
  monitoring_get_dropletBandwidthMetrics: bandwidth,
  monitoring_get_dropletFilesystemFreeMetrics: disk((droplet, isVolume) => (isVolume ? 0.27 : 1 - usedShare(droplet))),
  monitoring_get_dropletFilesystemSizeMetrics: disk(() => 1),
  monitoring_get_dropletLoad1Metrics: load(1),
  monitoring_get_dropletLoad5Metrics: load(0.95),
  monitoring_get_dropletLoad15Metrics: load(0.9),
  monitoring_get_dropletMemoryTotalMetrics: gauge(memoryBytes, 0),
  monitoring_get_dropletMemoryFreeMetrics: gauge((droplet) => memoryBytes(droplet) * (1 - usedShare(droplet)) * 0.6, 0.1),
  monitoring_get_dropletMemoryAvailableMetrics: gauge((droplet) => memoryBytes(droplet) * (1 - usedShare(droplet)), 0.1),
  monitoring_get_dropletMemoryCachedMetrics: gauge((droplet) => memoryBytes(droplet) * (1 - usedShare(droplet)) * 0.35, 0.1),
};

/** A handler for each metric operation of the catalogue. */
export const metricHandlers = (operations: readonly { id: string; path: string }[]): Record<string, Handler> => ({
  ...otherMetricHandlers(operations),
  ...dropletHandlers,
});
