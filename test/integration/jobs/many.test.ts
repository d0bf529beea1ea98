import { afterEach, describe, expect, it } from 'vitest';
import { loadIndex } from '../../../main/core/digitalocean/catalogue/load.ts';
import { jobsOf } from '../../../main/core/jobs/all.ts';
import type { JobThing } from '../../../preload/contract/job.ts';
import { thingOfDroplet } from '../../../renderer/droplet-actions/droplet-jobs.ts';
import { idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, token, type World } from '../../doubles/core/core-on-demo.ts';
import { openOn } from '../../doubles/core/run-job.ts';
import { doMany, endOf, runOf, selected, sentSince } from '../../doubles/core/run-many.ts';

const droplets = 'droplets_list';
const volumes = 'volumes_list';
const idOf = async (world: World, name: string) => (await world.droplet(name)).id;
const volume = (world: World, name: string) => idIn(world, '/v2/volumes', name);

afterEach(endAll);

describe('one request for all that are selected', () => {
  it('tags api-01 and api-02 blue, a new tag, and shows it on them at once', async () => {
    const world = await connected({ seed: 7 });
    const ids = [await idOf(world, 'api-01'), await idOf(world, 'api-02')];
    const { form, runKey } = await doMany(world, {
      familyId: droplets,
      things: ['api-01', 'api-02'],
      job: 'tags',
      values: { tags: ['+blue'] },
    });
    expect(form).toMatchObject({ title: 'Tag 2 droplets', names: ['api-01', 'api-02'], submitLabel: 'Apply' });
    const run = await endOf(world, runKey);
    expect(sentSince(world, 0)).toEqual([
      ['POST /v2/tags', { name: 'blue' }],
      ['POST /v2/tags/blue/resources', { resources: ids.map((id) => ({ resource_id: String(id), resource_type: 'droplet' })) }],
    ]);
    expect(run).toMatchObject({ message: 'api-01 and api-02: now tagged blue.', outcome: 'fine', rest: 0 });
    await world.until(async () => (await world.droplet('api-02')).tags.includes('blue'));
  });

  it('shows how many have a tag and what goes by it, and takes one off only where it is', async () => {
    const world = await connected({ seed: 7 });
    const things = ['web-01', 'web-02', 'bastion-01'];
    const { form, runKey } = await doMany(world, { familyId: droplets, things, job: 'tags', values: { tags: ['-web'] } });
    const [field] = form.fields;
    if (field?.kind !== 'marks') throw new Error('No marks');
    const counts = field.choices.map(({ value, count }) => [value, count]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['prod', 2],
        ['web', 2],
        ['ops', 1],
        ['api', 0],
      ]),
    );
    expect(field.choices.find(({ value }) => value === 'prod')?.detail).toMatch(/go(es)? by it/);
    await endOf(world, runKey);
    const ids = [await idOf(world, 'web-01'), await idOf(world, 'web-02')];
    expect(sentSince(world, 0)).toEqual([
      ['DELETE /v2/tags/web/resources', { resources: ids.map((id) => ({ resource_id: String(id), resource_type: 'droplet' })) }],
    ]);
  });

  it('tags databases, one or many, as databases, and says that this may be refused', async () => {
    const world = await connected({ seed: 7 });
    const names = (world.demo.rows('/v2/databases', 'Harbour Works') as { id: string; name: string }[]).slice(0, 2);
    const things = names.map(({ name }) => name);
    const { runKey, form } = await doMany(world, {
      familyId: 'databases_list_clusters',
      things,
      job: 'tags',
      values: { tags: ['+prod'] },
    });
    await endOf(world, runKey);
    const note = 'DigitalOcean does not list databases among what can be tagged, so it may refuse.';
    const one = await openOn(world, { familyId: 'databases_list_clusters', thing: things[0] ?? '', job: 'tags' });
    expect([form.lines[0], one.lines[0]]).toEqual([note, note]);
    expect(sentSince(world, 0)).toEqual([
      ['POST /v2/tags/prod/resources', { resources: names.map(({ id }) => ({ resource_id: id, resource_type: 'database' })) }],
    ]);
  });

  it('moves volumes to a project, and says of each what the answer says of it', async () => {
    const world = await connected({ seed: 7 });
    const lab = idIn(world, '/v2/projects', 'Lab');
    const doing = { familyId: volumes, job: 'move-to-project', values: { project: lab } };
    await endOf(world, (await doMany(world, { ...doing, things: ['old-uploads'] })).runKey);
    const before = world.writes.length;
    const { runKey } = await doMany(world, { ...doing, things: ['old-uploads', 'web-assets'] });
    const run = await endOf(world, runKey);
    expect(sentSince(world, before)).toEqual([
      [
        `POST /v2/projects/${lab}/resources`,
        { resources: [`do:volume:${volume(world, 'old-uploads')}`, `do:volume:${volume(world, 'web-assets')}`] },
      ],
    ]);
    expect(run.items.map(({ text }) => text)).toEqual(['old-uploads was in Lab already.', 'web-assets is now in Lab.']);
    expect(run.message).toBe('old-uploads and web-assets are in Lab: 1 thing moved, 1 there already.');
  });

  it('adds droplets to a firewall and to a load balancer', async () => {
    const world = await connected({ seed: 7 });
    const ids = [await idOf(world, 'api-01'), await idOf(world, 'api-02')];
    const firewall = idIn(world, '/v2/firewalls', 'public-web');
    const balancer = idIn(world, '/v2/load_balancers', 'shop-front');
    const doing = { familyId: droplets, things: ['api-01', 'api-02'] };
    const first = await doMany(world, { ...doing, job: 'add-to-firewall', values: { firewall } });
    const second = await doMany(world, { ...doing, job: 'add-to-load-balancer', values: { balancer } });
    expect((await endOf(world, first.runKey)).message).toBe('public-web covers api-01 and api-02.');
    expect((await endOf(world, second.runKey)).message).toMatch(/^shop-front sends traffic to api-01 and api-02/);
    expect(sentSince(world, 0)).toEqual([
      [`POST /v2/firewalls/${firewall}/droplets`, { droplet_ids: ids }],
      [`POST /v2/load_balancers/${balancer}/droplets`, { droplet_ids: ids }],
    ]);
  });

  it('is refused as a whole, and the whole can be tried again', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ operation: 'tags_assign_resources' }, { kind: 'status', status: 422 });
    const doing = { familyId: droplets, things: ['api-01', 'api-02'], job: 'tags', values: { tags: ['+blue'] } };
    const { runKey } = await doMany(world, doing);
    expect(await endOf(world, runKey)).toMatchObject({ outcome: 'partly', rest: 2 });
    const before = world.writes.length;
    expect(await world.buoy.calls.changeRun({ runKey: runKey ?? '', change: 'retry' })).toEqual({ ok: true, value: null });
    expect(await endOf(world, runKey)).toMatchObject({ outcome: 'fine', message: 'api-01 and api-02: now tagged blue.' });
    // The tag is there since the first time.
    expect(sentSince(world, before).map(([request]) => request)).toEqual(['POST /v2/tags/blue/resources']);
  });
});

