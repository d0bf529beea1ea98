import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Bill } from '../../../../../preload/contract/bills.ts';
import type { Bridge } from '../../../../../preload/contract/bridge.ts';
import { type Failure, failed, success } from '../../../../../preload/contract/failure.ts';
import { BillingScreen } from '../../../../../renderer/screens/billing/billing-screen.tsx';
import { lastInvoiced } from '../../../../../renderer/screens/billing/last-invoice.tsx';
import { monthModel } from '../../../../../renderer/screens/billing/month-model.ts';
import { inventedCosts, inventedDays, inventedIdle } from '../../../../doubles/invented/invented-bills.ts';
import { inventedMonths, inventedSettings, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const show = (hash = '#/billing', over: Partial<Bridge> = {}, view = inventedView()) =>
  drawPage(<BillingScreen />, { hash, view, onBridge: (bridge) => Object.assign(bridge, over) });
const forbidden: Failure = { kind: 'forbidden', message: 'Not allowed.', scopes: ['billing:read'] };

/** Of each team a preview, and the invoices of two months, in no order. */
const invoicesOf = (teams: readonly string[]): Bill[] =>
  teams.flatMap((connectionId) =>
    (['2026-09', '2026-11', '2026-10'] as const).map((period) => ({
      connectionId,
      uuid: `${connectionId} ${period}`,
      period,
      usd: period === '2026-10' ? '31.20' : '7.00',
      updatedAtMs: null,
      isPreview: period === '2026-11',
    })),
  );

describe('the month', () => {
  it('says of how many teams it is the sum, where it goes by which method, and what the limit is', async () => {
    await show();
    const card = screen.getByRole('region', { name: 'November so far' });
    expect(card.textContent).toContain('3 teams together');
    expect(card.textContent).toContain('$820.16');
    expect(card.textContent).toContain('about $1,089');
    expect(card.textContent).toContain('likely $1,056 to $1,124');
    expect(card.textContent).toContain('a usual day, the median of the last seven');
    expect(card.textContent).toContain('$1,000');
    // On 23 November, 22 days of October had cost $660.
    await waitFor(() => expect(card.textContent).toContain('$160 more'));
  });

  it('says what the last invoice was, which leads there, and nothing of a sum that lacks a team', async () => {
    const readBills = async () => success({ bills: invoicesOf(['hw', 'tp', 'me']), unread: [] });
    await show('#/billing', { readBills });
    const link = await screen.findByRole('link', { name: 'Invoice of October: $93.60' });
    expect(link.getAttribute('href')).toBe('#/billing/invoices');
    expect(lastInvoiced(invoicesOf(['hw']), 1)).toEqual({ period: '2026-10', usd: '31.2' });
    expect(lastInvoiced(invoicesOf(['hw', 'tp']), 3)).toBeNull();
    expect(lastInvoiced([], 1)).toBeNull();
  });

  it('tells by words and figures what its drawing shows', async () => {
    await show();
    const chart = await screen.findByRole('slider', { name: /November, day by day/ });
    expect(chart.getAttribute('aria-label')).toBe(
      'November, day by day: $820.16 so far, about $1,089 at its end, against October',
    );
    expect(screen.getByText(/October by DigitalOcean’s nightly estimates/)).toBeTruthy();
  });

  it('says of which team the costs or the days could not be read', async () => {
    const unread = [{ connectionId: 'tp', failure: { kind: 'server-error', message: 'It answered 503.' } as const }];
    await show('#/billing', {
      readCosts: async () => success(inventedCosts({ unread })),
      readDays: async () => success({ ...inventedDays, unread }),
    });
    expect((await screen.findByText(/Tidepool is not in these sums/)).parentElement?.textContent).toContain('It answered 503.');
    expect(screen.getByText('The costs of each day of Tidepool could not be read.').title).toBe('It answered 503.');
  });

  it('says why nothing of it could be read, and can be asked for again', async () => {
    const failure: Failure = { kind: 'server-error', message: 'It answered 503.' };
    let [asked, askedIdle] = [0, 0];
    await show('#/billing', {
      async readCosts() {
        asked += 1;
        return asked === 1 ? failed(failure) : success(inventedCosts());
      },
      readDays: async () => failed({ ...failure, message: 'No answer.' }),
      async readIdle() {
        askedIdle += 1;
        return askedIdle === 1 ? failed({ ...failure, message: 'Too slow.' }) : success(inventedIdle);
      },
    });
    const section = (await screen.findByRole('heading', { name: /What costs most/ })).parentElement ?? document.body;
    expect(section.textContent).toContain('It answered 503.');
    expect(screen.getByText('No answer.').parentElement?.textContent).toBe('The costs of each day could not be read. No answer.');
    const idle = screen.getByText('What serves nothing could not be looked for.').closest<HTMLElement>('.row') ?? document.body;
    expect(idle.textContent).toContain('Too slow.');
    await userEvent.click(within(idle).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Too slow.')).toBeNull());
    await userEvent.click(within(section).getByRole('button', { name: 'Try again' }));
    expect(await within(section).findByText('db-main')).toBeTruthy();
  });

  it('asks again for a balance that could not be read, and offers no other token where that helps nothing', async () => {
    const view = inventedView();
    const failure: Failure = { kind: 'server-error', message: 'It answered 503.' };
    const connections = view.tables.connections.map((row) => ({
      ...row,
      balance: null,
      balanceFreshness: { fetchedAtMs: null, isFetching: false, isStale: true, failure },
    }));
    const { bridge } = await show('#/billing', {}, { ...view, tables: { ...view.tables, connections, months: [] } });
    expect(screen.queryByRole('button', { name: 'Replace token…' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.calls.findLast(({ name }) => name === 'runCommand')?.args).toEqual({ command: { kind: 'refresh' } });
  });

  it('says once that billing is forbidden, with the scope', async () => {
    const view = inventedView();
    const connections = view.tables.connections.map((row) => ({
      ...row,
      balance: null,
      balanceFreshness: { fetchedAtMs: null, isFetching: false, isStale: false, failure: forbidden },
    }));
    await show('#/billing', {}, { ...view, tables: { ...view.tables, connections, months: [] } });
    expect(screen.getAllByText(/This token is not allowed to read the bill/)).toHaveLength(1);
    expect(screen.getByText('billing:read')).toBeTruthy();
  });
});

describe('the drawing of a month', () => {
  const month = inventedMonths().find(({ key }) => key === 'all');
  if (!month) throw new Error('No month');

  it('has the month up to now, the other one to its end, and the outlook from one to the other', () => {
    const model = monthModel(month, inventedDays);
    const [current, last] = model?.lines ?? [];
    expect([current?.name, last?.name]).toEqual(['November', 'October']);
    expect(current?.values.filter((value) => value !== null).at(-1)).toBe(820.16);
    // The last value is that of now; the days to come are open.
    expect(current?.values.slice(-7)).toEqual([null, null, null, null, null, null, null]);
    expect(last?.values.at(-1)).toBe(900);
    expect(model?.outlook).toMatchObject({ value: 820.16, aim: 1089, low: 1056.1, high: 1124 });
    expect(model?.limits[0]).toMatchObject({ value: 1000, isInReach: true });
    expect(model?.times).toEqual([...(model?.times ?? [])].sort((one, other) => one - other));
  });

  it('is none for a balance that is still of the month before', () => {
    expect(monthModel({ ...month, generatedAtMs: Date.UTC(2026, 9, 31, 23) }, inventedDays)).toBeNull();
  });
});

describe('costs', () => {
  it('stand with a link to each thing, and with the change against the month before', async () => {
    await show('#/billing/costs', { readCosts: async () => success(inventedCosts({ isRunning: false })) });
    expect(await screen.findByRole('columnheader', { name: 'Against October' })).toBeTruthy();
    expect(screen.getByText(/\+\$27\.54 against October/)).toBeTruthy();
    await userEvent.click(await screen.findByRole('radio', { name: 'Resource' }));
    const row = (await screen.findByText('cache-01')).closest('tr');
    if (!row) throw new Error('No row');
    expect(within(row).getByRole('link').getAttribute('href')).toBe('#/droplets/hw:387100404');
    expect(row.textContent).toContain('$63.28');
    expect(row.textContent).toContain('+$31.64');
    const gone = screen.getByText('preview-09-final').closest('tr');
    expect(gone?.textContent).toContain('gone');
    expect(gone?.textContent).toContain('−$4.10');
  });

  it('of a month that is not over stand beside the whole month before, with no difference that would look like less', async () => {
    await show('#/billing/costs');
    await userEvent.click(await screen.findByRole('radio', { name: 'Resource' }));
    const head = await screen.findByRole('columnheader', { name: 'October, whole month' });
    expect(head.title).toBe('November is not over, so it cannot be compared yet. This is what October cost until its end.');
    expect(screen.getByText(/\$149\.42 in the whole of October/)).toBeTruthy();
    const cells = (name: string) => [...(screen.getByText(name).closest('tr')?.cells ?? [])].map((cell) => cell.textContent);
    expect(cells('cache-01').slice(2)).toEqual(['$63.28', '$31.64']);
    expect(cells('preview-09-final').slice(2)).toEqual(['$3.48', '$7.58']);
    expect(document.body.textContent).not.toMatch(/[+−]\$/);
  });

  it('of which nobody could read the month before have no sum of it', async () => {
    const groups = inventedCosts().groups.map((group) => ({
      ...group,
      changeUsd: null,
      lines: group.lines.map((line) => ({ ...line, changeUsd: null })),
    }));
    await show('#/billing/costs', { readCosts: async () => success(inventedCosts({ changeUsd: null, groups })) });
    await screen.findByRole('columnheader', { name: 'October, whole month' });
    expect(screen.queryByText(/in the whole of/)).toBeNull();
    const row = screen.getAllByRole('row')[1];
    expect(row?.textContent).toMatch(/\$110\.20–$/);
  });

  it('are asked for the month that a person chooses', async () => {
    const { bridge } = await show('#/billing/costs');
    await userEvent.click(await screen.findByRole('button', { name: 'The month before' }));
    await waitFor(() => {
      const periods = bridge.calls.flatMap(({ name, args }) =>
        name === 'readCosts' ? [(args as { period: string | null }).period] : [],
      );
      expect(periods).toEqual([null, '2026-10']);
    });
  });

  it('name a team that is not in the sums', async () => {
    await show('#/billing/costs', {
      readCosts: async () =>
        success(inventedCosts({ connectionIds: ['hw', 'me'], unread: [{ connectionId: 'tp', failure: forbidden }] })),
    });
    expect((await screen.findByText('Tidepool is not in these sums.')).closest('.note')?.textContent).toContain('billing:read');
  });

  it('that cannot be read say why, and can be asked for again', async () => {
    let asked = 0;
    const readCosts: Bridge['readCosts'] = async () => {
      asked += 1;
      return failed({ kind: 'server-error', message: 'DigitalOcean failed.' });
    };
    await show('#/billing/costs', { readCosts });
    expect(await screen.findByRole('heading', { name: /DigitalOcean failed/ })).toBeTruthy();
    const before = asked;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(asked).toBe(before + 1);
  });
});

describe('what serves nothing', () => {
  it('has the job that ends its cost, and its sum is a lower bound while a price is not told', async () => {
    const { bridge } = await show('#/billing/costs');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete… old-uploads' }));
    expect(bridge.calls.find(({ name }) => name === 'openJob')?.args).toEqual({
      name: 'delete',
      thing: { connectionId: 'hw', familyId: 'volumes_list', id: 'v1', parent: {} },
    });
    expect(screen.getByRole('region', { name: /Used by nothing/ }).textContent).toContain('at least $20.00 a month');
    expect(screen.getByText(/^At least \$.* could go\.$/)).toBeDefined();
    expect(screen.getByRole('region', { name: /Off, still billed/ }).textContent).toContain('about $33.60 since');
  });

  it('is not listed when a person keeps it, and can be listed again', async () => {
    const view = inventedView();
    const kept = { ...inventedSettings(), costs: { warnAtPercent: 80, kept: ['hw:volumes_list:v1'] } };
    const { bridge } = await show(
      '#/billing/costs',
      { readIdle: async () => success(inventedIdle) },
      { ...view, singles: { ...view.singles, settings: kept } },
    );
    await screen.findByText('scratch');
    expect(screen.queryByText('old-uploads')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'List them again' }));
    const commands = bridge.calls.flatMap(({ name, args }) =>
      name === 'runCommand' ? [(args as { command: unknown }).command] : [],
    );
    expect(commands).toEqual([{ kind: 'update-settings', patch: { costs: { kept: [] } } }]);
  });
});

describe('invoices', () => {
  it('are newest first with the preview apart, and say what they are made of', async () => {
    await show('#/billing/invoices');
    const rows = await screen.findAllByRole('button', { expanded: false, name: /\$/ });
    const names = rows.map(({ textContent }) => textContent ?? '');
    expect(names.map((name) => /^\w+ \d{4}/.exec(name)?.[0])).toEqual(['November 2026', 'October 2026', 'September 2026']);
    expect(names[0]).toContain('so far, not an invoice yet, as of yesterday 09:00');
    expect(names[1]).not.toContain('as of');
    await userEvent.click(screen.getByRole('button', { name: /^October 2026/, expanded: false }));
    expect(await screen.findByText('Droplets, 22')).toBeTruthy();
  });

  it('can be saved, and the preview cannot', async () => {
    const { bridge } = await show('#/billing/invoices');
    await userEvent.click(await screen.findByRole('button', { name: 'Save the invoice of October 2026, Harbour Works' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Save as PDF/ }));
    await waitFor(() =>
      expect(bridge.calls.find(({ name }) => name === 'openJob')?.args).toMatchObject({
        name: 'pdf',
        thing: { familyId: 'invoices_list', id: 'i-2026-10' },
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save the invoice of November 2026, Harbour Works' }));
    expect((await screen.findByRole('menuitem', { name: /Save as PDF/ })).getAttribute('aria-disabled')).toBe('true');
  });

  it('of two months stand against each other, the biggest change first', async () => {
    const { bridge } = await show('#/billing/invoices');
    await screen.findByText('Compare two months');
    expect(bridge.calls.find(({ name }) => name === 'readCosts')?.args).toMatchObject({
      period: '2026-10',
      against: '2026-09',
      by: 'resource',
      order: 'change',
    });
    // What costs the same is no change.
    await screen.findByText('cache-01');
    expect(screen.queryByText('db-main')).toBeNull();
    // The month that runs would be less than any.
    await userEvent.click(screen.getByRole('button', { name: 'with: September 2026' }));
    expect((await screen.findAllByRole('menuitemcheckbox')).map((one) => one.textContent)).toEqual([
      'October 2026',
      'September 2026',
    ]);
  });
});

describe('payments', () => {
  it('have their kind in words and a minus where they take from what is owed, and what is shown is saved as CSV', async () => {
    const kept: string[] = [];
    await show('#/billing/payments', {
      keepFile: async ({ base64 }) => {
        kept.push(Buffer.from(base64, 'base64').toString('utf8'));
        return success({ downloadId: 'd1' });
      },
      saveDownload: async () => success({ savedAs: 'payments.csv' }),
    });
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('row', { name: /Payment \(Visa 0000\)/ }).textContent).toContain(
      'Payment1 November 2026−$939.04',
    );
    expect(within(table).getByRole('row', { name: /^Bank transfer failed/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(kept).toHaveLength(1));
    expect(kept[0]?.split('\r\n').slice(0, 3)).toEqual([
      'Date,Team,Kind,What,Amount (USD)',
      '2026-11-01,Harbour Works,Payment,Payment (Visa 0000),"-939.04"',
      '2026-11-01,Harbour Works,Invoice,Invoice for October 2026,939.04',
    ]);
  });

  it('say which scope is missing', async () => {
    await show('#/billing/payments', {
      readPayments: async ({ connectionIds }) =>
        success({ payments: [], unread: connectionIds.map((connectionId) => ({ connectionId, failure: forbidden })) }),
    });
    expect(await screen.findByText('billing:read')).toBeTruthy();
  });
});
