import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { tokenName } from '../../main/core/names/token-name.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import { startDemo } from '../../main/demo/server.ts';
import { connected, connectTo, endAll, open, type World } from '../doubles/core/core-on-demo.ts';
import { createFakeClock } from '../doubles/core/fake-clock.ts';

afterEach(endAll);

const minuteMs = 60_000;
const lists = [
  'certificates_list',
  'databases_list_clusters',
  'databases_list_options',
  'kubernetes_list_clusters',
  'kubernetes_get_availableUpgrades',
  'functions_list_namespaces',
  'functionsAccessKey_list',
  'byoipPrefixes_list',
];
const asked = ({ demo }: World) =>
  demo.requests().flatMap(({ operation }) => (lists.includes(operation ?? '') ? [operation ?? ''] : []));
/** As the page does when it is opened for the first time. */
const lookAt = async (world: World) => {
  await world.run({ kind: 'refresh' });
  await world.pass(2000);
};
const coming = async ({ view }: World) => (await view()).tables.coming;
const titled = async (world: World, title: string) => (await coming(world)).find((row) => row.title === title);

describe('what is coming up, on the demo account', () => {
  it('is read from a minute after the start, two requests an hour, and not again within twelve hours', async () => {
    const world = await connected();
    await world.pass(55_000);
    expect(asked(world)).toEqual([]);
    await world.pass(15_000);
    expect(asked(world)).toEqual(['certificates_list', 'databases_list_clusters']);
    await world.pass(70 * minuteMs);
    expect(asked(world)).toHaveLength(4);
    await lookAt(world);
    const first = asked(world);
    expect(new Set(first)).toEqual(new Set(lists));
    await world.pass(70 * minuteMs);
    expect(asked(world)).toHaveLength(first.length);
    const titles = (await coming(world)).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Certificate partners ends',
        'Kafka 3.8 of events ends',
        'db-main gets an update',
        'harbour gets Kubernetes 1.33.6',
        'harbour can have Kubernetes 1.34.1',
        'Access key deploy of webhooks ends',
        '4 droplets are backed up',
      ]),
    );
  });

  it('tells what is near once, and shows it in the tray', async () => {
    const world = await connected();
    await lookAt(world);
    const told = () => world.buoy.notices().filter(({ kind }) => kind === 'coming-up');
    const titles = told().flatMap(({ title, parts }) => (parts.length === 0 ? [title] : parts.map((part) => part.title)));
    expect(titles.sort()).toEqual([
      expect.stringMatching(/^Access key deploy of webhooks ends in [56] days$/),
      expect.stringMatching(/^Certificate partners ends in 1[12] days$/),
      expect.stringMatching(/^Kafka 3.8 of events ends in 4[01] days$/),
    ]);
    const count = told().length;
    await world.pass(10 * minuteMs);
    expect(told()).toHaveLength(count);
    const lines = world.buoy.tray().menu.filter(({ id }) => id.startsWith('coming'));
    expect(lines.map(({ label }) => label)).toEqual([
      'Coming up',
      'Access key deploy of webhooks ends',
      'Certificate partners ends',
      'Kafka 3.8 of events ends',
    ]);
  });

  it('says which lists a token may not read, and which scope they need, without failing', async () => {
    const clock = createFakeClock(Date.now());
    const demo = await startDemo({ now: clock.now, actionErrorRate: 0 });
    open.demos.push(demo);
    const world = await connectTo(demo, clock);
    await world.run({ kind: 'add-connection', token: demo.limitedToken });
    await lookAt(world);
    const [connection] = (await world.view()).tables.connections;
    expect(connection?.status).toBe('ok');
    expect(connection?.dates.unread).toContainEqual({ name: 'certificates', why: 'Needs certificate:read' });
  });

  it('asks for nothing again after a restart', async () => {
    const clock = createFakeClock(Date.now());
    const demo = await startDemo({ now: clock.now, actionErrorRate: 0 });
    open.demos.push(demo);
    const files = new Map<DocumentName, string>([
      ['connections', '{"version":1,"connections":[{"id":"c1","label":null,"tokenEndsOn":"2030-01-31"}]}'],
    ]);
    const secrets = new Map([[tokenName('c1'), demo.tokens[0]?.token ?? '']]);
    const first = await connectTo(demo, clock, files, secrets);
    await lookAt(first);
    const rows = (await coming(first)).map(({ title }) => title).sort();
    await first.buoy.stop();
    const before = asked(first).length;
    const second = await connectTo(demo, clock, files, secrets);
    expect((await coming(second)).map(({ title }) => title).sort()).toEqual(rows);
    expect(await titled(second, 'Token of Harbour Works ends')).toMatchObject({ isDay: true });
    await second.pass(70_000);
    expect(asked(second)).toHaveLength(before);
  });

  it('follows the job that deals with it', async () => {
    const world = await connected();
    await lookAt(world);
    const row = await titled(world, 'db-main gets an update');
    const deed = row?.deeds.find((one) => one.kind === 'job' && one.name === 'install-update');
    if (deed?.kind !== 'job') throw new Error('The update offers no job');
    const form = await world.buoy.calls.openJob({ name: deed.name, thing: deed.thing });
    if (!form.ok) throw new Error(form.failure.message);
    expect((await world.buoy.calls.runJob({ id: form.value.id, values: {} })).ok).toBe(true);
    await world.pass(60_000);
    expect(await titled(world, 'db-main gets an update')).toBeUndefined();
  });

  it('holds the end of a token as it was entered, and forgets it with the token', async () => {
    const world = await connected();
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    await world.run({ kind: 'set-token-end', connectionId, endsOn: '2031-02-28' });
    expect((await world.view()).tables.connections[0]?.tokenEndsOn).toBe('2031-02-28');
    expect(world.ports.files.get('connections')).toContain('"tokenEndsOn":"2031-02-28"');
    const token = world.demo.readOnlyToken;
    expect((await world.run({ kind: 'replace-token', connectionId, token })).ok).toBe(true);
    expect((await world.view()).tables.connections[0]?.tokenEndsOn).toBeNull();
    expect(world.ports.files.get('connections')).not.toContain('tokenEndsOn');
  });

  it('is saved as a calendar', async () => {
    const world = await connected();
    await lookAt(world);
    const saved = await world.buoy.calls.saveCalendar({ connectionId: null, kind: null });
    if (!saved.ok) throw new Error(saved.failure.message);
    const file = world.buoy.takeDownload(saved.value.downloadId);
    expect(file).toMatchObject({ suggestedName: 'coming-up.ics', mediaType: 'text/calendar' });
    const events = new ICAL.Component(ICAL.parse(new TextDecoder().decode(file?.bytes))).getAllSubcomponents('vevent');
    expect(events).toHaveLength(saved.value.entries);
    expect(events.length).toBeGreaterThan(8);
  });
});
