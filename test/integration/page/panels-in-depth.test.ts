import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { endAll, type World } from '../../doubles/core/core-on-demo.ts';
import {
  drawThing,
  firstFacts,
  insideLines,
  openPanel,
  quietWorld,
  relatedLines,
  strips,
  unfold,
} from '../../unit/renderer/screens/resources/panel-on-demo.tsx';

afterEach(endAll);

const facts = (): Record<string, string> => Object.fromEntries(firstFacts());
const nothing = async () => {};

/** Opens a panel that is there. */
async function open(world: World, familyId: string, name: string) {
  const opened = await openPanel(world, familyId, name);
  if (opened === null) throw new Error(`${familyId} has no ${name}`);
  return opened;
}
const click = (name: string | RegExp, role = 'button') => act(async () => void fireEvent.click(screen.getByRole(role, { name })));

describe('the panel of an app', () => {
  it('reads its health, its deployments and what it is related to, and nothing else', async () => {
    const world = await quietWorld();
    const { asked, settle } = await open(world, 'apps_list', 'storefront');
    expect(
      asked()
        .filter((id) => !id.startsWith('monitoring_get_'))
        .toSorted(),
    ).toEqual(['apps_get_health', 'apps_list_deployments', 'invoices_get_byUUID', 'invoices_list', 'projects_list', 'vpcs_list']);
    expect(firstFacts().slice(0, 7)).toEqual([
      ['Deployment', 'Active'],
      ['Address', expect.stringMatching(/^https:\/\/storefront-/)],
      [
        'Components',
        'web Healthy 1 of 1 ready CPU 12\u00a0% memory 41\u00a0% / api Healthy 1 of 1 ready CPU 12\u00a0% memory 41\u00a0% / nightly-report Healthy 1 of 1 ready CPU 12\u00a0% memory 41\u00a0%',
      ],
      ['Last change', expect.stringMatching(/^commit pushed to main 24 Nov|commit pushed to main \d+ \w+ [\d:]+ 2 d ago$/)],
      ['Source', 'https://git.example.com/storefront.git branch main'],
      ['Region', 'Frankfurt'],
      ['Project', 'Shop'],
    ]);
    expect(relatedLines()).toEqual(['default-fra1, VPC', 'Look among database clusters too']);
    expect(insideLines()).toEqual(['Deployments, 4', 'Job runs', 'App alerts']);
    // Its price costs a request of its own.
    await click('Ask for the price');
    await settle();
    expect(asked()).toContain('apps_validate_appSpec');
    expect(facts().Costs).toMatch(/^\$24\.00 a month \$\d+\.\d\d so far$/);
  });

  it('lists its latest deployments, and goes back to one of them from there', async () => {
    const world = await quietWorld();
    const { settle } = await open(world, 'apps_list', 'storefront');
    const list = screen.getByRole('list', { name: 'Latest deployments' });
    const lines = within(list).getAllByRole('listitem');
    expect(lines.map((line) => [...line.children].map((part) => part.textContent).join(' '))).toEqual([
      expect.stringMatching(/^Active commit pushed to main [\da-f]{7} 2 d ago$/),
      expect.stringMatching(/^Superseded commit pushed to main [\da-f]{7} 9 d ago Roll back…$/),
      expect.stringMatching(/^Error commit pushed to main [\da-f]{7} 21 d ago Log$/),
      expect.stringMatching(/^Superseded commit pushed to main [\da-f]{7} 40 d ago Roll back…$/),
    ]);
    await click(/^Roll back…: commit pushed to main, 1[67] Nov/);
    await screen.findByRole('dialog');
    await click('Roll back');
    await settle();
    expect(world.demo.requests().map(({ operation }) => operation)).toContain('apps_create_rollback');
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
    expect(list.textContent).toMatch(/^(?!Active)/);
  });

  it('says that new deployments wait while it is rolled back', async () => {
    const world = await quietWorld();
    const { line, end } = await open(world, 'apps_list', 'storefront');
    end();
    const pinned = { ...line.item, pinned_deployment: { id: 'd1', phase: 'ACTIVE' } };
    await drawThing(world, 'apps_list', pinned);
    expect(strips()).toEqual(['Rolled back. New deployments wait until you keep or undo it.']);
  });
});

