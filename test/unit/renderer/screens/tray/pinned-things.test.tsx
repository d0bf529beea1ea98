import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { JobForm, JobResult } from '../../../../../preload/contract/job.ts';
import type { CallName } from '../../../../../preload/contract/schema.ts';
import type { PinRow } from '../../../../../preload/contract/view.ts';
import { TrayScreen } from '../../../../../renderer/screens/tray/tray-screen.tsx';
import { inventedPin, line } from '../../../../doubles/invented/invented-pins.ts';
import { inventedSettings, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const form: JobForm = {
  id: 'job-1',
  title: 'Redeploy storefront',
  level: 'normal',
  lines: [],
  fields: [],
  goes: [],
  stays: [],
  typeToConfirm: null,
  submitLabel: 'Redeploy',
  hasPrice: false,
};
const result: JobResult = {
  message: 'Done.',
  actionKeys: [],
  copy: null,
  downloadId: null,
  secret: null,
  route: null,
  again: null,
};

const draw = async (pin: PinRow = inventedPin(), answers: { form?: Partial<JobForm>; result?: Partial<JobResult> } = {}) => {
  const view = inventedView();
  const settings = { ...inventedSettings(), pinned: ['hw:387100409', pin.key, 'me:387300100'] };
  const { bridge, page } = await drawPage(<TrayScreen />, {
    hash: '#/tray',
    view: { ...view, singles: { ...view.singles, settings }, tables: { ...view.tables, pins: [pin] } },
  });
  vi.spyOn(bridge, 'openJob').mockResolvedValue({ ok: true, value: { ...form, ...answers.form } });
  vi.spyOn(bridge, 'runJob').mockResolvedValue({ ok: true, value: { ...result, ...answers.result } });
  const sent = (name: CallName) => bridge.calls.filter((call) => call.name === name).map((call) => call.args);
  return { bridge, page, sent, user: userEvent.setup() };
};
const pinned = () => within(screen.getByRole('region', { name: 'Pinned' }));
const row = () => pinned().getByRole('button', { name: /storefront/ });
const focusedRow = () => (document.activeElement as HTMLElement | null)?.dataset.row;

describe('a pinned thing in the popover', () => {
  it('stands among the droplets with its state, and opens to what is worth one click', async () => {
    const { user } = await draw();
    const names = () =>
      pinned()
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    expect(names()).toEqual([expect.stringMatching(/^web-01/), 'storefrontActive', expect.stringMatching(/^blog/)]);
    expect(row().getAttribute('aria-expanded')).toBe('false');
    await user.click(row());
    expect(names().slice(1, 5)).toEqual(['storefrontActive', 'Copy address', 'Redeploy', 'Show']);
    await user.click(row());
    expect(names()).toHaveLength(3);
  });

  it('is gone through by the arrows: → opens and goes in, ← goes back and closes', async () => {
    const { user } = await draw();
    act(() => row().focus());
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(focusedRow()).toBe('redeploy/hw:apps_list/storefront');
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(row());
    await user.keyboard('{ArrowLeft}');
    expect(row().getAttribute('aria-expanded')).toBe('false');
  });

  it('moves among the pins with Alt and an arrow', async () => {
    const { user, page, sent } = await draw();
    act(() => row().focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(page.announcer.said().polite).toBe('storefront is now 1 of 3');
    expect(sent('runCommand')).toEqual([{ command: { kind: 'move-pin', key: 'hw:apps_list/storefront', place: 0 } }]);
  });

  it('runs a job that asks nothing in its place, and shows how it goes on there', async () => {
    const { user, bridge, sent } = await draw(undefined, { result: { actionKeys: ['hw:9001'] } });
    await user.click(row());
    await user.click(screen.getByRole('button', { name: 'Redeploy' }));
    expect(bridge.openJob).toHaveBeenCalledWith({
      name: 'redeploy',
      thing: { connectionId: 'hw', familyId: 'apps_list', id: 'storefront', parent: {} },
    });
    expect(bridge.runJob).toHaveBeenCalledWith({ id: 'job-1', values: {} });
    expect(await screen.findByText('It has started')).toBeTruthy();
    expect(sent('showWindow')).toEqual([]);
  });

  it('copies what a job gives without showing it', async () => {
    const copy = { what: 'Connection string of db-main', text: 'pg://shop:s3cret@db' };
    const { user, sent } = await draw(undefined, { result: { copy } });
    await user.click(row());
    await user.click(screen.getByRole('button', { name: 'Redeploy' }));
    await vi.waitFor(() => expect(sent('copyText')).toEqual([{ text: copy.text }]));
    expect(document.body.textContent).not.toContain('s3cret');
    expect(screen.getByText('Copied Connection string of db-main')).toBeTruthy();
  });

  it('leads into the window for what asks, whether that was known before or not', async () => {
    const purge = line('purge', 'Purge cache…', { kind: 'route', route: '#/resources/cdn_list_endpoints/hw/e1/purge' });
    const pin = inventedPin();
    const { user, bridge, sent } = await draw(
      { ...pin, lines: [...pin.lines.slice(1, 2), purge] },
      { form: { level: 'disruptive' } },
    );
    await user.click(row());
    await user.click(screen.getByRole('button', { name: 'Purge cache…' }));
    await user.click(screen.getByRole('button', { name: 'Redeploy' }));
    await vi.waitFor(() =>
      expect(sent('showWindow')).toEqual([
        { route: '#/resources/cdn_list_endpoints/hw/e1/purge' },
        { route: '#/resources/apps_list/hw/storefront/redeploy' },
      ]),
    );
    expect(bridge.runJob).not.toHaveBeenCalled();
  });

  it('says at the row why a job failed', async () => {
    const { user, bridge, page } = await draw();
    const failure = { kind: 'conflict', message: 'It was rolled back.', nextStep: 'Keep or undo that first.' } as const;
    vi.mocked(bridge.openJob).mockResolvedValue({ ok: false, failure });
    await user.click(row());
    await user.click(screen.getByRole('button', { name: 'Redeploy' }));
    expect(await screen.findByText('It was rolled back.')).toBeTruthy();
    expect(page.announcer.said().assertive).toBe('It was rolled back. Keep or undo that first.');
  });

  it('does nothing on a job that is off', async () => {
    const pin = inventedPin();
    const lines = pin.lines.map((one) => (one.label === 'Redeploy' ? { ...one, isEnabled: false } : one));
    const { user, bridge } = await draw({ ...pin, lines });
    await user.click(row());
    await user.click(screen.getByRole('button', { name: 'Redeploy' }));
    expect(screen.getByRole('button', { name: 'Redeploy' }).getAttribute('aria-disabled')).toBe('true');
    expect(bridge.openJob).not.toHaveBeenCalled();
  });

  it('says what is gone or old, and can be unpinned when it is gone', async () => {
    const gone = inventedPin({
      standing: 'gone',
      state: null,
      stateText: 'No longer there',
      note: 'DigitalOcean no longer lists it.',
    });
    const lines = [line('unpin', 'Unpin', { kind: 'command', command: { kind: 'unpin', key: gone.key } })];
    const { user, bridge, sent } = await draw({ ...gone, lines });
    expect(row().textContent).toBe('storefrontNo longer there');
    await user.click(row());
    expect(screen.getByText('DigitalOcean no longer lists it.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Unpin' }));
    expect(sent('runCommand')).toEqual([{ command: { kind: 'unpin', key: gone.key } }]);
    const old = inventedPin({ standing: 'stale', note: 'Read 20 min ago. No network.' });
    act(() => bridge.patch({ tables: { pins: { set: [old], remove: [] } } }));
    expect(row().textContent).toBe('storefrontActive Read 20 min ago. No network.');
    expect(screen.getAllByText('Read 20 min ago. No network.')).toHaveLength(2);
  });
});
