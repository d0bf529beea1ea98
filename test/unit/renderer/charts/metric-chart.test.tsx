import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { MetricChart, MetricRequest } from '../../../../preload/contract/metrics.ts';
import type { AttentionRow } from '../../../../preload/contract/view.ts';
import { ResourceCharts } from '../../../../renderer/charts/resource-charts.tsx';
import { ThingCharts } from '../../../../renderer/charts/thing-charts.tsx';
import { inventedChart } from '../../../doubles/invented/invented-charts.ts';
import { inventedView } from '../../../doubles/invented/invented-view.ts';
import type { FakeBridge } from '../../../doubles/page/fake-bridge.ts';
import { drawPage } from '../draw-page.tsx';

const thing = { connectionId: 'hw', kind: 'droplet', thingId: '101', name: 'web-01' } as const;

/** Draws the charts of a droplet, with the answers to be given from the start. */
async function draw(answer?: (request: MetricRequest) => Outcome<MetricChart> | Promise<Outcome<MetricChart>>, status?: 'off') {
  const view = inventedView();
  const droplets = view.tables.droplets
    .slice(0, 1)
    .map((row) => ({ ...row, key: 'hw:101', id: 101, ...(status ? { status } : {}) }));
  const tables = { ...view.tables, droplets };
  const drawn = await drawPage(<ThingCharts thing={thing} />, {
    view: { ...view, tables },
    onBridge: (bridge) => answer && bridge.answerCharts(answer),
  });
  await act(() => new Promise((resolve) => setTimeout(resolve, 130)));
  return drawn;
}
const anAlertRow: AttentionRow = {
  key: '',
  severity: 'warn',
  kind: 'alert',
  title: 'CPU above 80 % on web-01',
  detail: 'now 91 %',
  sinceMs: 0,
  connectionId: 'hw',
  route: '#/monitoring',
  command: null,
};
const asked = (bridge: FakeBridge) =>
  bridge.calls.flatMap(({ name, args }) => (name === 'readMetric' ? [args as MetricRequest] : []));

