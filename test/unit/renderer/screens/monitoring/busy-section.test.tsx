import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Spark } from '../../../../../preload/contract/metrics.ts';
import type { FullView } from '../../../../../preload/contract/view.ts';
import { MonitoringScreen } from '../../../../../renderer/screens/monitoring/monitoring-screen.tsx';
import { connection, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { aCheckRow } from '../../../../doubles/invented/invented-watch-rows.ts';
import type { FakeBridge } from '../../../../doubles/page/fake-bridge.ts';
import { drawPage } from '../../draw-page.tsx';

const user = userEvent.setup();
/** Little above the busiest, so that they are in sight. */
const view = (tables: Partial<FullView['tables']> = {}, hasSparks = true): FullView => {
  const whole = inventedView();
  const { settings } = whole.singles;
  const short = { attention: [], notices: [], policies: [], checks: [aCheckRow()] };
  return {
    ...whole,
    singles: { ...whole.singles, settings: { ...settings, polling: { ...settings.polling, hasSparks } } },
    tables: { ...whole.tables, ...short, ...tables },
  };
};
const draw = (shown: FullView, state: Spark['state'] = 'read') =>
  drawPage(<MonitoringScreen />, {
    view: shown,
    hash: '#/monitoring',
    onBridge(bridge) {
      if (state === 'read') return;
      const { readSparks } = bridge;
      bridge.readSparks = async (args) => {
        await readSparks(args);
        const answer = (key: string): Spark => ({ key, state, values: [], endMs: 0, latest: null, sampledAtMs: null });
        return { ok: true, value: args.dropletKeys.map(answer) };
      };
    },
  });
const texts = () => screen.getAllByRole('row').map((row) => row.textContent ?? '');
const asked = (bridge: FakeBridge): string[] =>
  bridge.calls.flatMap(({ name, args }) => (name === 'readSparks' ? (args as { dropletKeys: string[] }).dropletKeys : []));
const soon = () => act(() => new Promise((resolve) => setTimeout(resolve, 260)));

describe('the busiest droplets on the front page of monitoring', () => {
  it('have CPU, memory and disk with a drawing, open the droplet, and lead to the others', async () => {
    await draw(view());
    await waitFor(() => expect(texts().some((text) => /more, none above 41 %/.test(text))).toBe(true));
    const first = texts().findIndex((text) => text.includes('worker-02'));
    expect(texts()[first - 1]).toBe('Busiest droplets17 of 23 watched');
    expect(texts()[first]).toContain('CPU 91 %Memory 63 %Disk 84 %');
    const row = screen.getAllByRole('row')[first];
    expect([...(row?.querySelectorAll('.danger') ?? [])].map((one) => one.textContent)).toEqual(['91 %']);
    expect([...(row?.querySelectorAll('.warn') ?? [])].map((one) => one.textContent)).toEqual(['84 %']);
    expect(row?.querySelector('svg.spark')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All droplets' }).getAttribute('href')).toBe('#/droplets');
    act(() => row?.focus());
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/droplets/hw:387100413');
  });

  it.each([
    ['failed', 'The metrics of 1 could not be read.'],
    ['none', '1 sends no metrics.'],
    ['spared', '1 is left out to spare requests.'],
  ] as const)('say so when their CPU is %s', async (state, text) => {
    const droplets = inventedView().tables.droplets.filter(({ name }) => name === 'web-01');
    await draw(view({ droplets, measured: [] }), state);
    expect(texts()).toContain('1 is being read…All droplets');
    await waitFor(() => expect(texts()).toContain(`${text}All droplets`));
  });

  it('ask for nothing while the drawings are switched off, and are found by what policies saw', async () => {
    const { bridge } = await draw(view({}, false));
    await soon();
    expect(asked(bridge)).toEqual([]);
    expect(texts().some((text) => text.includes('worker-02') && text.includes('CPU 91 %'))).toBe(true);
  });

  it('say that nobody reads their CPU where no policy does and the drawings are switched off', async () => {
    await draw(view({ measured: [] }, false));
    expect(texts()).toContain(
      'No alert policy that is watched compares their CPU, and the drawings of it are switched off.Change',
    );
  });

  it.each([
    ['there is none', [], 'No droplet.'],
    ['the list was not read', [{ what: 'droplets', name: 'droplets', failure: null, leftOut: null } as const], 'Being read…'],
  ])('say that %s', async (_case, unread, text) => {
    const connections = [connection({ id: 'hw', teamName: 'Harbour Works', monogram: 'HW', unread })];
    await draw(view({ droplets: [], measured: [], connections }));
    expect(texts()).toContain(text);
  });
});