describe('one thing after the other', () => {
  it('asks once for all, with what goes and stays in sum, and wants the words typed', async () => {
    const world = await connected({ seed: 7 });
    const doing = { familyId: volumes, things: ['old-uploads', 'mail-spool', 'web-assets'], job: 'delete' };
    const wrong = await doMany(world, { ...doing, typed: 'old-uploads' });
    expect(wrong.form).toMatchObject({
      title: 'Delete 3 volumes',
      level: 'destructive',
      typeToConfirm: 'delete 3 volumes',
      names: ['old-uploads', 'mail-spool', 'web-assets'],
      leftOut: [],
    });
    expect(wrong.form.lines[0]).toBe('Detached first: mail-spool from mail-relay-01 and web-assets from web-01.');
    expect(wrong.form.lines).toContain('Two of them: detach, then delete.');
    expect(wrong.form.goes).toContain('web-assets, with all 100 GiB on it');
    expect(wrong.started).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(world.writes).toEqual([]);
    const { runKey } = await doMany(world, doing);
    const run = await endOf(world, runKey, 90_000);
    expect(run).toMatchObject({ outcome: 'fine', message: 'Delete 3 volumes: 3 of 3', over: 3 });
    const left = world.demo.rows('/v2/volumes', 'Harbour Works').map(({ name }) => name);
    expect(left).not.toEqual(expect.arrayContaining(['old-uploads', 'mail-spool']));
    const requests = sentSince(world, 0).map(([request]) => request);
    expect(requests.filter((request) => request.startsWith('DELETE')).length).toBe(3);
    expect(requests.filter((request) => request.endsWith('/actions')).length).toBe(2);
  });

  it('deletes snapshots, and says what that saves in sum', async () => {
    const world = await connected({ seed: 7 });
    const all = world.demo.rows('/v2/snapshots', 'Harbour Works').slice(0, 2);
    const gigabytes = all.reduce((sum, row) => sum + Number(row.size_gigabytes), 0);
    const things = all.map(({ name }) => String(name));
    const { form, runKey } = await doMany(world, { familyId: 'snapshots_list', things, job: 'delete' });
    expect(form).toMatchObject({ typeToConfirm: 'delete 2 snapshots', names: things });
    expect(form.lines[0]).toBe(`They cannot be made again. That saves about $${(gigabytes * 0.06).toFixed(2)} a month.`);
    await endOf(world, runKey);
    expect(sentSince(world, 0)).toEqual(all.map(({ id }) => [`DELETE /v2/snapshots/${id}`, null]));
  });

  it('makes all of them again in one go, once, and reads nothing for that where there are very many', async () => {
    const world = await connected({ seed: 7 });
    const checks = { familyId: 'uptime_list_checks', things: ['docs.example.com', 'shop.example.com'], job: 'delete' };
    const things = await selected(world, checks);
    const many = Array.from({ length: 26 }, (_, at) => ({ ...(things[0] as JobThing), id: String(at) }));
    const reads = world.sent.length;
    await world.buoy.calls.openManyJob({ name: 'delete', things: many });
    expect(world.sent.slice(reads)).toEqual([]);
    const made = (of: string) =>
      world.demo
        .rows('/v2/uptime/checks', 'Harbour Works')
        .filter(({ name }) => name === of)
        .map(({ id, ...check }) => check);
    const before = checks.things.map(made);
    const { runKey } = await doMany(world, checks);
    const run = await endOf(world, runKey);
    expect(run.again).toMatchObject({ label: 'Make them again' });
    expect(checks.things.flatMap(made)).toEqual([]);
    const sent = world.writes.length;
    const again = await world.buoy.calls.runJob({ id: run.again?.id ?? '', values: {} });
    expect(again).toMatchObject({ ok: true, value: { message: 'Make 2 uptime checks again' } });
    const end = await endOf(world, again.ok ? (again.value.runKey ?? '') : '');
    expect(end).toMatchObject({ outcome: 'fine', message: 'Make 2 uptime checks again: done' });
    expect(checks.things.map(made)).toMatchObject(before.map((of) => of.map(({ name, target }) => ({ name, target }))));
    // With its alerts, each on the check that was made.
    expect(sentSince(world, sent).map(([request]) => request.replace(/[\da-f-]{36}/, '{id}'))).toEqual(
      expect.arrayContaining(['POST /v2/uptime/checks', 'POST /v2/uptime/checks/{id}/alerts']),
    );
    expect((await runOf(world, runKey)).again).toBeUndefined();
    expect(await world.buoy.calls.runJob({ id: run.again?.id ?? '', values: {} })).toMatchObject({
      failure: { kind: 'refused' },
    });
  });

  it('leaves out what the job is off for, and says why', async () => {
    const world = await connected({ seed: 7 });
    const things = ['old-uploads', 'web-assets'];
    const offers = await world.buoy.calls.offerManyJobs({
      things: await selected(world, { familyId: volumes, things, job: '' }),
    });
    if (!offers.ok) throw new Error(offers.failure.message);
    expect(offers.value.map(({ name, count }) => [name, count])).toEqual(
      expect.arrayContaining([
        ['detach', 1],
        ['attach', 1],
        ['delete', 2],
        ['tags', 2],
      ]),
    );
    const { form, runKey } = await doMany(world, { familyId: volumes, things, job: 'detach' });
    expect(form).toMatchObject({
      title: 'Detach web-assets',
      names: ['web-assets'],
      leftOut: [{ name: 'old-uploads', reason: 'It is attached to nothing.' }],
    });
    await endOf(world, runKey);
    expect(sentSince(world, 0).map(([request]) => request)).toEqual([`POST /v2/volumes/${volume(world, 'web-assets')}/actions`]);
  });

  it('says "4 of 6; two refused, because …", and tries exactly those two again', async () => {
    const world = await connected({ seed: 7 });
    const things = ['web-01', 'web-02', 'web-03', 'api-01', 'api-02', 'bastion-01'];
    const ids = new Map(await Promise.all(things.map(async (name) => [name, await idOf(world, name)] as const)));
    for (const name of ['web-02', 'api-01']) {
      world.demo.faults.add({ operation: 'dropletActions_post', path: `/${ids.get(name)}/` }, { kind: 'status', status: 422 });
    }
    const { form, runKey } = await doMany(world, { familyId: droplets, things, job: 'reboot' });
    expect(form).toMatchObject({ level: 'normal', names: things });
    const run = await endOf(world, runKey);
    expect(run).toMatchObject({ outcome: 'partly', over: 6, rest: 2 });
    expect(run.message).toMatch(/^Reboot 6 droplets: 4 of 6; two refused, because: Status 422\.$/);
    expect(run.items.filter(({ state }) => state === 'refused').map(({ name }) => name)).toEqual(['web-02', 'api-01']);
    const [row] = (await world.view()).tables.actions.filter(({ key }) => run.rowKeys.includes(key));
    expect(row).toMatchObject({
      status: 'errored',
      title: 'Reboot 6 droplets: 4 of 6',
      failure: { message: '4 of 6; two refused, because: Status 422.' },
    });

    const before = world.writes.length;
    await world.buoy.calls.changeRun({ runKey: run.key, change: 'retry' });
    expect(await endOf(world, runKey)).toMatchObject({ outcome: 'fine', message: 'Reboot 6 droplets: 6 of 6', rest: 0 });
    expect(sentSince(world, before)).toEqual(
      ['web-02', 'api-01'].map((name) => [`POST /v2/droplets/${ids.get(name)}/actions`, { type: 'reboot' }]),
    );
  });

  it('tells an unknown end as such, and does not try that again', async () => {
    const world = await connected({ seed: 7 });
    const path = `/${await idOf(world, 'web-02')}/`;
    world.demo.faults.add({ operation: 'dropletActions_post', path }, { kind: 'reset-after' });
    const { runKey } = await doMany(world, { familyId: droplets, things: ['web-01', 'web-02'], job: 'reboot' });
    const run = await endOf(world, runKey);
    expect(run).toMatchObject({ outcome: 'unsure', rest: 0 });
    expect(run.message).toMatch(/^Reboot 2 droplets: 1 of 2; one of unknown end: no answer came\.$/);
    expect(run.items.map(({ state }) => state)).toEqual(['done', 'unknown']);
    const retried = await world.buoy.calls.changeRun({ runKey: run.key, change: 'retry' });
    expect(retried).toMatchObject({ ok: false, failure: { message: 'Nothing is left to try again.' } });
  });

  it('begins nothing more once nobody can be reached, and goes on with the rest when asked', async () => {
    const world = await connected({ seed: 7 });
    const things = (await world.view()).tables.droplets.filter(({ condition }) => condition === 'active').map(({ name }) => name);
    const all = await selected(world, { familyId: droplets, things, job: '' });
    const opened = await world.buoy.calls.openManyJob({ name: 'reboot', things: all });
    if (!opened.ok) throw new Error(opened.failure.message);
    await world.demo.faults.offline();
    // What is sent before the ends of open sockets were noticed has an unknown end.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = await world.buoy.calls.runManyJob({ id: opened.value.id, values: {} });
    const key = started.ok ? started.value.runKey : '';
    const run = await endOf(world, key, 60_000);
    expect(run.items.some(({ state }) => state === 'stopped')).toBe(true);
    expect(run.items.every(({ state }) => state === 'stopped' || state === 'refused')).toBe(true);
    await world.demo.faults.online();
    await world.buoy.calls.changeRun({ runKey: key, change: 'retry' });
    expect(await endOf(world, key)).toMatchObject({ outcome: 'fine' });
  });

  it('is stopped by the person, and keeps what was not begun for later', async () => {
    const world = await connected({ seed: 7 });
    const things = (await world.view()).tables.droplets.filter(({ condition }) => condition === 'active').map(({ name }) => name);
    const { runKey } = await doMany(world, { familyId: droplets, things, job: 'reboot' });
    await world.buoy.calls.changeRun({ runKey: runKey ?? '', change: 'stop' });
    const run = await endOf(world, runKey);
    const counts = Map.groupBy(run.items, ({ state }) => state);
    expect(counts.get('done')?.length).toBeLessThanOrEqual(4);
    expect(counts.get('stopped')?.length).toBe(run.rest);
    expect(run.message).toMatch(/not begun\.$/);
    expect((await runOf(world, runKey)).isPutAway).toBe(false);
  });
});