describe('the charts of a droplet', () => {
  it('are four small ones with their newest values, each asked for once', async () => {
    const { bridge } = await draw();
    await waitFor(() => expect(asked(bridge)).toHaveLength(4));
    expect(asked(bridge).map(({ chart, range }) => [chart, range])).toEqual([
      ['cpu', '6h'],
      ['memory', '6h'],
      ['disk', '6h'],
      ['public-traffic', '6h'],
    ]);
    expect(await screen.findByRole('button', { name: /^CPU 58/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Public traffic out 27 Mbit\/s/ })).toBeTruthy();
  });

  it('open large, with a sentence that says what they show, and what a policy allows', async () => {
    await draw();
    await userEvent.click(await screen.findByRole('button', { name: /^CPU/ }));
    const slider = await screen.findByRole('slider');
    expect(slider.getAttribute('aria-label')).toBe('CPU of web-01, the last 6 hours: now 58 %, lowest 20 %, highest 95 %');
    expect(slider.getAttribute('aria-valuetext')).toBe('58 %');
    expect(await screen.findByText('Firing for 7 min')).toBeTruthy();
  });

  it('are read with the keyboard, one measurement after the other, and Escape stays with the chart', async () => {
    const { page } = await draw();
    let escapes = 0;
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') escapes += 1;
    });
    await userEvent.click(await screen.findByRole('button', { name: /^CPU/ }));
    const slider = await screen.findByRole('slider');
    slider.focus();
    const press = (key: string) => fireEvent.keyDown(slider, { key });
    press('ArrowLeft');
    expect(slider.getAttribute('aria-valuetext')).toBe('14:08: 58 %');
    press('ArrowLeft');
    expect(slider.getAttribute('aria-valuetext')).toBe('14:06: 54 %');
    expect(slider.getAttribute('aria-valuenow')).toBe('179');
    press('Home');
    expect(slider.getAttribute('aria-valuetext')).toBe('08:08: 58 %');
    press('+');
    expect(screen.getByRole('button', { name: 'Show all of it again' })).toBeTruthy();
    press('Escape');
    expect([screen.queryByRole('button', { name: 'Show all of it again' }), escapes]).toEqual([null, 0]);
    press('Escape');
    expect(escapes).toBe(1);
    expect(page.router.hash()).toBe('');
  });

  it('are copied as CSV and saved as a file, and shown as a table', async () => {
    const { bridge } = await draw();
    await userEvent.click(await screen.findByRole('button', { name: /^Public traffic/ }));
    const choose = async (name: string) => {
      await userEvent.click(await screen.findByRole('button', { name: 'Copy or save Public traffic of web-01' }));
      await userEvent.click(await screen.findByRole('menuitem', { name }));
    };
    await choose('Copy as CSV');
    const copied = bridge.calls.find(({ name }) => name === 'copyText')?.args as { text: string };
    expect(copied.text.split('\r\n').slice(0, 1)).toEqual(['time,out (megabits-per-second),in (megabits-per-second)']);
    expect(copied.text.split('\r\n')).toHaveLength(183);
    await choose('Save as CSV…');
    await waitFor(() => expect(bridge.calls.at(-1)).toEqual({ name: 'saveDownload', args: { downloadId: 'd1' } }));
    expect(bridge.calls.at(-2)?.args).toMatchObject({ suggestedName: 'public-traffic-of-web-01.csv', mediaType: 'text/csv' });
    await choose('Show as a table');
    const table = screen.getByRole('table', { name: 'Public traffic of web-01, 59 of 175 measurements' });
    expect(table.querySelectorAll('thead th')).toHaveLength(3);
    expect(table.querySelectorAll('tbody tr')).toHaveLength(59);
  });

  it('ask for another range when it is chosen, keep the old drawing until it is there, and remember the choice', async () => {
    const waiting: (() => void)[] = [];
    const { bridge } = await draw((request) =>
      request.range === '6h'
        ? success(inventedChart(request))
        : new Promise((resolve) => {
            waiting.push(() => resolve(success(inventedChart(request))));
          }),
    );
    await userEvent.click(await screen.findByRole('button', { name: /^CPU/ }));
    await screen.findByRole('slider');
    await userEvent.click(screen.getByRole('radio', { name: '24 h' }));
    expect(screen.getByRole('slider').getAttribute('aria-label')).toContain('the last 6 hours');
    await waitFor(() => expect(asked(bridge).filter(({ range }) => range === '24h')).toHaveLength(5));
    await act(async () => {
      for (const release of waiting) release();
    });
    await waitFor(() => expect(screen.getByRole('slider').getAttribute('aria-label')).toContain('the last 24 hours'));
    expect(localStorage.getItem('buoy.charts.range')).toBe('24h');
  });

  it('tell at once when a policy begins to fire on their thing, and of another thing nothing', async () => {
    const { bridge } = await draw();
    await waitFor(() => expect(asked(bridge)).toHaveLength(4));
    const firing = (thingId: string) => ({ ...anAlertRow, key: `alert/hw/p1/${thingId}` });
    const set = (thingId: string) => bridge.patch({ tables: { attention: { set: [firing(thingId)], remove: [] } } });
    act(() => set('102'));
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(asked(bridge)).toHaveLength(4);
    act(() => set('101'));
    await waitFor(() => expect(asked(bridge)).toHaveLength(8));
  });

  it('are abandoned when the panel closes', async () => {
    const { bridge } = await draw(() => new Promise(() => {}));
    const [request] = asked(bridge);
    expect(request?.chart).toBe('cpu');
    cleanup();
    expect(bridge.calls.filter(({ name }) => name === 'cancelMetric').map(({ args }) => args)).toContainEqual({
      requestId: request?.requestId,
    });
  });
});

describe('a droplet that sends nothing', () => {
  const nothing = (request: MetricRequest) => success({ ...inventedChart(request), lines: [], sampledAtMs: null });

  it('needs the agent, and is asked for nothing else', async () => {
    const { bridge } = await draw(nothing);
    expect(screen.getByText('Metrics need DigitalOcean’s agent on this droplet')).toBeTruthy();
    expect(asked(bridge)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'How to install the agent' }));
    expect(bridge.calls.at(-1)).toMatchObject({
      name: 'openLink',
      args: { url: expect.stringContaining('docs.digitalocean.com') },
    });
  });

  it('is off', async () => {
    await draw(nothing, 'off');
    expect(screen.getByText('This droplet is off, so it sends no metrics')).toBeTruthy();
    expect(screen.queryByText(/agent/)).toBeNull();
  });
});

