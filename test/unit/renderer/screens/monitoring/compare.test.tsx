import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { MetricRequest } from '../../../../../preload/contract/metrics.ts';
import { type Comparison, comparisonHref, parseComparison } from '../../../../../renderer/screens/monitoring/compare-place.ts';
import { MonitoringScreen } from '../../../../../renderer/screens/monitoring/monitoring-screen.tsx';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import type { FakeBridge } from '../../../../doubles/page/fake-bridge.ts';
import { drawPage } from '../../draw-page.tsx';

const asked = (bridge: FakeBridge) =>
  bridge.calls.flatMap(({ name, args }) => (name === 'readMetric' ? [args as MetricRequest] : []));
const titles = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const show = (hash: string) => drawPage(<MonitoringScreen />, { hash });

describe('the address of a comparison', () => {
  it.each<Comparison>([
    { kind: 'droplet', chart: 'cpu', which: { by: 'tag', tag: 'a/b c' } },
    { kind: 'app', chart: 'every', which: { by: 'things', keys: ['c1:x', 'c2:y'] } },
    { kind: 'load-balancer', chart: 'response-time', which: { by: 'team', connectionId: 'c1' } },
    { kind: 'droplet', chart: 'load', which: { by: 'pinned' } },
    { kind: 'database', chart: 'threads', which: { by: 'all' } },
  ])('leads back to %j', (comparison) => {
    const [, , ...path] = comparisonHref(comparison).split('/').map(decodeURIComponent);
    expect(parseComparison(path.slice(1))).toEqual(comparison);
  });

  it('is as usual where it cannot be understood', () => {
    const usual = { kind: 'droplet', chart: 'cpu', which: { by: 'pinned' } };
    expect([parseComparison([]), parseComparison(['ship', 'sails', 'wind']), parseComparison(['droplet', 'cpu', 'tag'])]).toEqual(
      [usual, usual, usual],
    );
    expect(parseComparison(['database', 'schema-rows', 'all']).chart).toBe('cpu');
  });
});

describe('charts side by side', () => {
  it('say within a sentence what there is none of', async () => {
    const view = inventedView();
    await drawPage(<MonitoringScreen />, {
      view: { ...view, tables: { ...view.tables, droplets: [] } },
      hash: '#/monitoring/charts',
    });
    expect(await screen.findByRole('heading', { name: 'No droplets here' })).toBeTruthy();
  });

  it('are one metric of all droplets with a tag', async () => {
    const { bridge } = await show('#/monitoring/charts/droplet/memory/tag/web');
    await screen.findByRole('region', { name: 'Memory of web-01' });
    const web = inventedView()
      .tables.droplets.filter(({ tags }) => tags.includes('web'))
      .map(({ name }) => name)
      .sort();
    expect(web.length).toBeGreaterThan(1);
    expect(titles()).toEqual(web.slice(0, 8));
    await waitFor(() => expect(asked(bridge)).toHaveLength(web.length));
    expect(new Set(asked(bridge).map(({ chart, kind }) => `${kind} ${chart}`))).toEqual(new Set(['droplet memory']));
  });

  it('show no more than eight, and say so', async () => {
    await show('#/monitoring/charts/droplet/cpu/all');
    await waitFor(() => expect(titles()).toHaveLength(8));
    expect(document.body.textContent).toMatch(/8 of \d+ are drawn, to spare requests/);
  });

  it('are chosen in the address: another chart, one thing less, every chart of one', async () => {
    const { page } = await show('#/monitoring/charts/droplet/cpu/tag/web');
    await screen.findByRole('region', { name: 'CPU of web-01' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Chart' }), 'Disk');
    expect(page.router.hash()).toBe('#/monitoring/charts/droplet/disk/tag/web');
    const count = titles().length;
    await userEvent.click(screen.getByRole('button', { name: /^Remove.*web-02/ }));
    expect(page.router.hash()).toMatch(/^#\/monitoring\/charts\/droplet\/disk\/things\//);
    expect(titles()).toHaveLength(count - 1);
    expect(within(screen.getByRole('combobox', { name: 'Which' })).getByRole('option', { name: 'Chosen by name' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Chart' }), 'Every chart');
    await waitFor(() => expect(titles()).toHaveLength(9));
    expect(titles().slice(0, 2)).toEqual(['CPU', 'Memory']);
  });

  it('are all read over the range that is chosen', async () => {
    const { bridge } = await show('#/monitoring/charts/droplet/cpu/tag/web');
    await screen.findByRole('region', { name: 'CPU of web-01' });
    await waitFor(() => expect(asked(bridge)).toHaveLength(titles().length));
    await userEvent.click(screen.getByRole('radio', { name: '7 d' }));
    await waitFor(() => expect(asked(bridge)).toHaveLength(2 * titles().length));
    expect(asked(bridge).map(({ range }) => range)).toEqual([...titles().map(() => '6h'), ...titles().map(() => '7d')]);
    expect(await screen.findByRole('slider', { name: /^CPU of web-01, the last 7 days/ })).toBeTruthy();
  });

  it('show the thing of a notice, whichever team is shown, and lead to its panel', async () => {
    const { droplets, connections } = inventedView().tables;
    const [first] = droplets;
    const other = connections.find(({ id }) => id !== first?.connectionId);
    const { page } = await show(`#/monitoring/charts/droplet/cpu/things/${first?.key}`);
    act(() => page.team.set(other?.id ?? ''));
    await act(async () => {});
    await waitFor(() => expect(titles()).toEqual([first?.name]));
    expect(screen.getByRole('link', { name: `Open ${first?.name}` }).getAttribute('href')).toBe(`#/droplets/${first?.key}`);
  });

  it('begin with the pinned droplets', async () => {
    await show('#/monitoring/charts');
    await waitFor(() => expect(titles().length).toBeGreaterThan(0));
    const { settings } = inventedView().singles;
    const pinned = inventedView()
      .tables.droplets.filter(({ key }) => settings.pinned.includes(key))
      .map(({ name }) => name);
    expect(titles()).toEqual(pinned.sort());
  });

  it('say when there is nothing to compare', async () => {
    await show('#/monitoring/charts/droplet/cpu/tag/none-has-it');
    expect(await screen.findByText('Nothing to compare yet')).toBeTruthy();
  });
});
