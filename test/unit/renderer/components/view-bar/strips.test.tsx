import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../../preload/contract/settings.ts';
import type { BudgetView, ConnectionRow, Desktop, FullView, Unread } from '../../../../../preload/contract/view.ts';
import { connectionStatuses } from '../../../../../preload/contract/view.ts';
import { Strips } from '../../../../../renderer/components/view-bar/strips.tsx';
import { stateWords } from '../../../../../renderer/words/states.ts';
import { inventedNow, minute } from '../../../../doubles/invented/invented-time.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const heldText = 'Buoy is waiting until 10:42 to stay within DigitalOcean’s 250 requests a minute. It goes on by itself.';
const throttledText =
  'DigitalOcean throttles this token until 14:32, because something else uses it too. Settings show what used it.';

/** The invented teams, each with these fields and this budget. */
const teams = (...all: (Partial<ConnectionRow> & { own?: Partial<BudgetView> })[]): FullView => {
  const view = inventedView();
  const connections = view.tables.connections.slice(0, all.length).map((row, at) => {
    const { own, ...fields } = all[at] ?? {};
    return { ...row, ...fields, budget: row.budget && { ...row.budget, ...own } };
  });
  return { ...view, tables: { ...view.tables, connections } };
};
const strips = async (view: FullView, hash = '#/overview'): Promise<Element[]> => {
  await drawPage(<Strips />, { view, hash });
  return [...document.querySelectorAll('.note')];
};
const untilMs = inventedNow + 24 * minute;
const held = { status: 'held' as const, statusText: heldText, own: { held: { window: 'minute' as const, untilMs }, queued: 3 } };
const throttled = { status: 'throttled' as const, statusText: throttledText, own: { throttled: { untilMs }, queued: 2 } };

describe('the strip of a wait', () => {
  it('says quietly that Buoy waits on its own, for what, until when, and which teams wait', async () => {
    const [strip, ...others] = await strips(teams(held));
    expect(others).toEqual([]);
    expect(strip?.className).toBe('note strip');
    expect(strip?.textContent).toBe(`${heldText} 3 requests of Harbour Works wait in line.What uses it?`);
  });

  it('warns that DigitalOcean throttles, until when, and which teams wait', async () => {
    const [strip] = await strips(teams(throttled));
    expect(strip?.className).toBe('note warn strip');
    expect(strip?.textContent).toBe(`${throttledText} 2 requests of Harbour Works wait in line.What uses it?`);
  });

  it('says that a team is not polled if no request waits', async () => {
    const [strip] = await strips(teams({ ...held, own: { held: { window: 'poll-share', untilMs }, queued: 0 } }));
    expect(strip?.textContent).toContain('Buoy does not poll Harbour Works until then.');
  });

  it('says how much something else used, if that is most of the hour and the wait is for the hour', async () => {
    const used = { remaining: 400, usedByBuoy: 100 };
    const words = '4,500 of the 5,000 requests of Harbour Works were used elsewhere.';
    const [ofHour] = await strips(teams({ ...held, own: { ...used, held: { window: 'poll-share', untilMs } } }));
    expect(ofHour?.textContent).toContain(words);
    const [, ofMinute] = await strips(teams({ ...held, own: { ...used, ...held.own } }));
    expect(ofMinute?.textContent).not.toContain(words);
  });

  it('is shared by teams that wait for the same thing, and separate where they differ', async () => {
    const same = await strips(teams(held, held, throttled));
    expect(same).toHaveLength(2);
    expect(same[0]?.textContent).toContain('6 requests of Harbour Works and Tidepool wait in line.');
  });

  it.each(connectionStatuses.filter((status) => status !== 'held' && status !== 'throttled'))(
    'is not shown for a team that is %s',
    async (status) => {
      await strips(teams({ status, statusText: 'As it is.', own: {} }));
      expect(screen.queryByText(/wait in line|does not poll/)).toBeNull();
    },
  );
});

describe('the strip of a desktop without a tray', () => {
  const without = (missingTray: Desktop | null, withoutTray: Partial<Settings['withoutTray']> = {}): FullView => {
    const view = teams({});
    const settings = { ...view.singles.settings, withoutTray: { ...view.singles.settings.withoutTray, ...withoutTray } };
    return { ...view, singles: { ...view.singles, settings, meta: { ...view.singles.meta, missingTray } } };
  };

  it.each(['gnome', 'other'] as const)('says why, what brings one on %s, and what closing the window does', async (desktop) => {
    const [strip] = await strips(without(desktop, { closing: 'stay' }));
    for (const words of [stateWords.noTrayLead, stateWords.noTrayDetail[desktop], stateWords.noTrayClosing.stay])
      expect(strip?.textContent).toContain(words);
  });

  it('goes for good once the person has read it', async () => {
    const { bridge } = await drawPage(<Strips />, { view: without('gnome') });
    await userEvent.click(screen.getByRole('button', { name: stateWords.understood }));
    const command = { kind: 'update-settings', patch: { withoutTray: { isSaid: true } } };
    expect(bridge.calls.at(-1)).toMatchObject({ name: 'runCommand', args: { command } });
  });

  it.each([
    ['the person has read it', without('gnome', { isSaid: true })],
    ['there is a tray', without(null)],
  ])('is not shown when %s', async (_when, view) => {
    expect(await strips(view)).toEqual([]);
  });
});

