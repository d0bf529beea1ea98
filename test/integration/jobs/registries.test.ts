import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'registries_list';
const registry = { familyId, thing: 'harbour', idAt: 'name' };
const repositories = {
  familyId: 'registries_list_repositoriesV2',
  parent: { registry_name: 'harbour' },
  idAt: 'name',
};
const inBackup = { registry_name: 'harbour', repository_name: 'tools/backup' };
const backup = '/v2/registries/harbour/repositories/tools%2Fbackup';
const tags = { familyId: 'registries_list_repositoryTags', parent: inBackup, idAt: 'tag' };
const images = { familyId: 'registries_list_repositoryManifests', parent: inBackup, idAt: 'digest' };

describeJobs('registries', [
  {
    does: 'clean up registry harbour',
    how: () => ({ ...registry, job: 'clean-up' }),
    sends: () => [['POST /v2/registries/harbour/garbage-collection', null]],
    says: 'harbour is being cleaned up.',
  },
  {
    does: 'delete the registry',
    how: () => ({ ...registry, job: 'delete' }),
    sends: () => [['DELETE /v2/registries/harbour', null]],
    says: 'The registry harbour is deleted.',
  },
  {
    does: 'change the plan',
    how: () => ({ ...registry, job: 'plan', values: { tier: 'professional' } }),
    sends: () => [['POST /v2/registries/subscription', { tier_slug: 'professional' }]],
    says: 'The plan is Professional now: $5.00 a month → $20.00 a month.',
  },
  {
    does: 'delete a repository whose name has a slash',
    how: () => ({ ...repositories, thing: 'tools/backup', job: 'delete' }),
    sends: () => [[`DELETE ${backup}`, null]],
    says: 'tools/backup is deleted.',
  },
  {
    does: 'delete a tag',
    how: () => ({ ...tags, thing: 'v2.13.0', job: 'delete' }),
    sends: () => [[`DELETE ${backup}/tags/v2.13.0`, null]],
    says: 'The tag v2.13.0 is deleted.',
  },
]);

describe('the jobs of registries', () => {
  afterEach(endAll);

  const copied = async (world: World, doing: Parameters<typeof doJob>[1]) => {
    const { result, sent } = await doJob(world, doing);
    expect(sent).toEqual([]);
    return result.ok ? result.value.copy?.text : result.failure.message;
  };

  it('copy the address, and what pulls an image', async () => {
    const world = await connected({ seed: 7 });
    expect(await copied(world, { ...registry, job: 'copy-address' })).toBe('registry.digitalocean.com/harbour');
    expect(await copied(world, { ...repositories, thing: 'tools/backup', job: 'copy-pull' })).toBe(
      'docker pull registry.digitalocean.com/harbour/tools/backup',
    );
    expect(await copied(world, { ...tags, thing: 'v2.13.0', job: 'copy-pull' })).toBe(
      'docker pull registry.digitalocean.com/harbour/tools/backup:v2.13.0',
    );
  });

  it('save and copy what Docker signs in with, and show it nowhere', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, { ...registry, job: 'docker-config' });
    const file = world.buoy.takeDownload(result.ok ? (result.value.downloadId ?? '') : '');
    expect(file?.suggestedName).toBe('config.json');
    const config = JSON.parse(new TextDecoder().decode(file?.bytes)) as { auths: Record<string, { auth: string }> };
    const [user, password] = atob(config.auths['registry.digitalocean.com']?.auth ?? '').split(':');
    expect(result.ok ? result.value : {}).toMatchObject({ copy: null, secret: null });
    const login = await doJob(world, { ...registry, job: 'copy-login' });
    const { copy, ...said } = login.result.ok ? login.result.value : { copy: null };
    expect(copy?.text).toBe(`echo ${password} | docker login registry.digitalocean.com --username ${user} --password-stdin`);
    expect(JSON.stringify([said, await world.view(), login.form])).not.toContain(password);
  });

  it('stop a clean-up that runs, and say so when none does', async () => {
    const world = await connected({ seed: 7 });
    await expect(doJob(world, { ...registry, job: 'stop-clean-up' })).rejects.toThrow('No clean-up of harbour is running.');
    await doJob(world, { ...registry, job: 'clean-up' });
    const { sent } = await doJob(world, { ...registry, job: 'stop-clean-up' });
    const running = rowIn(world, '/v2/registries/harbour/garbage-collection', 'cancelled');
    const path = `/v2/registries/harbour/garbage-collection/${String(running.uuid)}`;
    expect(sent).toMatchObject([{ method: 'PUT', path, body: { cancel: true } }]);
  });

  it('stop a clean-up from the list of them, and leave one that is over', async () => {
    const world = await connected({ seed: 7 });
    const list = { familyId: 'registries_list_garbageCollections', parent: { registry_name: 'harbour' }, idAt: 'uuid' };
    await expect(doJob(world, { ...list, thing: 'succeeded', job: 'stop' })).rejects.toThrow('It is over.');
    await doJob(world, { ...registry, job: 'clean-up' });
    const { sent } = await doJob(world, { ...list, thing: 'requested', job: 'stop' });
    expect(sent).toMatchObject([{ method: 'PUT', body: { cancel: true } }]);
  });

  it('follow a clean-up to its end', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { ...registry, job: 'clean-up' });
    await world.pass(60_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'collect garbage of');
    expect(row).toMatchObject({ status: 'completed', title: 'Cleaned up registry harbour: 775 MiB freed' });
  });

  it('name the tags that go with an image', async () => {
    const world = await connected({ seed: 7 });
    const { form, sent } = await doJob(world, { ...images, thing: 'v2.13.0', job: 'delete' });
    expect(form.goes).toEqual(['The image', 'Tag v2.13.0']);
    expect(sent).toMatchObject([{ method: 'DELETE', path: expect.stringContaining('/digests/sha256') as string }]);
  });

  it('delete the image of a tag, and name what other tags it has before', async () => {
    const world = await connected({ seed: 7 });
    const { form, sent, result } = await doJob(world, { ...tags, thing: 'v2.14.0', job: 'delete-image' });
    expect(form).toMatchObject({ goes: ['The image', 'Tag v2.14.0', 'Tag latest'], level: 'destructive' });
    expect(sent).toMatchObject([{ method: 'DELETE', path: expect.stringContaining(`${backup}/digests/sha256`) as string }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'The image is deleted, with its tags.' } });
  });
});
