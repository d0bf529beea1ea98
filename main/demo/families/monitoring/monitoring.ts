import { type Row, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import type { Family } from '../family.ts';

const idOf = (team: Team, name: string): string[] => {
  const found = team
    .table('/v2/droplets')
    .list()
    .find((row) => textOf(row, 'name') === name);
  return found ? [String(found.id)] : [];
};

const alertsTo = (team: Team, channel?: string): Row => ({
  email: [team.email],
  slack: channel ? [{ channel, url: 'https://hooks.example.com/services/demo' }] : [],
});

type Line = readonly [
  description: string,
  type: string,
  value: number,
  window: string,
  compare: string,
  droplets: readonly string[],
  tags: readonly string[],
];

const lines: Record<string, readonly Line[]> = {
  'Harbour Works': [
    ['Workers hot', 'v1/insights/droplet/cpu', 80, '5m', 'GreaterThan', ['worker-01', 'worker-02'], []],
    ['Memory nearly full', 'v1/insights/droplet/memory_utilization_percent', 90, '10m', 'GreaterThan', [], ['prod']],
    ['Disk nearly full', 'v1/insights/droplet/disk_utilization_percent', 85, '1h', 'GreaterThan', [], ['prod']],
    ['Load on the API', 'v1/insights/droplet/load_5', 4, '10m', 'GreaterThan', ['api-01', 'api-02'], []],
    ['No traffic out', 'v1/insights/droplet/public_outbound_bandwidth', 0.01, '30m', 'LessThan', ['web-01'], []],
  ],
  Tidepool: [['Staging busy', 'v1/insights/droplet/cpu', 90, '30m', 'GreaterThan', ['staging-01'], []]],
};

export const monitoring: Family = {
  seeds: {
    '/v2/monitoring/alerts': ({ team }) =>
      (lines[team.name] ?? []).map(([description, type, value, window, compare, droplets, tags]) => ({
        uuid: team.random('policy', description).uuid(),
        type,
        description,
        compare,
        value,
        window,
        entities: droplets.flatMap((name) => idOf(team, name)),
        tags,
        alerts: alertsTo(team, description === 'Workers hot' ? '#ops' : undefined),
        enabled: true,
      })),
  },
};
