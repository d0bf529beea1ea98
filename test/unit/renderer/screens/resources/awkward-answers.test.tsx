import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { findOperation } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { placeHref } from '../../../../../renderer/routes/resource-place.ts';
import { awkwardAnswers } from '../../../../doubles/invented/awkward-answers.ts';
import { inventedNow } from '../../../../doubles/invented/invented-time.ts';
import { drawResources } from './draw-resources.tsx';

/** Opens a family over its awkward answer. Paths below it, which panels read, are answered as `inside` says. */
async function draw(id: string, inside: Record<string, unknown> = {}) {
  const { operation } = await findOperation(id);
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  const parent = Object.fromEntries(names.map((name) => [name, 'parent-1']));
  const connectionId = names.length > 0 ? 'c1' : null;
  const ownPath = operation.path.replace(/\{[^}]+\}/g, 'parent-1');
  const drawn = await drawResources(placeHref({ familyId: id, parent, connectionId, itemId: null }), (path) =>
    path === ownPath ? awkwardAnswers[id] : (inside[path] ?? {}),
  );
  const rows = () =>
    [...document.querySelectorAll('[role="row"]')]
      .map((row) => [...row.querySelectorAll('[role="gridcell"]:not(.picker)')].map((cell) => cell.textContent))
      .filter((cells) => cells.length > 0);
  const open = async (name: string) => {
    const row = [...document.querySelectorAll('[role="row"]:has([role="gridcell"])')].find((one) =>
      one.textContent?.includes(name),
    );
    await act(async () => void fireEvent.click(row ?? document.body));
    await drawn.settle();
    if (document.querySelector('.first-facts')) await unfold(/^All facts/);
    await drawn.settle();
    return within(document.querySelector('.panel') as HTMLElement);
  };
  return { ...drawn, rows, open };
}

/** Label and value of every fact that is drawn, as the API answers them. */
const facts = (): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('.facts > .fact')].map((fact) => [
      fact.querySelector('dt')?.textContent ?? '',
      fact.querySelector('dd')?.textContent ?? '',
    ]),
  );

const unfold = async (label: RegExp) => {
  const details = screen.getByText(label, { selector: 'summary' }).closest('details') as HTMLDetailsElement;
  await act(async () => {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  });
};