describe('a chart that cannot be read', () => {
  const failure = {
    kind: 'forbidden' as const,
    message: 'This token may not read monitoring.',
    nextStep: 'Give it monitoring:read.',
  };

  it('says why and what to do once for all of them, and tries again', async () => {
    let isFine = false;
    const { bridge } = await draw((request) => (isFine ? success(inventedChart(request)) : { ok: false, failure }));
    expect(await screen.findByText('This token may not read monitoring')).toBeTruthy();
    expect(screen.getByText('Give it monitoring:read.')).toBeTruthy();
    expect(asked(bridge)).toHaveLength(1);
    isFine = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /^CPU 58 %/ })).toBeTruthy();
  });

  it('keeps the drawing of before when only reading it again failed', async () => {
    await draw((request) => (request.range === '6h' ? success(inventedChart(request)) : { ok: false, failure }));
    await userEvent.click(await screen.findByRole('button', { name: /^CPU/ }));
    await screen.findByRole('slider');
    await userEvent.click(screen.getByRole('radio', { name: '7 d' }));
    expect(await screen.findByText('This token may not read monitoring')).toBeTruthy();
    expect(screen.getByRole('slider').getAttribute('aria-label')).toContain('the last 6 hours');
  });
});

describe('the charts on the panel of another thing', () => {
  const show = async (familyId: string, row: Record<string, unknown>) => {
    const drawn = await drawPage(<ResourceCharts familyId={familyId} connectionId="hw" id="t1" name="thing" row={row} />);
    await act(() => new Promise((resolve) => setTimeout(resolve, 130)));
    return drawn;
  };

  it.each([
    ['loadBalancers_list', {}, ['requests', 'responses', 'response-time', 'connections']],
    ['loadBalancers_list', { type: 'REGIONAL_NETWORK' }, ['network-traffic', 'connections', 'target-health', 'dropped-packets']],
    ['apps_list', {}, ['cpu', 'memory', 'restarts']],
    ['autoscalepools_list', {}, ['size', 'cpu', 'memory']],
    ['databases_list_clusters', { engine: 'advanced_mysql' }, ['cpu', 'memory', 'disk', 'threads']],
  ])('of %s %j are those that make sense for it', async (familyId, row, charts) => {
    const { bridge } = await show(familyId, row);
    await waitFor(() => expect(asked(bridge).map(({ chart }) => chart)).toEqual(charts));
  });

  it.each([
    ['databases_list_clusters', { engine: 'pg' }, 'DigitalOcean has metrics of MySQL clusters only.'],
    ['kubernetes_list_clusters', {}, 'DigitalOcean has no metrics of clusters.'],
    ['volumes_list', {}, 'DigitalOcean has no metrics of volumes.'],
  ])('of %s %j are none, with the reason', async (familyId, row, text) => {
    const { bridge } = await show(familyId, row);
    expect(document.body.textContent).toContain(text);
    expect(asked(bridge)).toEqual([]);
  });

  it('are not spoken of for other families', async () => {
    await show('domains_list', {});
    expect(screen.queryByRole('region', { name: 'Charts' })).toBeNull();
  });

  it('of a database ask for the schema', async () => {
    const { bridge } = await show('databases_list_clusters', { engine: 'mysql', db_names: ['shop', 'defaultdb'] });
    await userEvent.click(screen.getByRole('button', { name: 'More charts' }));
    const sub = await screen.findByRole('menuitem', { name: 'Rows of a schema' });
    sub.focus();
    fireEvent.keyDown(sub, { key: 'ArrowRight' });
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'shop' }));
    await waitFor(() => expect(asked(bridge).at(-1)).toMatchObject({ chart: 'schema-rows', schema: 'shop', kind: 'database' }));
  });
});
