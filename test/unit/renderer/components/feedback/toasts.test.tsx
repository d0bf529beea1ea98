import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { LiveRegions } from '../../../../../renderer/components/feedback/live-regions.tsx';
import { Toasts } from '../../../../../renderer/components/feedback/toasts.tsx';
import { inventedActions } from '../../../../doubles/invented/invented-actions.ts';
import { inventedNow } from '../../../../doubles/invented/invented-time.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { aNotice } from '../../../../doubles/invented/notices.ts';
import { drawPage } from '../../draw-page.tsx';

const draw = async (hash = '#/billing') => {
  const { page, bridge } = await drawPage(
    <>
      <Toasts onGoOn={() => {}} />
      <LiveRegions />
    </>,
    { hash },
  );
  const reboot = inventedActions().find((action) => action.key === 'hw:903');
  if (!reboot) throw new Error('no action');
  bridge.answerWith(() => ({
    ok: true,
    value: { status: 'started', message: 'Rebooting web-02', actionKeys: ['hw:903'], failures: [] },
  }));
  await act(async () => {
    await page.commands.run({ kind: 'droplet-action', dropletKeys: ['hw:387100410'], type: 'reboot' });
  });
  const end = async (change: object) =>
    act(async () => {
      bridge.patch({ tables: { actions: { set: [{ ...reboot, completedAtMs: inventedNow + 3000, ...change }], remove: [] } } });
    });
  return { page, bridge, end, user: userEvent.setup() };
};
const said = (role: 'status' | 'alert') => screen.getByRole(role).textContent;

describe('Toasts', () => {
  it('shows a started action with its team and progress, and announces it once', async () => {
    await draw();
    expect(screen.getByText('Rebooting web-02', { selector: '.medium' })).toBeTruthy();
    expect(screen.getByText(/Harbour Works · About/)).toBeTruthy();
    expect(screen.getByRole('progressbar')).toBeTruthy();
    expect(said('status')).toBe('Rebooting web-02');
  });

  it('turns into the result when the action is done', async () => {
    const { end } = await draw();
    await end({ status: 'completed', title: 'Rebooted web-02' });
    expect(screen.getByText('Rebooted web-02')).toBeTruthy();
    expect(screen.getByText('Harbour Works · took 31 s')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(said('status')).toContain('Rebooted web-02');
  });

  it('interrupts with a failure, gives its reason, and links to it', async () => {
    const { end, page, user } = await draw();
    await end({
      status: 'errored',
      title: 'Reboot of web-02 failed',
      failure: { kind: 'unprocessable', message: 'It has a pending event' },
    });
    expect(said('alert')).toBe('Reboot of web-02 failed. It has a pending event');
    await user.click(screen.getByRole('button', { name: 'Details' }));
    expect(page.router.hash()).toBe('#/activity/hw:903');
    expect(screen.queryByText('Reboot of web-02 failed')).toBeNull();
  });

  it('draws no toast for what the person is looking at, but still announces it', async () => {
    const { end } = await draw('#/droplets/hw:387100410');
    expect(screen.queryByText('Rebooting web-02', { selector: '.medium' })).toBeNull();
    await end({ status: 'completed', title: 'Rebooted web-02' });
    expect(screen.queryByText('Rebooted web-02', { selector: '.medium' })).toBeNull();
    expect(said('status')).toContain('Rebooted web-02');
  });

  it.each([
    ['droplet-down', 'failed'],
    ['alert-fired', 'warn'],
    ['token-refused', 'warn'],
    ['spend-threshold', 'warn'],
    ['alert-cleared', 'done'],
  ] as const)('shows a notice of %s as %s, where the desktop shows none', async (kind, tone) => {
    const view = inventedView();
    const { meta } = view.singles;
    view.singles = { ...view.singles, meta: { ...meta, capabilities: { ...meta.capabilities, desktopNotices: false } } };
    const { page, bridge } = await drawPage(<Toasts onGoOn={() => {}} />, { view, hash: '#/billing' });
    await act(async () => bridge.emit('notice', aNotice({ kind, title: kind })));
    expect(page.toasts.list()).toMatchObject([{ title: kind, tone }]);
  });
});
