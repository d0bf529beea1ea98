import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { designedFamily } from '../../../../../renderer/families/all.ts';
import type { Family } from '../../../../../renderer/families/family.ts';
import { calledById, nameOf } from '../../../../../renderer/families/identity.ts';
import { holdersOf } from '../../../../../renderer/screens/resources/use-names.ts';
import { drawResources } from './draw-resources.tsx';

const shop = 'd4531a70-eef7-4aee-8e62-a653fced2427';
const volume = '0b7e9c2a-1f5d-4b58-9c3f-0a7d1c2e4f60';
const lost = '7f3b1e9d-2c4a-4d6f-8b1e-5a9c0d3e7f21';
const balancer = '4de7ac8b-495b-4884-9a69-1050c6793cd6';

const contents = [
  `do:volume:${volume}`,
  `do:volume:${lost}`,
  `do:loadbalancer:${balancer}`,
  'do:droplet:470112233',
  'do:space:logs',
  'do:domain:shop.example.com',
  `do:brand_new_thing:${lost}`,
].map((urn) => ({ urn, status: 'ok', assigned_at: '2026-01-01T00:00:00Z' }));

const answers: Readonly<Record<string, unknown>> = {
  '/v2/projects': { projects: [{ id: shop, name: 'Shop' }] },
  [`/v2/projects/${shop}/resources`]: { resources: contents },
  '/v2/volumes': { volumes: [{ id: volume, name: 'old-uploads' }] },
  '/v2/load_balancers': { load_balancers: [{ id: balancer, name: 'shop-front' }] },
};

const rows = (): string[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      [...row.querySelectorAll('[role=gridcell]')]
        .map(({ textContent }) => textContent)
        .filter(Boolean)
        .slice(0, 2)
        .join(', '),
    );

describe('what a project holds', () => {
  it('is listed by kind and name, at one read for each family, below the name of the project', async () => {
    const asked: string[] = [];
    const { page, settle } = await drawResources(`#/resources/projects_list_resources%3Fproject_id%3D${shop}/c1`, (path) => {
      asked.push(path);
      return answers[path];
    });
    expect(rows()).toEqual([
      'brand new thing 7f3b1e9d…, Brand new thing',
      'bucket logs, Bucket',
      'shop.example.com, Domain',
      'droplet 470112233, Droplet',
      'shop-front, Load balancer',
      'old-uploads, Volume',
      'volume 7f3b1e9d…, Volume',
    ]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Contents');
    const holder = screen.getByRole('link', { name: 'Shop' });
    expect(holder.getAttribute('href')).toBe(`#/resources/projects_list/c1/${shop}`);
    expect(asked.toSorted()).toEqual(Object.keys(answers).toSorted());

    await act(async () => {
      const row = screen.getByText('old-uploads');
      fireEvent.pointerDown(row);
      fireEvent.mouseDown(row);
      fireEvent.click(row);
    });
    await settle();
    expect(page.router.route()).toMatchObject({ path: ['volumes_list', 'c1', volume] });
  });

  it('is found by the name of each thing, also where that came after the first search', async () => {
    await drawResources(`#/resources/projects_list_resources%3Fproject_id%3D${shop}/c1`, (path) => answers[path]);
    await act(
      async () =>
        void fireEvent.change(screen.getByRole('searchbox', { name: 'Search contents' }), { target: { value: 'front' } }),
    );
    expect(rows()).toEqual(['shop-front, Load balancer']);
  });
});

describe('an item of an invoice', () => {
  const invoice = '22737513-0ea7-4206-8ceb-98a575af7681';
  const item = (description: string, project_name: string) => ({
    product: 'Droplets',
    resource_uuid: `${description} id`,
    description,
    amount: '7.00',
    project_name,
  });

  it('leads to its project by that name, and nowhere where none or several are called so', async () => {
    const place = `#/resources/invoices_get_byUUID%3Finvoice_uuid%3D${invoice}/c1`;
    const items = [item('web-01', 'Shop'), item('old-01', 'Gone'), item('lab-01', 'Lab')];
    const projects = [
      { id: shop, name: 'Shop' },
      { id: lost, name: 'Lab' },
      { id: volume, name: 'Lab' },
    ];
    await drawResources(place, (path) => {
      if (path === '/v2/projects') return { projects };
      return path === `/v2/customers/my/invoices/${invoice}` ? { invoice_items: items } : undefined;
    });
    expect(screen.getByRole('link', { name: 'Shop' }).getAttribute('href')).toBe(`#/resources/projects_list/c1/${shop}`);
    for (const name of ['Gone', 'Lab']) {
      expect(screen.getByText(name)).toBeTruthy();
      expect(screen.queryByRole('link', { name })).toBeNull();
    }
  });
});

describe('the name of a row', () => {
  const family = (id: string): Family => designedFamily(id) as Family;

  it('is that of what it stands for, else the word for its kind and a short id', () => {
    const rule = { uuid: 'r1', type: 'k8s', value: lost };
    expect(nameOf(family('databases_list_firewall_rules'), rule)).toBe('cluster 7f3b1e9d…');
    expect(nameOf(family('databases_list_firewall_rules'), rule, 'harbour')).toBe('harbour');
    expect(nameOf(family('databases_list_firewall_rules'), { uuid: 'r1', type: 'ip_addr', value: '203.0.113.7' })).toBe(
      '203.0.113.7',
    );
    expect(nameOf(family('vpcs_list_members'), { name: 'web-01', urn: 'do:droplet:470112233' })).toBe('web-01');
    expect(nameOf(family('vpcs_list_members'), { name: '', urn: 'do:droplet:470112233' })).toBe('droplet 470112233');
  });

  it('is never a UUID alone', () => {
    expect(nameOf(family('volumes_list'), { id: volume })).toBe('volume 0b7e9c2a…');
    expect(calledById(family('tags_list'), 'prod')).toBe('prod');
  });
});

describe('what a list lies in', () => {
  it('is told by the family that leads to it, from the outermost', () => {
    const parent = { registry_name: 'harbour', repository_name: 'web' };
    expect(holdersOf({ familyId: 'registries_list_repositoryTags', parent })).toEqual([
      { familyId: 'registries_list', id: 'harbour' },
      { familyId: 'registries_list_repositoriesV2', id: 'web' },
    ]);
    expect(holdersOf({ familyId: 'unknown_list', parent: { vpc_id: 'v1', whatever: 'x' } })).toEqual([
      { familyId: 'vpcs_list', id: 'v1' },
    ]);
  });
});
