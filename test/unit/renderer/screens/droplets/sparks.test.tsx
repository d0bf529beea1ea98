import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DropletsScreen } from '../../../../../renderer/screens/droplets/droplets-screen.tsx';
import { Pins } from '../../../../../renderer/screens/overview/pins.tsx';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import type { FakeBridge } from '../../../../doubles/page/fake-bridge.ts';
import { drawPage } from '../../draw-page.tsx';

const asked = (bridge: FakeBridge): string[] =>
  bridge.calls.flatMap(({ name, args }) => (name === 'readSparks' ? (args as { dropletKeys: string[] }).dropletKeys : []));
const soon = () => act(() => new Promise((resolve) => setTimeout(resolve, 260)));

describe('the CPU of droplets in sight', () => {
  it('is read for the rows that are drawn, once each, and drawn with its newest value in words', async () => {
    const { bridge } = await drawPage(<DropletsScreen />, { hash: '#/droplets' });
    await soon();
    const rows = [...document.querySelectorAll<HTMLElement>('[data-line]:not(.head)')].map(({ dataset }) => dataset.line);
    await waitFor(() => expect(asked(bridge).toSorted()).toEqual(rows.toSorted()));
    expect((await screen.findAllByRole('img', { name: 'CPU in the last 24 hours, now 41 %' })).length).toBe(rows.length);
  });

  it('is drawn on the pins that are on', async () => {
    await drawPage(<Pins teamId={null} />);
    await soon();
    const { pinned } = inventedView().singles.settings;
    const on = inventedView().tables.droplets.filter(
      ({ key, condition }) => pinned.includes(key) && condition !== 'off' && condition !== 'down',
    );
    expect(on.length).toBeGreaterThan(0);
    expect((await screen.findAllByText('CPU 41 %')).length).toBe(on.length);
  });

  it('is not asked for when the person switched it off', async () => {
    const view = inventedView();
    const { settings } = view.singles;
    const off = { ...settings, polling: { ...settings.polling, hasSparks: false } };
    const { bridge } = await drawPage(<DropletsScreen />, {
      view: { ...view, singles: { ...view.singles, settings: off } },
      hash: '#/droplets',
    });
    await soon();
    expect(asked(bridge)).toEqual([]);
    expect(screen.queryByRole('img', { name: /^CPU/ })).toBeNull();
  });
});
