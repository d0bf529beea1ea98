import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Buoy, createBuoy } from '../../main/core/buoy.ts';
import { findOperation } from '../../main/core/digitalocean/catalogue/load.ts';
import { tokenName } from '../../main/core/names/token-name.ts';
import type { DocumentName } from '../../main/core/ports.ts';
import { facts } from '../doubles/core/core-on-demo.ts';
import { createFakeClock } from '../doubles/core/fake-clock.ts';
import { inventedTeam } from '../doubles/core/invented-team.ts';
import { createMemoryPorts } from '../doubles/core/memory-ports.ts';

const open: Buoy[] = [];
// Loading them takes real time, which the clock of these tests does not wait for.
beforeAll(() => Promise.all(['droplets_list', 'actions_list', 'monitoring_list_alertPolicy', 'account_get'].map(findOperation)));
afterEach(async () => {
  await Promise.all(open.splice(0).map((buoy) => buoy.stop()));
});

/** A connected team whose lists have this entry beside their own, for as long as it is there. */
async function connected(stray: { path: string; key: string; entry: unknown }) {
  const clock = createFakeClock();
  let isThere = true;
  const team = inventedTeam(clock.now, (path, text) => {
    if (path !== stray.path || !isThere) return text;
    const body = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...body, [stray.key]: [...(body[stray.key] as unknown[]), stray.entry] });
  });
  const files = new Map<DocumentName, string>([['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}']]);
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);
  const buoy = createBuoy(createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport }), facts);
  open.push(buoy);
  await buoy.start();
  await clock.advance(900_000);
  return {
    async end() {
      isThere = false;
      // Long enough for the next list.
      await clock.advance(1_500_000);
    },
    async team() {
      const opened = await buoy.calls.openView({});
      if (!opened.ok) throw new Error(opened.failure.message);
      return opened.value.tables.connections[0];
    },
  };
}

describe('an entry that cannot be told apart', () => {
  it.each([
    ['droplet', { path: '/v2/droplets', key: 'droplets', entry: { name: 'nobody' } }, 'droplets'],
    [
      'policy without a limit',
      { path: '/v2/monitoring/alerts', key: 'policies', entry: { uuid: 'p', type: 'v1/x' } },
      'policies',
    ],
  ])('is named as left out for as long as it is there: a %s', async (_name, stray, what) => {
    const { team, end } = await connected(stray);
    expect((await team())?.unread).toMatchObject([{ what, failure: null, leftOut: 1 }]);
    expect((await team())?.statusText).toContain('too little to be told apart');
    await end();
    expect((await team())?.unread).toEqual([]);
  });
});