describe('the panel of a database', () => {
  it('reads who may connect, the backups and what it is related to, and nothing else', async () => {
    const world = await quietWorld();
    const { asked } = await open(world, 'databases_list_clusters', 'db-main');
    expect(asked().toSorted()).toEqual([
      'databases_list_backups',
      'databases_list_firewall_rules',
      // What it cost last month, and so far, once for all things of the team.
      'invoices_get_byUUID',
      'invoices_get_byUUID',
      'invoices_list',
      'projects_list',
      'vpcs_list',
    ]);
    expect(facts()).toMatchObject({
      Engine: 'PostgreSQL 17.2',
      Connection: 'private-db-main.db.example.com:25060 / as doadmin into defaultdb ••••••••',
      Nodes: '2 × 2 vCPU, 4 GB',
      Storage: '60 GiB',
      'Who may connect': 'tag prod',
      Region: 'fra1 default-fra1',
      Costs: expect.stringMatching(/^\$\d+\.\d\d in \w+ by the last invoice \$\d+\.\d\d so far$/),
    });
    expect(strips()).toEqual(['An update waits for Tuesday, 03:00 UTC.']);
    expect(relatedLines()).toEqual([
      'Shop, Project',
      'default-fra1, VPC',
      'prod, Tag',
      'Look among apps, knowledge bases and log destinations too',
    ]);
  });

  it('looks further once a person wants it', async () => {
    const world = await quietWorld();
    const { asked, settle } = await open(world, 'databases_list_clusters', 'search');
    expect(asked()).not.toContain('genai_list_knowledge_bases');
    await click(/^Look among/);
    await settle();
    expect(asked()).toContain('genai_list_knowledge_bases');
    expect(relatedLines()).toEqual(
      expect.arrayContaining(['handbook, knowledge base in it', 'product-docs, knowledge base in it']),
    );
  });

  it('asks only for what it left out before when it is opened once more', async () => {
    const world = await quietWorld();
    const first = await open(world, 'databases_list_clusters', 'db-main');
    first.end();
    const { asked } = await open(world, 'databases_list_clusters', 'db-main');
    expect(asked()).toEqual(['apps_list', 'genai_list_knowledge_bases']);
  });

  it('switches to the public connection, and copies the password without showing it', async () => {
    const world = await quietWorld();
    const { copied, line } = await open(world, 'databases_list_clusters', 'db-main');
    const { password } = line.item.connection as { password: string };
    await click('Public', 'radio');
    expect(facts().Connection).toContain('db-main.db.example.com:25060');
    expect(facts().Connection).not.toContain('private');
    await click('Copy Password');
    expect(copied).toEqual([password]);
    expect(document.documentElement.innerHTML).not.toContain(password);
  });

  it('has no list of what its engine has not, and says so under all operations', async () => {
    const world = await quietWorld();
    const { end } = await open(world, 'databases_list_clusters', 'sessions');
    expect(insideLines().map((text) => text.split(',')[0])).toEqual(['Trusted sources', 'Events', 'Log sinks']);
    expect(facts()).not.toHaveProperty('Newest backup');
    const all = within(await unfold(/^All operations/, nothing));
    const pools = all.getByRole('link', { name: 'List Connection Pools (PostgreSQL)' });
    expect(pools.parentElement?.textContent).toContain('for PostgreSQL only');
    expect(all.getByRole('link', { name: /^Retrieve the Eviction Policy/ }).parentElement?.textContent).not.toContain('only');
    end();
    await open(world, 'databases_list_clusters', 'events');
    expect(insideLines().map((text) => text.split(',')[0])).toEqual([
      'Trusted sources',
      'Events',
      'Users',
      'Kafka topics',
      'Log sinks',
      'Schemas',
    ]);
    expect(facts()['Schema registry']).toContain('events-schemas.db.example.com:25060');
  });

  it('says in a few words which scope is missing, in the place of the fact', async () => {
    const world = await quietWorld();
    for (const operation of ['databases_list_backups', 'invoices_list']) {
      world.demo.faults.add({ operation }, { kind: 'status', status: 403 }, 'always');
    }
    await open(world, 'databases_list_clusters', 'db-main');
    expect(firstFacts().map(([label]) => label)).toContain('Newest backup');
    expect(facts()).toMatchObject({ 'Newest backup': 'needs database:read', Costs: 'needs billing:read' });
    expect(facts()['Who may connect']).toBe('tag prod');
  });
});

describe('the panel of a load balancer', () => {
  it('says what a global one hands on to, and the size of an older one by its name', async () => {
    const world = await quietWorld();
    const { line, end } = await open(world, 'loadBalancers_list', 'shop-front');
    expect(facts()).toMatchObject({ Size: '1 node', Targets: expect.stringContaining('web-01') as string });
    end();
    const { size_unit: _, ...older } = line.item;
    const global = { ...older, type: 'GLOBAL', droplet_ids: [], target_load_balancer_ids: [String(line.item.id)] };
    await drawThing(world, 'loadBalancers_list', global);
    expect(facts()).toMatchObject({ Size: 'Small', Targets: expect.stringMatching(/^shop-front/) as string });
  });
});

