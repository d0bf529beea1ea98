import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowWithId } from '../../main/core/digitalocean/resources/row-with-id.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import type { MenuDeed, PinRow } from '../../preload/contract/view.ts';
import { familyGroups } from '../../renderer/families/all.ts';
import { identitiesOf, nameOf } from '../../renderer/families/identity.ts';
import { begin, connectTo, endAll, token, type World } from '../doubles/core/core-on-demo.ts';

let world: World;
let connectionId = '';
const files = new Map<DocumentName, string>();
const secrets = new Map<string, string>();

beforeAll(async () => {
  world = await begin({}, files, secrets);
  await world.run({ kind: 'add-connection', token: token(world.demo) });
  await world.until(async () => (await world.view()).tables.droplets.length > 0);
  connectionId = (await world.view()).tables.connections[0]?.id ?? '';
});
afterAll(endAll);

const rowsOf = async (familyId: string) => {
  await world.buoy.calls.loadResources({ familyId, connectionId });
  const read = await world.buoy.calls.readResources({ familyId, connectionId });
  return read.ok ? read.value.items : [];
};

/** Pins the thing with that name, as its panel does. */
async function pin(familyId: string, name: string): Promise<PinRow> {
  const family = familyGroups.flatMap(({ families }) => families).find(({ id }) => id === familyId);
  const items = await rowsOf(familyId);
  const at = items.findIndex((item) => family && nameOf(family, item).includes(name));
  const id = (family && identitiesOf(family, items)[at]?.itemId) ?? '';
  expect(await world.run({ kind: 'pin-thing', connectionId, familyId, parent: {}, id, name })).toMatchObject({ ok: true });
  const found = async () => (await world.view()).tables.pins.find((row) => row.familyId === familyId);
  await world.until(async () => (await found())?.standing === 'known');
  return (await found()) as PinRow;
}

const jobOf = ({ lines }: PinRow, label: string): Extract<MenuDeed, { kind: 'job' }> => {
  const deed = lines.find((line) => line.label === label)?.deed;
  if (deed?.kind !== 'job') throw new Error(`${label} is no job`);
  return deed;
};
async function run({ name, thing }: Extract<MenuDeed, { kind: 'job' }>, on = world) {
  const opened = await on.buoy.calls.openJob({ name, thing });
  return opened.ok ? on.buoy.calls.runJob({ id: opened.value.id, values: {} }) : opened;
}

describe('what is pinned on the demo account', () => {
  it('shows its state, and runs its jobs without the page having its row', async () => {
    const app = await pin('apps_list', 'storefront');
    expect(app).toMatchObject({ name: 'storefront', stateText: 'Active', detail: expect.stringMatching(/\./) });
    const before = world.writes.length;
    expect(await run(jobOf(app, 'Redeploy'))).toMatchObject({ ok: true, value: { actionKeys: [expect.any(String)] } });
    expect(world.writes.slice(before)).toMatchObject([{ method: 'POST', body: { force_build: false } }]);
    const busy = (await world.view()).tables.pins.find(({ key }) => key === app.key);
    expect(busy).toMatchObject({ isBusy: true, stateText: 'Deploying' });
    const { menu } = (await world.view()).singles.tray;
    expect(menu.map(({ label }) => label)).toContain('Deploying storefront');

    const database = await pin('databases_list_clusters', 'db-main');
    const copied = await run(jobOf(database, 'Copy connection string'));
    expect(copied).toMatchObject({ ok: true, value: { copy: { text: expect.stringMatching(/^postgres.*@/) } } });
  });

  it('is there after a restart before anything was read, and its jobs read what they need', async () => {
    await world.buoy.stop();
    expect([...files.values()].join('')).not.toMatch(/postgres\w*:\/\//);
    const again = await connectTo(world.demo, world.clock, files, secrets);
    const pins = (await again.view()).tables.pins;
    expect(pins.map(({ name }) => name)).toEqual(['storefront', 'db-main']);
    const database = pins[1] as PinRow;
    expect(await run(jobOf(database, 'Copy connection string'), again)).toMatchObject({ ok: true });
    world = again;
  });

  it('cannot be opened once it is gone, and says so', async () => {
    const thing = { connectionId, familyId: 'databases_list_clusters', id: 'no-such-id', parent: {} };
    const opened = await world.buoy.calls.openJob({ name: 'copy-string', thing });
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});

it('finds every thing of every list again by the id that the page has for it', async () => {
  const families = familyGroups.flatMap((group) => group.families).filter(({ inside }) => inside === undefined);
  const wrong: string[] = [];
  let found = 0;
  for (const family of families) {
    const items = await rowsOf(family.id);
    identitiesOf(family, items).forEach(({ itemId }, at) => {
      if (itemId === null || typeof items[at] !== 'object') return;
      // What is read as one thing is no list, and cannot be pinned.
      if (rowWithId(items, itemId) !== items[at]) wrong.push(`${family.id} ${itemId}`);
      found += 1;
    });
  }
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(100);
});
