import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const familyId = 'sshKeys_list';
const at = (world: World, name: string) => `/v2/account/keys/${idIn(world, '/v2/account/keys', name)}`;
const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIInvented0000000000000000000000000000000000 desk@example.com';

describeJobs('SSH keys', [
  {
    does: 'add a key, which is named after its comment',
    how: () => ({ familyId, job: 'new', values: { key } }),
    sends: () => [['POST /v2/account/keys', { name: 'desk@example.com', public_key: key }]],
    says: 'Key desk@example.com was added.',
  },
  {
    does: 'copy the key laptop',
    how: () => ({ familyId, thing: 'laptop', job: 'copy' }),
    sends: () => [],
    says: 'The public key of laptop is copied.',
  },
  {
    does: 'rename laptop',
    how: () => ({ familyId, thing: 'laptop', job: 'rename', values: { name: 'old laptop' } }),
    sends: (world) => [[`PUT ${at(world, 'laptop')}`, { name: 'old laptop' }]],
    says: 'laptop is now called old laptop.',
  },
  {
    does: 'delete recovery',
    how: () => ({ familyId, thing: 'recovery', job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'recovery')}`, null]],
    says: 'Key recovery is deleted. Droplets that have it keep it.',
  },
]);

describe('the keys of a team', () => {
  afterEach(endAll);

  it('are copied as they are', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, { familyId, thing: 'laptop', job: 'copy' });
    const text = rowIn(world, '/v2/account/keys', 'laptop').public_key;
    expect(result).toMatchObject({ ok: true, value: { copy: { text } } });
  });

  it('may come out of a file that ends in .pub', async () => {
    const world = await connected({ seed: 7 });
    const { fields } = await openOn(world, { familyId, job: 'new' });
    expect(fields[0]).toMatchObject({ name: 'key', fromFile: { endings: ['.pub'] } });
  });

  it.each([
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA', 'private key'],
    ['what is no key', 'hello', 'no public key'],
    ['a key without comment and name', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5', 'Name is missing'],
  ])('are not added from %s, of which nothing is sent', async (_what, given, words) => {
    const { result, sent } = await doJob(await connected({ seed: 7 }), {
      familyId,
      job: 'new',
      values: { key: given },
    });
    expect(result).toMatchObject({ ok: false, failure: { message: expect.stringContaining(words) } });
    expect(sent).toEqual([]);
  });
});
