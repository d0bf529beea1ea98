import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forecastOf } from '../../main/core/money/forecast.ts';
import { type AskedDemo, demoForTest, dropletId, noon } from './asking.ts';

let demo: AskedDemo;
beforeEach(async () => {
  demo = await demoForTest();
});
afterEach(() => demo.close());

const hour = 3_600_000;

describe('the bill', () => {
  it('grows with every hour, as text with two decimals', async () => {
    const first = (await demo.get('/v2/customers/my/balance')).json;
    demo.advance(10 * hour);
    const second = (await demo.get('/v2/customers/my/balance')).json;
    expect(first.month_to_date_usage).toMatch(/^\d+\.\d\d$/);
    const droplets = demo
      .rows('/v2/droplets')
      .reduce((sum, { size }) => sum + (size as { price_monthly: number }).price_monthly, 0);
    const grown = Number(second.month_to_date_usage) - Number(first.month_to_date_usage);
    expect(grown).toBeGreaterThan((droplets / 672) * 10 * 0.95);
    expect(second.generated_at).toBe('2026-11-23T22:00:00Z');
  });

  it('starts over with each month', async () => {
    const before = Number((await demo.get('/v2/customers/my/balance')).json.month_to_date_usage);
    demo.advance(Date.UTC(2026, 11, 1, 1) - noon);
    expect(Number((await demo.get('/v2/customers/my/balance')).json.month_to_date_usage)).toBeLessThan(before / 100);
  });

  it('was seen on each day before the start, up to what invoice and balance say, and tells how days differ', async () => {
    const [{ spent = [] } = {}] = demo.tokens;
    expect(spent.map(({ atMs }) => new Date(atMs).toISOString().slice(0, 10))).toEqual([
      ...Array.from({ length: 31 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`),
      ...Array.from({ length: 22 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`),
    ]);
    const { invoices, invoice_preview: preview } = (await demo.get('/v2/customers/my/invoices')).json;
    expect(spent[30]?.usedUsd).toBe(invoices[0].amount);
    const days = spent.slice(31).map(({ usedUsd }) => Number(usedUsd));
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    expect(days.at(-1)).toBeLessThan(Number(preview.amount));
    const points = spent.map((one) => ({ key: new Date(one.atMs).toISOString().slice(0, 10), ...one }));
    const { likely } = forecastOf({ usedUsd: preview.amount, atMs: noon }, points) ?? {};
    const [low, high] = [Number(likely?.lowUsd), Number(likely?.highUsd)];
    expect(high / low).toBeGreaterThan(1.005);
    expect(high / low).toBeLessThan(1.15);
    const again = await demoForTest();
    expect(again.tokens[0]?.spent).toEqual(spent);
    await again.close();
  });

  it('has an invoice for each past month, whose lines add up to it', async () => {
    const { invoices, invoice_preview } = (await demo.get('/v2/customers/my/invoices')).json;
    expect(invoice_preview.invoice_period).toBe('2026-11');
    expect(invoices[0].invoice_period).toBe('2026-10');
    const { invoice_items } = (await demo.get(`/v2/customers/my/invoices/${invoices[0].invoice_uuid}?per_page=200`)).json;
    const sum = invoice_items.reduce((total: number, { amount }: { amount: string }) => total + Number(amount), 0);
    expect(sum).toBeCloseTo(Number(invoices[0].amount), 0);
    const summary = (await demo.get(`/v2/customers/my/invoices/${invoices[0].invoice_uuid}/summary`)).json;
    expect(summary.amount).toBe(invoices[0].amount);
    const { billing_history } = (await demo.get('/v2/customers/my/billing_history')).json;
    expect(billing_history.slice(0, 2).map(({ type }: { type: string }) => type)).toEqual(['Payment', 'Invoice']);
    expect(billing_history[1].amount).toBe(invoices[0].amount);
  });

  it('gives an invoice to save as CSV and as PDF', async () => {
    const [{ invoice_uuid }] = (await demo.get('/v2/customers/my/invoices')).json.invoices;
    const csv = await demo.get(`/v2/customers/my/invoices/${invoice_uuid}/csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="invoice-\d+\.csv"$/);
    const [head, first] = csv.text.split('\r\n');
    expect([head?.split(',')[0], first?.startsWith('Droplets,')]).toEqual(['product', true]);
    const pdf = await demo.get(`/v2/customers/my/invoices/${invoice_uuid}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
    const table = Number(/startxref\n(\d+)/.exec(pdf.text)?.[1]);
    expect(pdf.text.slice(table, table + 4)).toBe('xref');
    for (const [index, start] of [...pdf.text.matchAll(/^(\d{10}) 00000 n/gm)].entries()) {
      expect(pdf.text.slice(Number(start[1]))).toMatch(new RegExp(`^${index + 1} 0 obj`));
    }
  });

  it('refuses insights for dates that make no sense', async () => {
    expect((await demo.get('/v2/billing/do:team:x/insights/2026-11-10/2026-11-01')).status).toBe(400);
    expect((await demo.get('/v2/billing/do:team:x/insights/soon/later')).status).toBe(400);
  });
});

interface Line {
  metric: Record<string, string>;
  values: [number, string][];
}

async function metric(name: string, minutes: number, droplet = 'worker-02', more = ''): Promise<Line[]> {
  const end = Math.floor(demo.now() / 1000);
  const { status, json } = await demo.get(
    `/v2/monitoring/metrics/droplet/${name}?host_id=${dropletId(demo, droplet)}&start=${end - minutes * 60}&end=${end}${more}`,
  );
  expect([status, json.status, json.data.resultType]).toEqual([200, 'success', 'matrix']);
  return json.data.result;
}

/** How busy a droplet's CPUs were over the last minutes, in percent, computed from counters per mode. */
async function busyPercent(minutes: number, droplet: string): Promise<number> {
  const lines = await metric('cpu', minutes, droplet);
  const grown = ({ values }: Line) => Number(values.at(-1)?.[1]) - Number(values[0]?.[1]);
  const idle = lines.find((line) => line.metric.mode === 'idle');
  const all = lines.reduce((sum, line) => sum + grown(line), 0);
  return idle ? 100 * (1 - grown(idle) / all) : Number.NaN;
}

describe('metrics', () => {
  it('are a matrix with numbers for times and text for values', async () => {
    const [line] = await metric('memory_total', 30, 'web-01');
    expect(line?.values).toHaveLength(31);
    for (const [at, value] of line?.values ?? []) {
      expect(at % 60).toBe(0);
      expect(value).toBe(String(4096 * 1_048_576));
    }
  });

  it('count CPU seconds per mode, which only grow', async () => {
    const lines = await metric('cpu', 60);
    expect(lines.map((line) => line.metric.mode)).toContain('idle');
    for (const { values } of lines)
      for (const [index, [, value]] of values.entries())
        if (index > 0) expect(Number(value)).toBeGreaterThanOrEqual(Number(values[index - 1]?.[1]));
  });

  it('are above the policy of the hot workers before the start, and fall below it later', async () => {
    const policy = demo.rows('/v2/monitoring/alerts').find(({ description }) => description === 'Workers hot');
    expect(policy).toMatchObject({ type: 'v1/insights/droplet/cpu', compare: 'GreaterThan', value: 80 });
    expect(policy?.entities).toContain(String(dropletId(demo, 'worker-02')));
    expect(await busyPercent(5, 'worker-02')).toBeGreaterThan(80);
    expect(await busyPercent(5, 'worker-01')).toBeLessThan(80);
    demo.advance(20 * 60_000);
    expect(await busyPercent(5, 'worker-02')).toBeLessThan(60);
    demo.advance(25 * 60_000);
    expect(await busyPercent(5, 'worker-02')).toBeGreaterThan(80);
  });

  it('stop when a droplet is off: for cache-01 six minutes before the start', async () => {
    const [line] = await metric('load_1', 30, 'cache-01');
    expect(line?.values.at(-1)?.[0]).toBeLessThanOrEqual(noon / 1000 - 6 * 60);
    expect(await metric('load_1', 5, 'cache-01')).toEqual([]);
  });

  it('stop when a droplet goes down by itself, and continue once it is powered on', async () => {
    demo.elsewhere.goDown('web-02');
    demo.advance(10 * 60_000);
    expect((await metric('load_1', 30, 'web-02'))[0]?.values.at(-1)?.[0]).toBeLessThanOrEqual(noon / 1000);
    demo.elsewhere.startAction('web-02', 'power_on');
    demo.advance(10 * 60_000);
    expect((await metric('load_1', 5, 'web-02'))[0]?.values).toHaveLength(6);
  });

  it('show the same past to everyone who asks later', async () => {
    const end = Math.floor(demo.now() / 1000);
    const ask = () =>
      demo.get(`/v2/monitoring/metrics/droplet/load_5?host_id=${dropletId(demo, 'web-01')}&start=${end - 600}&end=${end}`);
    const first = (await ask()).text;
    demo.advance(hour);
    expect((await ask()).text).toBe(first);
  });

  it('have a gap of some minutes, and counters that start again with a boot, at the same times for everyone', async () => {
    const [line] = await metric('load_1', 24 * 60, 'web-01');
    const times = line?.values.map(([at]) => at) ?? [];
    const distances = times.slice(1).map((at, index) => at - (times[index] ?? at));
    expect(distances.filter((distance) => distance > 240)).toEqual([
      expect.toSatisfy((gap: number) => gap >= 1500 && gap < 2200),
    ]);
    const [idle] = await metric('cpu', 24 * 60, 'web-01');
    const values = idle?.values.map(([, value]) => Number(value)) ?? [];
    expect(values.slice(1).filter((value, index) => value < (values[index] ?? 0))).toHaveLength(1);
  });

  it('count anew after a reboot that somebody ordered', async () => {
    demo.elsewhere.startAction('web-01', 'reboot');
    demo.advance(20 * 60_000);
    const [idle] = await metric('cpu', 30, 'web-01');
    const values = idle?.values.map(([, value]) => Number(value)) ?? [];
    expect(values.slice(1).filter((value, index) => value < (values[index] ?? 0))).toHaveLength(1);
    expect(values.at(-1)).toBeLessThan(2 * 20 * 60);
  });

  it('come only from droplets with the agent, and from the volumes that are mounted', async () => {
    expect(await metric('cpu', 30, 'bastion-01')).toEqual([]);
    const mounts = async (name: string) => (await metric(name, 10, 'web-01')).map(({ metric: { mountpoint } }) => mountpoint);
    expect(await mounts('filesystem_size')).toEqual(['/', '/mnt/web-assets']);
    expect(await mounts('filesystem_free')).toEqual(['/', '/mnt/web-assets']);
  });

  it('tell something of every kind of thing: load balancers, apps, pools and MySQL', async () => {
    const end = Math.floor(demo.now() / 1000);
    const lines = async (path: string, id: unknown, more = ''): Promise<Line[]> =>
      (await demo.get(`/v2/monitoring/metrics/${path}=${id}&start=${end - 3600}&end=${end}${more}`)).json.data.result;
    const idOf = (table: string, name?: string) => demo.rows(table).find((row) => name === undefined || row.name === name)?.id;
    const balancer = idOf('/v2/load_balancers');
    const codes = await lines('load_balancer/frontend_http_responses?lb_id', balancer);
    expect(codes.map(({ metric: { code } }) => code)).toEqual(['2xx', '3xx', '4xx', '5xx']);
    const health = await lines('load_balancer/droplets_health_checks?lb_id', balancer);
    expect(health[0]?.metric.server).toMatch(/^node-\d+$/);
    expect(new Set(health.flatMap(({ values }) => values.map(([, value]) => value)))).toContain('100');
    const app = await lines('apps/cpu_percentage?app_id', idOf('/v2/apps'));
    expect(app.every(({ metric: { app_component } }) => app_component)).toBe(true);
    expect(await lines('droplet_autoscale/target_instances?autoscale_pool_id', idOf('/v2/droplets/autoscale'))).toHaveLength(1);
    const of = async (aggregate: string) => {
      const [line] = await lines(
        'database/mysql/cpu_usage?db_id',
        idOf('/v2/databases', 'db-reports'),
        `&aggregate=${aggregate}`,
      );
      return Number(line?.values.at(-1)?.[1]);
    };
    expect(await of('max')).toBeGreaterThan(await of('avg'));
    expect(await of('avg')).toBeGreaterThan(await of('min'));
    expect(await lines('apps/cpu_percentage?app_id', 'gone')).toEqual([]);
  });

  it('know the direction and network of bandwidth, and give nothing for unknown hosts', async () => {
    const [line] = await metric('bandwidth', 10, 'web-01', '&interface=public&direction=outbound');
    expect(line?.metric).toMatchObject({ interface: 'public', direction: 'outbound' });
    const unknown = await demo.get('/v2/monitoring/metrics/droplet/cpu?host_id=1&start=1&end=2');
    expect(unknown.json.data.result).toEqual([]);
    expect((await demo.get('/v2/monitoring/metrics/droplet/cpu?host_id=1&start=9&end=2')).status).toBe(400);
  });
});

describe('uptime checks', () => {
  const stateOf = async (name: string) => {
    const check = demo.rows('/v2/uptime/checks').find((row) => row.name === name);
    return (await demo.get(`/v2/uptime/checks/${check?.id}/state`)).json.state;
  };
  const statuses = (state: { regions: Record<string, { status: string }> }) =>
    Object.values(state.regions).map(({ status }) => status);

  it('go down for some minutes and come up again by themselves', async () => {
    const seen = new Set<string>();
    let changes = 0;
    let latest = '';
    for (let minute = 0; minute < 200; minute += 1) {
      const [status = ''] = statuses(await stateOf('api.example.com'));
      seen.add(status);
      if (status !== latest) changes += 1;
      latest = status;
      demo.advance(60_000);
    }
    expect(seen).toEqual(new Set(['UP', 'DOWN']));
    expect(changes).toBeGreaterThanOrEqual(3);
    expect(changes).toBeLessThanOrEqual(6);
  });

  it('go down and up on order, in every region from which they are checked', async () => {
    demo.elsewhere.setCheck('api.example.com', 'DOWN');
    const down = await stateOf('api.example.com');
    expect(statuses(down)).toEqual(['DOWN', 'DOWN', 'DOWN', 'DOWN']);
    expect(down.regions.eu_west.status_changed_at).toBe('2026-11-23T12:00:00Z');
    demo.elsewhere.setCheck('api.example.com', 'UP');
    expect(new Set(statuses(await stateOf('api.example.com')))).toEqual(new Set(['UP']));
  });

  it('are being checked while they are new', async () => {
    const body = { name: 'new', type: 'https', target: 'https://new.example.com', regions: ['eu_west'], enabled: true };
    const { id } = (await demo.ask('POST', '/v2/uptime/checks', { body })).json.check;
    expect(statuses((await demo.get(`/v2/uptime/checks/${id}/state`)).json.state)[0]).toBe('CHECKING');
    demo.advance(31_000);
    expect(statuses((await demo.get(`/v2/uptime/checks/${id}/state`)).json.state)[0]).not.toBe('CHECKING');
  });
});
