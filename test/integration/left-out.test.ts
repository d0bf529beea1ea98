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
beforeAll(() =>
  Promise.all(
    [
      'droplets_list',
      'actions_list',
      'uptime_list_checks',
      'monitoring_list_alertPolicy',
      'certificates_list',
      'account_get',
    ].map(findOperation),
  ),
);
afterEach(async () => {
  await Promise.all(open.splice(0).map((buoy) => buoy.stop()));
});

/** A connected team whose lists have these entries beside their own, for as long as they are there. */
async function connected(stray: { path: string; key: string; entries: unknown[] }) {
  const clock = createFakeClock();
  let isThere = true;
  const team = inventedTeam(clock.now, (path, text) => {
    if (path !== stray.path || !isThere) return text;
    const body = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...body, [stray.key]: [...(body[stray.key] as unknown[]), ...stray.entries] });
  });
  const files = new Map<DocumentName, string>([['connections', '{"version":1,"connections":[{"id":"c1","label":null}]}']]);
  const secrets = new Map([[tokenName('c1'), `dop_v1_${'a'.repeat(64)}`]]);
  const buoy = createBuoy(createMemoryPorts({ clock, files, secrets, openTransport: team.openTransport }), facts);
  open.push(buoy);
  await buoy.start();
  await clock.advance(900_000);
  return {
    /** Ends it, and reads everything again. */
    async end() {
      isThere = false;
      const refreshed = buoy.calls.runCommand({ command: { kind: 'refresh' } });
      await clock.advance(60_000);
      await refreshed;
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
    [
      'droplet',
      { path: '/v2/droplets', key: 'droplets', entries: [{ name: 'nobody' }] },
      'droplets',
      '1 droplet is left out',
      'an id',
    ],
    [
      'action',
      {
        path: '/v2/actions',
        key: 'actions',
        entries: [{ type: 'x' }, { id: 9, status: 'completed', type: 'reboot', started_at: '2026-01-02T03:04:05Z' }],
      },
      'actions',
      '1 action is left out',
      'an id, a type or a start',
    ],
    [
      'check',
      { path: '/v2/uptime/checks', key: 'checks', entries: [{}, { id: 'k', enabled: false }] },
      'checks',
      '1 uptime check is left out',
      'an id',
    ],
    [
      'policy without a limit',
      { path: '/v2/monitoring/alerts', key: 'policies', entries: [{ uuid: 'p', type: 'v1/x' }] },
      'policies',
      '1 alert policy is left out',
      'an id, a type or a limit',
    ],
  ])('is named as left out for as long as it is there: a %s', async (_name, stray, what, begin, lack) => {
    const { team, end } = await connected(stray);
    const leftOut = `${begin}: DigitalOcean sent it without ${lack}.`;
    expect((await team())?.unread).toMatchObject([{ what, failure: null, leftOut }]);
    expect((await team())?.statusText).toBe(leftOut);
    await end();
    expect((await team())?.unread).toEqual([]);
  });

  it('is named beside what is coming up, too, where it would end', async () => {
    const { team, end } = await connected({ path: '/v2/certificates', key: 'certificates', entries: [{ name: 'shop' }] });
    expect((await team())?.dates.leftOut).toBe('1 certificate is left out: DigitalOcean sent it without an id.');
    await end();
    expect((await team())?.dates.leftOut).toBeNull();
  });
});