describe('what a single object answers', () => {
  it('is a page of facts with units, and its title', async () => {
    await draw('balance_get');
    expect(facts()).toMatchObject({ 'Account balance': '$100.00 credit', 'Month to date usage': '$23.44' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/balance/i);
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('shows options folded, by name, with what they hold and cost', async () => {
    await draw('registry_get_options');
    expect(facts()['Available regions']).toBe('fra1ams3nyc3');
    await unfold(/^Subscription tiers/);
    await unfold(/^2 Basic/);
    expect(facts()).toMatchObject({
      'Included storage bytes': '5 GiB',
      'Monthly price in cents': '$5.00',
      'Storage overage price in cents': '$0.02',
    });
  });

  it('hides its secrets, which can be copied', async () => {
    await draw('databases_get_cluster_metrics_credentials');
    await unfold(/^Credentials/);
    expect(facts()).toMatchObject({ 'Basic auth username': 'lantern', 'Basic auth password': 'HiddenShow' });
    expect(screen.getByRole('button', { name: 'Copy Basic auth password' })).toBeTruthy();
  });
});

describe('a list', () => {
  it('does not show the key of a functions namespace, nor does its panel', async () => {
    const { open } = await draw('functions_list_namespaces');
    await open('thumbnails');
    expect(document.body.textContent).not.toContain('sesame');
    expect(facts()).toMatchObject({ Key: 'HiddenShow', Namespace: 'fn-5f1c2e' });
  });

  it('says what an alert policy compares in words, with the unit of its limit', async () => {
    const { rows, open } = await draw('monitoring_list_alertPolicy');
    const text = rows().map((cells) => cells.join(' | '));
    expect(text[0]).toContain('CPU of the shop is busy | Yes | CPU | Above | 80 % | 5 min');
    expect(text[1]).toContain('HTTP response time, 95 of 100 | No | HTTP response time, 95 of 100 | Below | 0.25 s | 1 h');
    await open('CPU of the shop');
    expect(facts().Entities).toBe('387100409387100404');
    expect(document.body.innerHTML).not.toContain('sesame');
  });

  it('keeps names, keys and values that somebody chose as they are', async () => {
    const { open } = await draw('kubernetes_list_clusters');
    await open('web_pool-v2.API');
    await unfold(/^Node pools/);
    await unfold(/^1 web_pool-v2.API/);
    await unfold(/^Labels/);
    expect(facts()).toMatchObject({ 'kubernetes.io/role': 'edge', TEAM_NAME: 'Harbour_Works', created_at: '2026-01-01' });
    expect(facts()['High availability']).toBe('Yes');
    await unfold(/^Taints/);
    await unfold(/^1 dedicated/);
    expect(facts()).toMatchObject({ Key: 'dedicated', Value: 'GPU_ONLY' });
  });

  it('says 0 for an empty list and nothing for what is missing, and no age for a time that is none', async () => {
    const { rows } = await draw('kubernetes_list_clusters');
    expect(rows().find(([name]) => name === 'lab')).toEqual(['lab', '–', '–', '–', '0', '–', '–', '–', '–']);
  });

  it('shows versions, providers and states in words', async () => {
    const { rows } = await draw('genai_list_models');
    expect(rows().map((cells) => cells.slice(0, 3))).toEqual([
      ['Beacon', 'OpenAI', '–'],
      ['Lantern 3.5', 'DigitalOcean', '3.5'],
    ]);
  });

  it('begins with the newest backup, and says how small it is', async () => {
    const { rows } = await draw('databases_list_backups');
    expect(rows()).toEqual([
      ['22 Nov 2026, 02:00:09', '2.3 GB'],
      ['21 Nov 2026, 02:00:11', '34 MB'],
    ]);
  });

  it('says of a certificate that it has expired', async () => {
    const { rows } = await draw('certificates_list');
    const years = new Date(inventedNow).getFullYear() - 2018;
    expect(
      rows()
        .find(([name]) => name === 'old-shop')
        ?.join(' | '),
    ).toMatch(new RegExp(`expired (${years}|${years + 1}) y ago`));
    expect(
      rows()
        .find(([name]) => name === 'shop')
        ?.join(' | '),
    ).toMatch(/in \d+ (d|mo)/);
  });

  it('shows memory as its plan is called, and prices with their currency', async () => {
    const { rows } = await draw('apps_list_instanceSizes');
    expect(rows()[0]?.join(' | ')).toContain('1 GiB | $12.00');
  });

  it('shows the region of an action in both of its forms, in one column', async () => {
    const { rows } = await draw('actions_list');
    expect(rows().map((cells) => cells.slice(0, 5).join(' | '))).toEqual([
      'Create | Completed | Droplet | droplet 387100404 | fra1',
      'Power cycle | In progress | Droplet | droplet 387100409 | nyc3',
    ]);
  });

  it('opens a row without an id at its position', async () => {
    const { open, page } = await draw('projects_list_resources_default');
    await open('Assigned');
    expect(page.router.route()).toMatchObject({ path: ['projects_list_resources_default', 'c1', '~2'] });
    expect(facts()).toEqual({ Status: 'Assigned' });
  });
});

describe('the panel of an invoice', () => {
  it('shows the amount of the invoice, whatever its items are', async () => {
    const { rows, open } = await draw('invoices_list', { '/v2/customers/my/invoices/i10': awkwardAnswers.invoices_get_byUUID });
    expect(rows().map((cells) => cells.slice(0, 2))).toEqual([
      ['October 2026', '$18.00'],
      ['September 2026', '$27.13'],
    ]);
    const panel = await open('October 2026');
    expect(facts()).toMatchObject({ Amount: '$18.00', 'Invoice period': 'October 2026' });
    expect(facts()).not.toHaveProperty('Product');
    expect(panel.getByRole('link', { name: 'Invoice items' })).toBeTruthy();
  });
});