describe('the panel of a cluster', () => {
  it('reads what can be installed, sizes and what it is related to, and nothing else', async () => {
    const world = await quietWorld();
    const { asked } = await open(world, 'kubernetes_list_clusters', 'harbour');
    expect(asked().toSorted()).toEqual([
      'firewalls_list',
      'invoices_get_byUUID',
      'invoices_list',
      'kubernetes_get_availableUpgrades',
      'sizes_list',
      'vpcs_list',
    ]);
    expect(facts()).toMatchObject({
      Version: '1.33.5 1.34.1 can be installed',
      Nodes: 'general 3 × 4 vCPU, 8 GB / batch 2 × 4 vCPU, 8 GB',
      Window: 'Tuesdays from 04:00 UTC patches install themselves',
      'Control plane': '3 copies',
      Region: 'fra1 default-fra1',
      Registries: 'harbour',
      Costs: expect.stringMatching(/^\$312\.00 a month what the control plane costs is not told (about )?\$\d+\.\d\d so far$/),
    });
    expect(insideLines()).toEqual(['Available upgrades, 2', 'Node pools, 2']);
  });
});

describe('all facts', () => {
  it('are folded, and read the thing whole only once they are unfolded', async () => {
    const world = await quietWorld();
    const { asked, settle } = await open(world, 'volumes_list', 'web-assets');
    expect(asked()).not.toContain('volumes_get');
    expect(screen.queryByText('Size gigabytes')).toBeNull();
    await unfold(/^All facts/, settle);
    expect(screen.getByText('Size gigabytes')).toBeTruthy();
    expect(asked().filter((operation) => operation === 'volumes_get')).toHaveLength(1);
  });
});

describe('what a thing is related to', () => {
  it('links both ways, by name', async () => {
    const world = await quietWorld();
    await open(world, 'loadBalancers_list', 'shop-front');
    expect(facts()).toMatchObject({
      Targets: 'web-01 web-02 web-03 3 of 3 healthy',
      Rules: 'HTTPS 443 → HTTP 8080 certificate shop.example.com / HTTP 80 → HTTP 8080',
    });
    expect(relatedLines()).toEqual(
      expect.arrayContaining(['default-fra1, VPC', 'shop.example.com, Certificate', 'web-01, serves']),
    );
  });

  it('is a droplet by its number where it is gone', async () => {
    const world = await quietWorld();
    const { line, end } = await open(world, 'volumes_list', 'web-assets');
    end();
    await drawThing(world, 'volumes_list', { ...line.item, droplet_ids: [470_112_233] });
    expect(facts()['Attached to']).toBe('droplet 470112233');
  });

  it('is told by a strip where nothing uses it and it is billed', async () => {
    const world = await quietWorld();
    await open(world, 'volumes_list', 'old-uploads');
    expect(strips()).toEqual(['Attached to nothing. It is still billed.']);
    expect(facts()['Attached to']).toBe('Nothing, still billed');
  });
});

describe('the panel of what Kubernetes made', () => {
  const cluster = '6fc2e9f1-0c1e-4b0e-9d55-9a7ad1a10f07';
  const setBack = 'Kubernetes made this one and sets it back: change it in the cluster.';

  it('says that it is set back, and asks a cluster only for what is on its nodes', async () => {
    const world = await quietWorld();
    for (const [familyId, row] of [
      ['volumes_list', { id: 'v1', name: 'pvc-1', tags: [`k8s:${cluster}`] }],
      ['loadBalancers_list', { id: 'lb1', name: 'ingress', tag: `k8s:${cluster}` }],
    ] as const) {
      const { asked, end } = await drawThing(world, familyId, row);
      expect(strips()).toContain(setBack);
      expect(asked()).not.toContain('kubernetes_list_associatedResources');
      end();
    }
    await open(world, 'volumes_list', 'web-assets');
    expect(strips()).not.toContain(setBack);
  });
});

describe('the panel of a reserved IP', () => {
  it('says once that it is not assigned, or to which droplet it is', async () => {
    const world = await quietWorld();
    const { end } = await open(world, 'reservedIPs_list', '198.51.100.9');
    expect(strips()).toEqual(['Not assigned, still billed.']);
    expect(facts()).not.toHaveProperty('Assigned to');
    end();
    await open(world, 'reservedIPs_list', '198.51.100.5');
    expect(strips()).toEqual([]);
    expect(facts()).toMatchObject({ 'Assigned to': 'web-01' });
  });
});
