import { isoOf, type World } from './world/world.ts';

/** Where a status page of the common form has its summary. */
export const summaryPath = '/api/v2/summary.json';

const minuteMs = 60_000;
const regions = ['AMS3', 'FRA1', 'NYC3', 'SGP1'];

/** The summary of an invented status page: volumes are slow in FRA1 since the simulation began. */
export function statusSummary({ startMs }: World): unknown {
  const startedAt = isoOf(startMs - 40 * minuteMs);
  const updatedAt = isoOf(startMs - 10 * minuteMs);
  const groups = ['Droplets', 'Volumes', 'Managed Databases'].map((name, at) => ({
    id: `group${at}`,
    name,
    group: true,
    group_id: null,
  }));
  const components = groups.flatMap(({ id, name }) =>
    regions.map((region) => ({
      id: `${id}${region}`.toLowerCase(),
      name: region,
      status: name === 'Volumes' && region === 'FRA1' ? 'degraded_performance' : 'operational',
      group: false,
      group_id: id,
    })),
  );
  return {
    page: { id: 'demo', name: 'Invented status page', url: 'https://status.digitalocean.com', updated_at: updatedAt },
    components: [...groups, { id: 'api', name: 'API', status: 'operational', group: false, group_id: null }, ...components],
    incidents: [
      {
        id: 'volumesfra1',
        name: 'Slow volumes in FRA1',
        status: 'identified',
        impact: 'minor',
        created_at: startedAt,
        started_at: startedAt,
        updated_at: updatedAt,
        components: components.filter(({ id }) => id === 'group1fra1'),
        incident_updates: [{ id: 'u1', status: 'identified', body: 'Some volumes answer slowly.', created_at: updatedAt }],
      },
    ],
    scheduled_maintenances: [],
    status: { indicator: 'minor', description: 'Minor Service Outage' },
  };
}
