import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Switches } from '../../../../../renderer/screens/settings/switches.tsx';
import { switchWords } from '../../../../../renderer/words/settings.ts';
import { drawPage } from '../../draw-page.tsx';

const draw = () =>
  drawPage(
    <>
      <Switches section="polling" />
      <Switches section="notices" />
      <Switches section="system" />
    </>,
  );

describe('settings that are on or off', () => {
  it('show how they stand', async () => {
    await draw();
    const names = Object.values(switchWords).flatMap((section) => section.map(({ name }) => name));
    expect(screen.getAllByRole('switch').map((one) => one.getAttribute('aria-label'))).toEqual(names);
    const off = screen.getAllByRole('switch', { checked: false }).map((one) => one.getAttribute('aria-label'));
    // Off until a person wants it: it asks another host.
    expect(off).toEqual(['Ask whether DigitalOcean itself has trouble']);
  });

  it.each([
    ['Ask less often on battery', { polling: { isGentleOnBattery: false } }],
    ['Notices', { notices: { isOn: false } }],
    ['Ask before a power cycle', { isPowerCycleConfirmed: false }],
  ])('change that setting alone: %s', async (name, patch) => {
    const { bridge } = await draw();
    await userEvent.setup().click(screen.getByRole('switch', { name }));
    expect(bridge.calls.filter((call) => call.name === 'runCommand')).toMatchObject([
      { args: { command: { kind: 'update-settings', patch } } },
    ]);
    expect(screen.getByRole('switch', { name }).getAttribute('aria-checked')).toBe('false');
  });
});