describe('things of two teams', () => {
  it('run in both, with a row of Activity for each, but not where one request is for all', async () => {
    const world = await connected({ seed: 7 });
    await world.run({ kind: 'add-connection', token: token(world.demo, 1) });
    const rows = async () => (await world.view()).tables.droplets;
    await world.until(async () => new Set((await rows()).map(({ connectionId }) => connectionId)).size === 2);
    const active = (await rows()).filter(({ condition }) => condition === 'active');
    const things = [...Map.groupBy(active, ({ connectionId }) => connectionId).values()].flatMap(([first]) =>
      first ? [thingOfDroplet(first)] : [],
    );
    const offers = await world.buoy.calls.offerManyJobs({ things });
    const reasonOf = (name: string) => (offers.ok ? offers.value.find((one) => one.name === name)?.offReason : 'none');
    expect(reasonOf('tags')).toBe('Select things of one team: each team has its own.');
    expect(reasonOf('reboot')).toBeNull();
    const opened = await world.buoy.calls.openManyJob({ name: 'reboot', things });
    if (!opened.ok) throw new Error(opened.failure.message);
    expect(opened.value.lines).toEqual(['Teams: Harbour Works and Tidepool.']);
    const started = await world.buoy.calls.runManyJob({ id: opened.value.id, values: {} });
    const run = await endOf(world, started.ok ? started.value.runKey : null);
    expect(run).toMatchObject({ outcome: 'fine', message: 'Reboot 2 droplets: 2 of 2' });
    expect(run.rowKeys.map((key) => key.split(':')[0])).toEqual(things.map(({ connectionId }) => connectionId));
  });
});