describe('the strip of what a token may not read', () => {
  const forbidden = (what: Unread['what'], name: string, scope: string): Unread => ({
    what,
    name,
    failure: { kind: 'forbidden', message: 'Not allowed.', scopes: [scope] },
    leftOut: null,
  });
  const limited = {
    unread: [
      forbidden('actions', 'actions', 'actions:read'),
      forbidden('uptime', 'uptime checks', 'uptime:read'),
      forbidden('alerts', 'alert policies', 'monitoring:read'),
    ],
  };

  it.each([
    ['#/activity', 'The token of Harbour Works may not read actions. It needs actions:read.Replace token…'],
    [
      '#/monitoring',
      'The token of Harbour Works may not read uptime checks and alert policies. It needs uptime:read and monitoring:read.Replace token…',
    ],
  ])('stands where that is wanted: %s', async (hash, words) => {
    expect((await strips(teams(limited), hash)).map(({ textContent }) => textContent)).toEqual([words]);
  });

  it.each(['#/overview', '#/droplets', '#/billing', '#/settings'])('is not shown at %s', async (hash) => {
    expect(await strips(teams(limited), hash)).toEqual([]);
  });

  const failing: Unread = {
    what: 'uptime',
    name: 'uptime checks',
    failure: { kind: 'server-error', message: 'It failed (500).' },
    leftOut: null,
  };

  it('says what failed instead if that is no right', async () => {
    const [strip] = await strips(teams({ unread: [failing] }), '#/monitoring');
    expect(strip?.textContent).toBe('Harbour Works: uptime checks could not be read. It failed (500).');
  });

  it('names beside it what is left out of a list that was read', async () => {
    const partly: Unread = { what: 'alerts', name: 'alert policies', failure: null, leftOut: '2 alert policies are left out.' };
    const shown = await strips(teams({ unread: [failing, partly] }), '#/monitoring');
    expect(shown.map(({ textContent }) => textContent)).toEqual([
      'Harbour Works: 2 alert policies are left out.',
      'Harbour Works: uptime checks could not be read. It failed (500).',
    ]);
    expect(await strips(teams({ unread: [partly] }), '#/droplets')).toEqual([]);
  });

  it('is not shown for what is being read for the first time', async () => {
    expect(await strips(teams({ unread: [{ ...failing, failure: null }] }), '#/monitoring')).toEqual([]);
  });
});

describe('the strip of files that could not be read', () => {
  const set = (setAside: readonly string[]): FullView => {
    const view = inventedView();
    return { ...view, singles: { ...view.singles, meta: { ...view.singles.meta, setAside } } };
  };
  const named = async (view: FullView, hash: string) =>
    (await strips(view, hash)).map(({ textContent }) => textContent).filter((text) => text?.includes('files'));

  it('names every one of them, and where it is kept, in the settings', async () => {
    expect(await named(set(['/home/mara/settings.corrupt-1.json', '/home/mara/history.corrupt-1.json']), '#/settings')).toEqual([
      '2 of Buoy’s files could not be read. They are kept in /home/mara as settings.corrupt-1.json and history.corrupt-1.json, and Buoy started new ones.',
    ]);
  });

  it('is not there if all could be read', async () => {
    expect(await named(set([]), '#/settings')).toEqual([]);
  });

  it.each(['#/overview', '#/droplets'])('does not repeat at %s what stands under what needs a person', async (hash) => {
    expect(await named(set(['/home/mara/settings.corrupt-1.json']), hash)).toEqual([]);
  });
});

describe('the strip of a team that fails', () => {
  const failure = { kind: 'server-error' as const, message: 'It failed.' };
  const team = (fields: Partial<ConnectionRow>) => teams({ status: 'failing', statusText: 'It failed.', ...fields });
  const freshness = { fetchedAtMs: inventedNow, isFetching: false, isStale: false };

  it('says that its actions could not be read if its droplets were', async () => {
    const [strip] = await strips(team({ droplets: { ...freshness, failure: null }, actions: { ...freshness, failure } }));
    expect(strip?.textContent).toContain('The actions of Harbour Works could not be read.');
  });

  it('says that it could not be read if its droplets were not', async () => {
    const [strip] = await strips(team({ droplets: { ...freshness, failure }, actions: { ...freshness, failure: null } }));
    expect(strip?.textContent).toContain('Harbour Works could not be read.');
  });

  it('says why DigitalOcean is not reached although there is a network', async () => {
    const [strip] = await strips(
      teams({ status: 'offline', statusText: 'The server refused the connection. Showing data from 2 min ago.' }),
    );
    expect(strip?.textContent).toBe('The server refused the connection. Showing data from 2 min ago. Try now');
  });
});
