// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TrayScreen } from '../../../../../renderer/screens/tray/tray-screen.tsx';
import { drawPage } from '../../draw-page.tsx';

const draw = async () => {
  const { bridge, page } = await drawPage(<TrayScreen />, { hash: '#/tray' });
  const sent = (name: string) => bridge.calls.filter((call) => call.name === name).map((call) => call.args);
  return { bridge, page, sent, user: userEvent.setup() };
};

describe('TrayScreen', () => {
  it('opens a droplet’s commands under it, one droplet at a time', async () => {
    const { user } = await draw();
    const web = screen.getByRole('button', { name: /web-01/ });
    await user.click(web);
    expect(web.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('button', { name: 'Power cycle…' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /build-runner-02/ }));
    expect(web.getAttribute('aria-expanded')).toBe('false');
    expect(screen.getAllByRole('button', { name: 'Power cycle…' })).toHaveLength(1);
  });

  it('runs a command, copies, and opens places in the window', async () => {
    const { user, sent } = await draw();
    await user.click(screen.getByRole('button', { name: /web-01/ }));
    await user.click(screen.getByRole('button', { name: /Reboot/ }));
    await user.click(screen.getByRole('button', { name: 'Copy 203.0.113.21' }));
    await user.click(screen.getByRole('button', { name: /cache-01 is down/ }));
    expect(sent('runCommand')).toEqual([{ command: { kind: 'droplet-action', dropletKeys: ['hw:387100409'], type: 'reboot' } }]);
    expect(sent('copyText')).toEqual([{ text: '203.0.113.21' }]);
    expect(sent('showWindow')).toEqual([{ route: '#/droplets/hw:387100404' }]);
  });

  it('shows the place here if the host has no other window', async () => {
    const { user, bridge, page } = await draw();
    Object.assign(bridge, { showWindow: async () => ({ ok: false, failure: { kind: 'not-supported', message: 'No window' } }) });
    Object.assign(page.bridge, { showWindow: bridge.showWindow });
    await user.click(screen.getByRole('button', { name: /cache-01 is down/ }));
    expect(page.router.hash()).toBe('#/droplets/hw:387100404');
  });

  it('is used with the arrows: down, into a submenu, and back out of it', async () => {
    const { user } = await draw();
    act(() => screen.getByRole('button', { name: /web-01/ }).focus());
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Copy 203.0.113.21');
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement?.textContent).toContain('web-01');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes out of a submenu by Esc, and from the top puts the popover away, also before anything has the focus', async () => {
    const { user, sent } = await draw();
    act(() => screen.getByRole('button', { name: /web-01/ }).focus());
    await user.keyboard('{ArrowRight}{ArrowDown}{Escape}');
    expect(document.activeElement?.textContent).toContain('web-01');
    expect(sent('closeTray')).toEqual([]);
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('{Escape}');
    expect(sent('closeTray')).toEqual([{}]);
  });
});