describe('every job over many', () => {
  it('opens on the things of the demo account, and asks what they can be asked together', async () => {
    const world = await connected({ seed: 7 });
    const { calls } = world.buoy;
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const { operations } = await loadIndex();
    const opened: string[] = [];
    const faults: string[] = [];
    for (const { id: familyId, path } of operations) {
      if (!jobsOf(familyId).some(({ forMany }) => forMany) || path.includes('{')) continue;
      await calls.loadResources({ familyId, connectionId, parent: {}, isForced: true });
      const rows = await calls.readResources({ familyId, connectionId, parent: {} });
      const ids = ['id', 'uuid', 'ip', 'slug', 'name'];
      const things = (rows.ok ? rows.value.items.slice(0, 3) : []).map((row) => ({
        connectionId,
        familyId,
        id: String(row[ids.find((field) => row[field] !== undefined) ?? 'id']),
        parent: {},
        row,
      }));
      if (things.length === 0) continue;
      const offers = await calls.offerManyJobs({ things });
      for (const offer of offers.ok ? offers.value : []) {
        const form = offer.offReason === null ? await calls.openManyJob({ name: offer.name, things }) : null;
        if (form === null) continue;
        opened.push(`${familyId} ${offer.name}`);
        // A conflict is the job's own reason: what is in use cannot be deleted.
        if (!form.ok && form.failure.kind !== 'conflict') faults.push(`${familyId} ${offer.name}: ${form.failure.message}`);
        else if (!form.ok) continue;
        else if (form.value.names.length === 0) faults.push(`${familyId} ${offer.name} is about nothing`);
        else if (form.value.level === 'destructive' && form.value.typeToConfirm === null)
          faults.push(`${familyId} ${offer.name}`);
      }
    }
    expect(opened.length).toBeGreaterThan(40);
    expect(faults).toEqual([]);
    expect(world.writes).toEqual([]);
  });
});
