import type { Page } from '@playwright/test';
import { editWords } from '../../renderer/words/edits.ts';
import { connect, expect, goTo, rowOf, test, tokenOf } from './journey.ts';

/** Answers the question that comes before what may interrupt something. */
const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
const send = (page: Page) => page.getByRole('button', { name: /^Send(?! anyway)/ }).click();

test('a firewall is opened from its panel, gets one change that is shown, and keeps all else', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  const before = demo.rows('/v2/firewalls', 'Harbour Works').find((row) => row.name === 'public-web');
  await goTo(page, '#/resources/firewalls_list');
  await rowOf(page, 'public-web').click();
  const panel = page.getByRole('region', { name: 'Details of public-web' });
  await panel.getByText(/^All operations/).click();
  await panel.getByRole('link', { name: 'Update a Firewall', exact: true }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toHaveValue('public-web');
  await expect(page.getByText(editWords.none)).toBeVisible();
  await name.fill('public-web-2');
  const changes = page.getByRole('region', { name: editWords.changes });
  await expect(changes).toContainText('public-web-2');
  await send(page);
  await confirm(page);
  await expect(page.getByText('200 OK')).toBeVisible();
  const after = demo.rows('/v2/firewalls', 'Harbour Works').find((row) => row.id === before?.id);
  const kept = ['inbound_rules', 'outbound_rules', 'droplet_ids', 'tags'].map((field) => [field, before?.[field]]);
  expect(after).toMatchObject({ ...Object.fromEntries(kept), name: 'public-web-2' });
  await expect(page.getByText(editWords.none)).toBeVisible();
});

test('what somebody else changed meanwhile is shown before anything is replaced', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  const found = demo.rows('/v2/firewalls', 'Harbour Works').find((row) => row.name === 'public-web');
  const own = `${demo.baseUrl}/v2/firewalls/${String(found?.id)}`;
  await goTo(page, `#/operations/firewalls_update?path.firewall_id=${String(found?.id)}`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toHaveValue('public-web');
  await name.fill('public-web-2');
  const headers = { authorization: `Bearer ${tokenOf(demo)}`, 'content-type': 'application/json' };
  await fetch(`${own}/tags`, { method: 'POST', headers, body: JSON.stringify({ tags: ['jobs'] }) });
  await send(page);
  await expect(page.getByText(editWords.meanwhileLead)).toBeVisible();
  expect(demo.requests().filter(({ operation }) => operation === 'firewalls_update')).toEqual([]);
  await send(page);
  await confirm(page);
  await expect(page.getByText('200 OK')).toBeVisible();
  const after = demo.rows('/v2/firewalls', 'Harbour Works').find((row) => row.id === found?.id);
  expect(after?.name).toBe('public-web-2');
  expect(after?.tags).toContain('jobs');
});

test('a picker takes a name by Enter, and refuses one that it does not know', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/operations/monitoring_get_DropletCpuMetrics');
  const host = page.getByRole('combobox', { name: 'Host ID' });
  await host.fill('no-such-droplet');
  await host.press('Enter');
  await expect(page.getByText('Host ID: there is none called “no-such-droplet”').first()).toBeVisible();
  for (const [label, span] of [
    ['Start', '1 hour ago'],
    ['End', 'Now'],
  ] as const) {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: span }).click();
  }
  await send(page);
  expect(demo.requests().filter(({ url }) => url.includes('no-such'))).toEqual([]);
  await host.fill('web-01');
  await host.press('Enter');
  await send(page);
  await expect(page.getByText('200 OK')).toBeVisible();
});

test('an uptime check and an alert policy need no more than DigitalOcean does', async ({ start, demo }) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/operations/uptime_create_check');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('shop');
  await page.getByRole('textbox', { name: 'Target', exact: true }).fill('https://shop.example.com');
  await page.getByRole('combobox', { name: 'Type', exact: true }).selectOption('https');
  const regions = page.getByRole('combobox', { name: 'Regions', exact: true });
  await regions.fill('eu_w');
  await regions.press('Enter');
  await send(page);
  await expect(page.getByText('201 Created')).toBeVisible();
  await goTo(page, '#/operations/monitoring_create_alertPolicy');
  await send(page);
  await expect(page.getByText(/Still empty: Compare, Description, Type and 2 more/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Description', exact: true }).fill('CPU is high');
  await page.getByRole('combobox', { name: 'Compare', exact: true }).selectOption('GreaterThan');
  await page.getByRole('combobox', { name: 'Window', exact: true }).selectOption('5m');
  const type = page.getByRole('combobox', { name: 'Type', exact: true });
  await type.fill('droplet/cpu');
  await type.press('Enter');
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('80');
  await send(page);
  await expect(page.getByText('200 OK')).toBeVisible();
});

test('a record asks for the fields of its type alone, and a typed form is not emptied without a question', async ({
  start,
  demo,
}) => {
  const { page } = await start();
  await connect(page, tokenOf(demo));
  await goTo(page, '#/operations/domains_create_record?path.domain_name=shop.example.com');
  const type = page.getByRole('combobox', { name: 'Kind of Type' });
  await type.selectOption({ label: 'TXT' });
  await expect(page.getByRole('textbox', { name: /^(Flags|Tag|Port|Priority|Weight)/ })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('@');
  await page.getByRole('textbox', { name: 'Data', exact: true }).fill('v=spf1 -all');
  await page.getByRole('button', { name: 'Empty the form' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('textbox', { name: 'Data', exact: true })).toHaveValue('v=spf1 -all');
  await send(page);
  await expect(page.getByText('201 Created')).toBeVisible();
  await type.selectOption({ label: 'SRV' });
  await expect(page.getByRole('textbox', { name: /^(Port|Priority|Weight)/ })).toHaveCount(3);
});

for (const width of [1200, 900]) {
  test(`a panel leaves the list’s own tools free in a window of ${width}`, async ({ start, demo }) => {
    const { page } = await start({ context: { viewport: { width, height: 800 } } });
    await connect(page, tokenOf(demo));
    for (const [view, open] of [
      ['#/resources/firewalls_list', 'public-web'],
      ['#/droplets', 'web-01'],
    ] as const) {
      await goTo(page, view);
      await rowOf(page, open).click();
      await expect(page.locator('.panel')).toBeVisible();
      await page.waitForTimeout(400);
      const covered = await page.locator('.list-side .filters').evaluate((tools) =>
        [...tools.querySelectorAll('button, a, input')].flatMap((tool) => {
          const { left, top, width: wide, height } = tool.getBoundingClientRect();
          if (wide === 0) return [];
          const over = document.elementFromPoint(left + wide / 2, top + height / 2);
          return over && (tool.contains(over) || over.contains(tool))
            ? []
            : [tool.getAttribute('aria-label') ?? tool.textContent];
        }),
      );
      expect(covered).toEqual([]);
    }
  });
}
