import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLayoutEffect } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import { bestOf, fitOf } from '../../../../renderer/palette/entries.ts';
import { Palette } from '../../../../renderer/palette/palette.tsx';
import type { FakeBridge } from '../../../doubles/page/fake-bridge.ts';
import { drawPage } from '../draw-page.tsx';

const draw = async () => {
  const onClose = vi.fn();
  const { page, bridge } = await drawPage(<Palette onClose={onClose} />);
  return { page, bridge, onClose, user: userEvent.setup(), field: screen.getByRole('combobox') };
};
const labels = () => screen.getAllByRole('option').map((option) => option.querySelector('.grow')?.textContent);

describe('fitOf', () => {
  it('ranks a whole label first, then its start, then the start of a word, then any part', () => {
    const fits = ['web', 'web-01', 'staging-web-01', 'cobweb'].map((label) => fitOf(['web'], label));
    expect(fits).toEqual([4, 3, 2, 1]);
    expect(fitOf(['web', 'db'], 'web-01')).toBe(0);
    expect(fitOf(['203.0'], 'web-01', ['203.0.113.21'])).toBe(1);
  });

  it('keeps the order of equal matches', () => {
    const entries = ['b', 'a'].map((id) => ({ id, label: `web ${id}`, run: () => {} }));
    expect(bestOf(entries, ['web'], 5).map((entry) => entry.id)).toEqual(['b', 'a']);
  });
});

describe('Palette', () => {
  it('starts in its field, and lists droplets, then commands, then views', async () => {
    const { user, field } = await draw();
    expect(field).toBe(document.activeElement);
    await user.keyboard('web');
    expect(labels().slice(0, 4)).toEqual(['web-01', 'web-02', 'web-03', 'staging-web-01']);
    expect(labels()).toContain('Reboot web-01');
  });

  it('has what was typed until it is on the page, even if it was drawn before that', async () => {
    const typed = { text: '' };
    const Keys = () => {
      useLayoutEffect(() => {
        typed.text = 'worker';
      }, []);
      return null;
    };
    await drawPage(
      <>
        <Keys />
        <Palette typed={typed} onClose={() => {}} />
      </>,
    );
    expect((screen.getByRole('combobox') as HTMLInputElement).value).toBe('worker');
    expect(labels()[0]).toBe('worker-01');
  });

  it('asks by Enter for the team in which something new is made, where there are several', async () => {
    const hint = { familyId: 'volumes_list', name: 'new', label: 'New volume…', keywords: '', isNew: true };
    const onBridge = (own: FakeBridge) => Object.assign(own, { readJobHints: async () => success([hint]) });
    const { bridge, page } = await drawPage(<Palette onClose={() => {}} />, { onBridge });
    const teams = page.view.rows('connections');
    const opened = vi.spyOn(bridge, 'openJob');
    const user = userEvent.setup();
    await user.keyboard('new vol');
    await screen.findByRole('option', { name: /New volume…/ });
    await user.keyboard('{Enter}');
    expect(labels()).toEqual(teams.map(({ teamName }) => teamName));
    expect(opened).not.toHaveBeenCalled();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    const thing = { connectionId: teams[1]?.id, familyId: 'volumes_list', id: '', parent: {}, row: {} };
    expect(opened).toHaveBeenCalledWith({ name: 'new', thing });
  });

  it('opens the first droplet with Enter', async () => {
    const { user, page, onClose } = await draw();
    await user.keyboard('worker-02{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(page.router.hash()).toBe('#/droplets/hw:387100413'));
  });

  it('opens a droplet’s commands with Tab and runs one of them', async () => {
    const { user, bridge } = await draw();
    await user.keyboard('worker-02{Tab}reboot{Enter}');
    await vi.waitFor(() =>
      expect(bridge.calls.filter((call) => call.name === 'runCommand').map((call) => call.args)).toEqual([
        { command: { kind: 'droplet-action', type: 'reboot', dropletKeys: ['hw:387100413'] } },
      ]),
    );
  });

  it('goes back from a droplet’s commands with Backspace', async () => {
    const { user } = await draw();
    await user.keyboard('worker-02{Tab}');
    expect(labels()).toContain('Destroy worker-02…');
    await user.keyboard('{Backspace}');
    expect(labels()).toContain('Go to Billing');
  });

  it('leads assistive technology to the chosen line, also when that moved to another group', async () => {
    const { user, field } = await draw();
    const led = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    const chosen = () => screen.queryAllByRole('option').find((option) => option.ariaSelected === 'true') ?? null;
    // At first droplets alone are found. What else there is puts the same line into another group.
    for (const keys of ['s', 'e', 'tt{ArrowDown}', '{Backspace}{Backspace}', 'ttings']) {
      await user.keyboard(keys);
      await waitFor(() => expect(led()).not.toBeNull());
      await waitFor(() => expect(led()).toBe(chosen()));
    }
    await user.keyboard('xxxx');
    await waitFor(() => expect(field.hasAttribute('aria-activedescendant')).toBe(false));
  });

  it('goes to a view', async () => {
    const { user, page } = await draw();
    await user.keyboard('billing{Enter}');
    await vi.waitFor(() => expect(page.router.hash()).toBe('#/billing'));
  });

  it('says so when nothing is found', async () => {
    const { user } = await draw();
    await user.keyboard('zzzz');
    expect(screen.getByText('Nothing matches “zzzz”')).toBeTruthy();
  });
});
