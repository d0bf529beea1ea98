import { type Row, request } from './row.ts';
import { rowOf } from './things.ts';

const actions = (droplet: string): string => `POST /v2/droplets/{${droplet}}/actions`;

export const computeRows: readonly Row[] = [
  {
    number: 33,
    does: 'let edge-pool grow to 8',
    most: 3,
    begins: 'edge-pool',
    async hands(hand) {
      await hand.press('Change limits…');
      await hand.write('At most, droplets', '8');
      await hand.send('Change limits');
    },
    sends: [
      request('GET /v2/droplets/autoscale/{edge-pool}'),
      request('PUT /v2/droplets/autoscale/{edge-pool}', async (account) => ({
        name: 'edge-pool',
        config: { min_instances: 2, max_instances: 8, target_cpu_utilization: 0.6, cooldown_minutes: 10 },
        droplet_template: (await rowOf(account, 'edge-pool')).droplet_template,
      })),
    ],
    says: 'edge-pool has 2 to 8 droplets from now on.',
  },
  {
    number: 37,
    does: 'tag api-01 and api-02 blue, a new tag',
    most: 5,
    begins: { family: 'droplets_list' },
    async hands(hand) {
      await hand.select('api-01');
      await hand.select('api-02');
      await hand.press('Tag…');
      await hand.write(/^Find a tag/, 'blue');
      await hand.tick(/blue/);
      await hand.send('Apply');
    },
    sends: [
      request('POST /v2/tags', '{"name":"blue"}'),
      request(
        'POST /v2/tags/blue/resources',
        '{"resources":[{"resource_id":"{api-01}","resource_type":"droplet"},{"resource_id":"{api-02}","resource_type":"droplet"}]}',
      ),
    ],
    says: 'api-01 and api-02: now tagged blue.',
  },
  {
    number: 38,
    does: 'double web-02, which runs',
    most: 3,
    begins: 'web-02',
    async hands(hand) {
      await hand.press(/^Resize/);
      await hand.pick('Size', '4 vCPU, 8 GB');
      await hand.send('Resize');
    },
    sends: [
      request(actions('web-02'), '{"type":"shutdown"}'),
      request(actions('web-02'), '{"type":"resize","size":"s-4vcpu-8gb","disk":false}'),
      request(actions('web-02'), '{"type":"power_on"}'),
    ],
    says: 'Resizing web-02',
    ends: { withinMs: 180_000, as: 'Resized web-02 to 4 vCPU, 8 GB, 160 GB disk, $48.00 a month' },
  },
  {
    number: 39,
    does: 'put the newest backup back on web-01',
    most: 3,
    begins: 'web-01',
    async hands(hand) {
      await hand.press(/^Restore/);
      await hand.write('Type web-01 to go on', 'web-01');
      await hand.send('Restore');
    },
    sends: [
      request('GET /v2/droplets/{web-01}/backups'),
      request(actions('web-01'), async (account) => {
        const [newest] = (await rowOf(account, 'web-01')).backup_ids as number[];
        return { type: 'restore', image: newest };
      }),
    ],
    says: /^web-01 is being restored from Ubuntu web-01 backup, \d+ \w+\.$/,
  },
  {
    number: 40,
    does: 'destroy web-01 with its volume and address, and keep its snapshots',
    most: 5,
    begins: 'web-01',
    async hands(hand) {
      await hand.press(/^Destroy…/);
      await hand.write('Type web-01 to go on', 'web-01');
      await hand.tick('198.51.100.5');
      await hand.tick(/^web-assets \$/);
      await hand.send('Destroy');
    },
    sends: [
      request('GET /v2/droplets/{web-01}/destroy_with_associated_resources'),
      request(
        'DELETE /v2/droplets/{web-01}/destroy_with_associated_resources/selective',
        '{"reserved_ips":["198.51.100.5"],"snapshots":[],"volumes":["{web-assets}"],"volume_snapshots":[]}',
      ),
    ],
    says: 'web-01 is being destroyed, with 198.51.100.5 and web-assets.',
  },
];
