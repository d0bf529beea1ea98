import { type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { hashOf } from '../../world/random.ts';
import { listOf, type Row, textOf } from '../../world/table.ts';
import { isoOf, minuteMs } from '../../world/world.ts';
import type { Family } from '../family.ts';

type Line = readonly [name: string, type: string, target: string, regions: readonly string[]];

const lines: Record<string, readonly Line[]> = {
  'Harbour Works': [
    ['shop.example.com', 'https', 'https://shop.example.com', ['us_east', 'eu_west']],
    ['api.example.com', 'https', 'https://api.example.com/health', ['us_east', 'us_west', 'eu_west', 'se_asia']],
    ['docs.example.com', 'https', 'https://docs.example.com', ['eu_west']],
    ['mail relay', 'ping', 'mail.example.com', ['eu_west']],
  ],
  Tidepool: [['staging', 'https', 'https://staging.tidepool.example.com', ['eu_west']]],
};

/** Every check is down for a few minutes once in this many, first some time after the demo started. */
const periodMs = 95 * minuteMs;
const outageMs = 4 * minuteMs;

interface Condition {
  status: 'UP' | 'DOWN' | 'CHECKING';
  sinceMs: number;
  lastOutage: { startedMs: number; endedMs: number };
}

/** A new check is `CHECKING` for its first half minute. */
function conditionOf({ world, team }: Call, check: Row): Condition {
  const shiftMs = (hashOf(textOf(check, 'name')) % 60) * minuteMs + 20 * minuteMs;
  const passedMs = world.now() - (world.startMs + shiftMs);
  const round = Math.floor(passedMs / periodMs);
  const beganMs = world.startMs + shiftMs + round * periodMs;
  const lastOutage = { startedMs: beganMs, endedMs: beganMs + outageMs };
  const ordered = team.document(`/#uptime/${check.id}`, () => ({}));
  if (ordered.status === 'UP' || ordered.status === 'DOWN')
    return { status: ordered.status, sinceMs: Number(ordered.sinceMs), lastOutage };
  const born = team.document(`/#uptime-born/${check.id}`, () => ({ atMs: 0 }));
  if (world.now() - Number(born.atMs) < 30_000) return { status: 'CHECKING', sinceMs: Number(born.atMs), lastOutage };
  const isDown = world.now() < lastOutage.endedMs;
  return { status: isDown ? 'DOWN' : 'UP', sinceMs: isDown ? lastOutage.startedMs : lastOutage.endedMs, lastOutage };
}

function state(call: Call): Reply {
  const check = rowIn(call, '/v2/uptime/checks', call.path.check_id);
  const { status, sinceMs, lastOutage } = conditionOf(call, check);
  const names = listOf(check, 'regions').map(String);
  const one = (name: string) => ({
    status,
    status_changed_at: isoOf(sinceMs),
    thirty_day_uptime_percentage: Math.round((99.6 + (hashOf(name, textOf(check, 'name')) % 40) / 100) * 100) / 100,
  });
  const isOver = status !== 'DOWN';
  const outage = isOver ? lastOutage : { startedMs: lastOutage.startedMs - periodMs, endedMs: lastOutage.endedMs - periodMs };
  return ok({
    state: {
      regions: Object.fromEntries(names.map((name) => [name, one(name)])),
      previous_outage: {
        region: names[0] ?? 'us_east',
        started_at: isoOf(outage.startedMs),
        ended_at: isoOf(outage.endedMs),
        duration_seconds: Math.round((outage.endedMs - outage.startedMs) / 1000),
      },
    },
  });
}

export const uptime: Family = {
  seeds: {
    '/v2/uptime/checks': ({ team }) =>
      (lines[team.name] ?? []).map(([name, type, target, regions]) => ({
        id: team.random('check', name).uuid(),
        name,
        type,
        target,
        regions,
        enabled: true,
      })),
    '/v2/uptime/checks/{check_id}/alerts': ({ team, parents }) => [
      {
        id: team.random('check down', ...parents).uuid(),
        name: 'Down everywhere',
        type: 'down_global',
        threshold: 1,
        comparison: 'greater_than',
        period: '2m',
        notifications: { email: [team.email], slack: [] },
      },
      {
        id: team.random('check certificate', ...parents).uuid(),
        name: 'Certificate ends soon',
        type: 'ssl_expiry',
        threshold: 14,
        comparison: 'less_than',
        period: '1h',
        notifications: { email: [team.email], slack: [] },
      },
    ],
  },
  effects: {
    '/v2/uptime/checks': {
      born: ({ team, world }, row) => {
        team.keep(`/#uptime-born/${row.id}`, { atMs: world.now() });
        return { regions: ['us_east', 'eu_west'], enabled: true, ...row };
      },
    },
  },
  handlers: { uptime_get_checkState: state },
};
