import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failed, success } from '../../../../../preload/contract/failure.ts';
import type { AttentionRow, FullView, Unread } from '../../../../../preload/contract/view.ts';
import { MonitoringScreen } from '../../../../../renderer/screens/monitoring/monitoring-screen.tsx';
import { connection, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { aCheckRow, aPolicyRow, aWatchRow } from '../../../../doubles/invented/invented-watch-rows.ts';
import { drawPage } from '../../draw-page.tsx';

const user = userEvent.setup();

const withTables = (tables: Partial<FullView['tables']>): FullView => {
  const view = inventedView();
  return { ...view, tables: { ...view.tables, ...tables } };
};
const nothing = { attention: [], notices: [], checks: [], policies: [], watching: [] };
const quiet = (unread: Unread[] = [], tables: Partial<FullView['tables']> = nothing) =>
  withTables({ ...tables, connections: [connection({ id: 'hw', teamName: 'Harbour Works', monogram: 'HW', unread })] });

/** The invented view, in which a policy fires besides. */
const firing = (): FullView => {
  const view = inventedView();
  const alert: AttentionRow = {
    key: 'alert/hw/p1/387100413',
    severity: 'warn',
    kind: 'alert',
    title: 'CPU above 80 % on worker-02',
    detail: 'Harbour Works · Workers hot · now 91 %',
    sinceMs: view.nowMs - 420_000,
    connectionId: 'hw',
    route: '#/droplets/hw:387100413',
    command: null,
  };
  return withTables({ attention: [...view.tables.attention, alert] });
};
const draw = async (view = firing()) => drawPage(<MonitoringScreen />, { view, hash: '#/monitoring' });
const rows = () => screen.getAllByRole('row');
const rowWith = (text: string): HTMLElement => {
  const row = rows().find((one) => one.textContent?.includes(text));
  if (!row) throw new Error(`No row says ${text}`);
  return row;
};
const texts = () => rows().map((row) => row.textContent ?? '');

describe('the front page of monitoring', () => {
  it('has what fires and is down first, then every check, then every policy, and what was told', async () => {
    // Short enough that all of it is in sight.
    const { attention, policies } = firing().tables;
    await draw(withTables({ attention, policies: policies.slice(0, 2), droplets: [], measured: [] }));
    const heads = texts().filter((text) => /^(Firing|Uptime checks|Alert policies|Busiest|Droplets not|Lately)/.test(text));
    expect(heads).toEqual([
      'Firing2',
      'Uptime checks2 of 3 up',
      'Alert policies0 of 2 quiet',
      'Busiest droplets17 of 23 watched',
      'Droplets not watched6 of 23',
      'LatelyAll notices',
    ]);
    const at = (text: string) => texts().findIndex((one) => one.includes(text));
    expect(at('cache-01 is down')).toBeLessThan(at('CPU above 80 % on worker-02'));
    expect(at('CPU above 80 % on worker-02')).toBeLessThan(at('legacy.example.com'));
    // What is down comes before what is up, and what is switched off last.
    expect(at('legacy.example.com')).toBeLessThan(at('docs.example.com'));
    expect(at('docs.example.com')).toBeLessThan(at('staging'));
    expect(at('staging')).toBeLessThan(at('worker-01 and worker-02'));
  });

  it('draws the CPU beside a policy about it that fires, and says which droplets are not watched and why', async () => {
    // Nothing else asks for CPU then.
    const view = withTables({ attention: firing().tables.attention, droplets: [], measured: [] });
    const { bridge } = await drawPage(<MonitoringScreen />, { view, hash: '#/monitoring' });
    await waitFor(() => expect(bridge.calls.some(({ name }) => name === 'readSparks')).toBe(true));
    expect(bridge.calls.find(({ name }) => name === 'readSparks')?.args).toMatchObject({ dropletKeys: ['hw:387100413'] });
    const left = rowWith('left out to spare requests');
    expect(left.textContent).toContain(
      'Harbour Works: 2 are left out to spare requests, or in no alert policy: edge-ams-01, edge-sgp-01.',
    );
    expect(within(left).getByRole('link', { name: 'Change' }).getAttribute('href')).toBe('#/settings/polling');
    expect(rowWith('agent is missing').textContent).toContain('bastion-01, wiki');
  });

  it('says of a check what each region sees, since when, its last outage and its days', async () => {
    await draw();
    const down = rowWith('legacy.example.com');
    expect(down.textContent).toContain('down since 14:02');
    expect(down.textContent).toContain('Eastern United States up, Western Europe down');
    expect(down.textContent).toContain('98.40 %last outage 1 h, 06:08');
    expect(down.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Seen on 30 days of the last 30: down on 3');
    expect(down.querySelector('.day.long')?.getAttribute('title')).toBe('23 Nov: down for 1 h 30 min');
    expect(down.textContent).not.toContain('certificate');
    expect(rowWith('docs.example.com').textContent).toContain('certificate ends in 9 days');
    expect(rowWith('docs.example.com').querySelectorAll('.day.none')).toHaveLength(18);
    expect(rowWith('staging').textContent).toContain('paused: nobody is told');
  });

  it('says of a policy what it compares, on what, whether it fires, how often it is looked at and what is not', async () => {
    await draw();
    expect(rowWith('worker-01 and worker-02').textContent).toContain('CPU above 80 % for 5 min, worker-01 and worker-02');
    expect(rowWith('worker-01 and worker-02').textContent).toContain('worker-02 91 %Fires on 1 of 2');
    expect(rowWith('worker-01 and worker-02').textContent).toContain('2 droplets, every 10 min');
    expect(rowWith('Memory nearly full').textContent).toContain('2 droplets are off and send no metrics');
    expect(rowWith('Disk busy').textContent).toContain('No metric for this kind');
  });

  it('says what the budget allows, and leads to where that is changed', async () => {
    await draw();
    expect(rowWith('The budget allows 6 of 13 pairs').textContent).toContain('pinned and prod come first');
    expect(within(rowWith('The budget allows 6 of 13 pairs')).getByRole('link', { name: 'Change' }).getAttribute('href')).toBe(
      '#/settings/polling',
    );
    expect(rowWith('each asked about every 5 min').textContent).toContain(
      'How long an answer takes, DigitalOcean’s API does not tell.',
    );
  });

  it('goes from row to row by keyboard, over heads, and opens the panel of one', async () => {
    const { page } = await draw();
    act(() => rowWith('cache-01 is down').focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('legacy.example.com');
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/resources/uptime_list_checks/hw/legacy');
    expect(page.router).toBeDefined();
  });

  it('offers the jobs of a check in its menu, with what they look at', async () => {
    const { bridge } = await draw();
    act(() => rowWith('staging').focus());
    await user.keyboard('m');
    expect(bridge.calls.findLast(({ name }) => name === 'offerJobs')?.args).toEqual({
      thing: {
        connectionId: 'tp',
        familyId: 'uptime_list_checks',
        id: 'staging',
        parent: {},
        row: { id: 'staging', name: 'staging', target: 'https://shop.example.com', enabled: false },
      },
    });
  });

  it('offers the jobs of a policy in its menu, also where it fires', async () => {
    const { bridge } = await draw();
    const thing = { familyId: 'monitoring_list_alertPolicy', id: 'p1', row: { type: 'v1/insights/droplet/cpu', enabled: true } };
    for (const text of ['worker-01 and worker-02', 'CPU above 80 % on worker-02']) {
      act(() => rowWith(text).focus());
      await user.keyboard('m');
      expect(bridge.calls.findLast(({ name }) => name === 'offerJobs')?.args).toMatchObject({ thing });
      await user.keyboard('{Escape}');
    }
  });

  it('snoozes what fires, and offers what a droplet that is down needs', async () => {
    const { bridge } = await draw();
    await user.click(screen.getByRole('button', { name: /^(Snooze 1 h|End snooze): CPU above 80 % on worker-02$/ }));
    await user.click(screen.getByRole('button', { name: 'Power on: cache-01 is down' }));
    const sent = bridge.calls
      .filter(({ name }) => name === 'runCommand')
      .map(({ args }) => (args as { command: { kind: string } }).command.kind);
    expect(sent).toEqual([expect.stringMatching(/snooze/), 'droplet-action']);
  });

  it('draws 500 policies as a list of which only those in view are there', async () => {
    const policies = Array.from({ length: 500 }, (_, index) =>
      aPolicyRow({ key: `hw:p${index}`, uuid: `p${index}`, name: `Policy ${index}` }),
    );
    await draw(quiet([], { ...nothing, policies, watching: [aWatchRow()] }));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(500 + 9 + 6 + 1));
    expect(rows().length).toBeLessThan(60);
  });
});

describe('the front page of monitoring without rows', () => {
  it('offers to make a check or a policy when nothing is watched, once, above the busiest droplets', async () => {
    const { measured } = inventedView().tables;
    const opened: unknown[] = [];
    const offer = { name: 'new', label: 'New', level: 'normal', isMain: false, offReason: null, keywords: '' } as const;
    await drawPage(<MonitoringScreen />, {
      view: quiet([], { ...nothing, measured }),
      hash: '#/monitoring',
      onBridge: (bridge) =>
        Object.assign(bridge, {
          offerJobs: async () => success([offer]),
          async openJob(args: unknown) {
            opened.push(args);
            return failed({ kind: 'conflict', message: 'Not now.' });
          },
        }),
    });
    expect(screen.getByRole('heading', { name: 'Nothing is watched yet' })).toBeTruthy();
    expect(texts()[0]).toBe('Busiest droplets');
    expect(rowWith('worker-02').textContent).toContain('CPU 91 %');
    expect(screen.queryByText('Uptime checks')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'New check…' }));
    await user.click(screen.getByRole('button', { name: 'New alert…' }));
    const made = { name: 'new', thing: { connectionId: 'hw', id: '', parent: {} } };
    expect(opened).toMatchObject([
      { ...made, thing: { ...made.thing, familyId: 'uptime_list_checks' } },
      { ...made, thing: { ...made.thing, familyId: 'monitoring_list_alertPolicy' } },
    ]);
  });

  it('says that nothing fires when everything was read', async () => {
    await draw(quiet([], { ...nothing, checks: [aCheckRow()], watching: [aWatchRow()] }));
    expect(screen.getByText('Nothing is firing.')).toBeTruthy();
    expect(screen.getByText('No alert policy.')).toBeTruthy();
  });

  it('says what could not be read and why, and then nothing of what it does not know', async () => {
    const failure = { kind: 'forbidden' as const, message: 'No.', scopes: ['monitoring:read'] };
    const unread: Unread = { what: 'policies', name: 'alert policies', failure, leftOut: null };
    await draw(quiet([unread]));
    expect(document.body.textContent).toContain('may not read alert policies. It needs monitoring:read.');
    expect(screen.getByText('Nothing is firing in what was read.')).toBeTruthy();
    expect(screen.queryByText('Nothing is firing.')).toBeNull();
    expect(screen.getByText('Not read, so nothing is known of them.')).toBeTruthy();
    expect(screen.getByText('No uptime check.')).toBeTruthy();
  });

  it('says that lists are being read before their first answer', async () => {
    const unread = (['checks', 'policies'] as const).map((what): Unread => ({ what, name: what, failure: null, leftOut: null }));
    await draw(quiet(unread));
    expect(screen.getAllByText('Being read…')).toHaveLength(2);
  });
});
