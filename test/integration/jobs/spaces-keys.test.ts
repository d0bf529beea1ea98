import { afterEach, describe, expect, it } from 'vitest';
import { jobsOf } from '../../../main/core/jobs/all.ts';
import type { Ask, JobContext } from '../../../main/core/jobs/job.ts';
import { success } from '../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../preload/contract/json.ts';
import { describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'spacesKey_list';
const idAt = 'access_key';
const at = (world: World, name: string) => `/v2/spaces/keys/${rowIn(world, '/v2/spaces/keys', name).access_key}`;
const readKey = { familyId, job: 'new', values: { name: 'ci', access: 'read', bucket: 'shop-images' } };

describeJobs('Spaces keys', [
  {
    does: 'make a key that only reads shop-images',
    how: () => readKey,
    sends: () => [['POST /v2/spaces/keys', { name: 'ci', grants: [{ bucket: 'shop-images', permission: 'read' }] }]],
    says: 'ci may read shop-images.',
  },
  {
    does: 'make a key for a bucket that nothing names',
    how: () => ({ ...readKey, values: { name: 'ci', access: 'readwrite', bucket: ':other', named: 'logs-2024' } }),
    sends: () => [['POST /v2/spaces/keys', { name: 'ci', grants: [{ bucket: 'logs-2024', permission: 'readwrite' }] }]],
    says: 'ci may read and write logs-2024.',
  },
  {
    does: 'make a key for everything',
    how: () => ({ ...readKey, values: { name: 'admin', access: 'fullaccess' } }),
    sends: () => [['POST /v2/spaces/keys', { name: 'admin', grants: [{ bucket: '', permission: 'fullaccess' }] }]],
    says: 'admin may do everything in every bucket.',
  },
  {
    does: 'let uploads read backups too',
    how: () => ({
      familyId,
      idAt,
      thing: 'uploads',
      job: 'change-grants',
      values: { kept: ['shop-images'], access: 'read', bucket: 'backups' },
    }),
    sends: (world) => [
      [
        `PUT ${at(world, 'uploads')}`,
        {
          name: 'uploads',
          grants: [
            { bucket: 'shop-images', permission: 'readwrite' },
            { bucket: 'backups', permission: 'read' },
          ],
        },
      ],
    ],
    says: 'uploads may now read and write shop-images and read backups.',
  },
  {
    does: 'rename uploads',
    how: () => ({ familyId, idAt, thing: 'uploads', job: 'rename', values: { name: 'shop-uploads' } }),
    sends: (world) => [[`PATCH ${at(world, 'uploads')}`, { name: 'shop-uploads' }]],
    says: 'uploads is now called shop-uploads.',
  },
  {
    does: 'delete reports-reader',
    how: () => ({ familyId, idAt, thing: 'reports-reader', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'reports-reader')}`, null]],
    says: 'reports-reader is deleted: what used it is refused from now on.',
  },
]);

describe('a new Spaces key', () => {
  afterEach(endAll);

  it('is offered the buckets of other keys, of CDN endpoints and of projects', async () => {
    const lists: Record<string, JsonObject[]> = {
      spacesKey_list: [{ grants: [{ bucket: 'logs', permission: 'read' }] }],
      cdn_list_endpoints: [{ origin: 'images.fra1.digitaloceanspaces.com' }],
      projects_list: [{ id: 'p1' }, { id: 'p2' }],
      projects_list_resources: [{ urn: 'do:droplet:1' }, { urn: 'do:space:backups' }, { urn: 'do:space:logs' }],
    };
    const ask = { list: async (id: string) => success(lists[id] ?? []) } as unknown as Ask;
    const make = jobsOf(familyId).find(({ name }) => name === 'new');
    const opened = await make?.open?.({ ask } as JobContext);
    const bucket = opened?.ok ? opened.value.fields?.find(({ name }) => name === 'bucket') : undefined;
    const offered = bucket?.kind === 'choice' ? bucket.choices.map(({ label }) => label) : [];
    expect(offered).toEqual(['backups', 'images', 'logs', 'Another bucket']);
  });

  it('hands its secret over apart from the sentence', async () => {
    const { result } = await doJob(await connected({ seed: 7 }), readKey);
    if (!result.ok) throw new Error(result.failure.message);
    const { secret, message } = result.value;
    expect(secret).toMatchObject({ label: 'Secret of ci', value: expect.stringMatching(/^\S{20,}$/) });
    expect(message).not.toContain(secret?.value);
  });
});
