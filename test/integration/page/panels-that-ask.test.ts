import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { drawThing, firstFacts, openPanel, quietWorld, strips } from '../../unit/renderer/screens/resources/panel-on-demo.tsx';

/** What panels ask beyond lists: databases for their rules, clusters for what they made. */

afterEach(endAll);

const facts = (): Record<string, string> => Object.fromEntries(firstFacts());

/** Opens a panel that is there. */
async function open(world: World, familyId: string, name: string) {
  const opened = await openPanel(world, familyId, name);
  if (opened === null) throw new Error(`${familyId} has no ${name}`);
  return opened;
}
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('the panel of a tag', () => {
  it('asks databases for their rules only when a person wants to know, and names those that let it in', async () => {
    const world = await quietWorld();
    const { asked, settle } = await open(world, 'tags_list', 'prod');
    expect(asked()).not.toContain('databases_list_firewall_rules');
    expect(asked()).not.toContain('databases_list_clusters');
    await click('Look into the databases');
    await settle();
    const clusters = world.demo.rows('/v2/databases', 'Harbour Works').map(({ name }) => String(name));
    expect(facts()['Let in by']?.split(' / ').toSorted()).toEqual(clusters.toSorted());
    expect(asked().filter((id) => id === 'databases_list_firewall_rules')).toHaveLength(clusters.length);
    expect(screen.getByRole('link', { name: 'db-main' }).getAttribute('href')).toContain('databases_list_clusters');
  });

  it('names a database whose rules could not be read', async () => {
    const world = await quietWorld();
    const refused = String(world.demo.rows('/v2/databases', 'Harbour Works').find(({ name }) => name === 'sessions')?.id);
    world.demo.faults.add({ path: `/v2/databases/${refused}/firewall` }, { kind: 'status', status: 403 });
    const { settle } = await open(world, 'tags_list', 'jobs');
    await click('Look into the databases');
    await settle();
    expect(document.querySelector('.first-facts')?.textContent).toContain('sessions could not be read');
    expect(facts()['Let in by']).not.toContain('No database');
  });

  it('says so where no database lets it in', async () => {
    const world = await quietWorld();
    const { settle } = await open(world, 'tags_list', 'jobs');
    await click('Look into the databases');
    await settle();
    expect(document.querySelector('.first-facts')?.textContent).toContain('Let in byNo database');
  });
});

describe('the panel of a log sink', () => {
  it('offers to stop it where its URN tells its id', async () => {
    const world = await quietWorld();
    const { line } = await open(world, 'monitoring_list_sinks', 'logbook');
    expect(line.itemId).toBe(String(world.demo.rows('/v2/monitoring/sinks', 'Harbour Works')[0]?.id));
    expect(screen.getByRole('button', { name: 'Stop sending…' })).toBeTruthy();
    expect(strips()).toEqual([]);
  });

  it('says why it cannot be deleted, and how it ends, where no id is told', async () => {
    const world = await quietWorld();
    const { line } = await open(world, 'monitoring_list_sinks', 'tide-archive');
    expect(line.itemId).toBeNull();
    expect(strips()[0]).toMatch(/tells no id of this log sink.*ends when its destination tide-archive is deleted/);
    expect(screen.queryByRole('button', { name: 'Stop sending…' })).toBeNull();
    expect(screen.getByRole('link', { name: 'tide-archive' }).getAttribute('href')).toContain('monitoring_list_destinations');
  });
});

describe('the panel of what Kubernetes made', () => {
  const lead = /^Kubernetes made this/;
  const made = (world: World, path: string) => {
    const row = world.demo.rows(path, 'Harbour Works').find(({ tags }) => String(tags).includes('k8s:'));
    if (row === undefined) throw new Error(`Kubernetes made nothing at ${path}`);
    return row;
  };
  const asks = (asked: () => string[]) => asked().filter((id) => id === 'kubernetes_list_associatedResources');

  it('says so by its tag, without asking the cluster', async () => {
    const world = await quietWorld();
    for (const [familyId, path] of [
      ['loadBalancers_list', '/v2/load_balancers'],
      ['volumes_list', '/v2/volumes'],
    ] as const) {
      const { asked, end } = await open(world, familyId, String(made(world, path).name));
      expect(strips()).toEqual([expect.stringMatching(lead)]);
      expect(asks(asked)).toEqual([]);
      end();
    }
  });

  it('asks the cluster on whose nodes it is where no tag tells, once, and says so only if that names it', async () => {
    const world = await quietWorld();
    const { tags, ...row } = made(world, '/v2/load_balancers');
    const [node] = row.droplet_ids as number[];
    const droplets = [{ ...(await world.droplet('web-01')), id: node, key: `node:${node}`, tags: tags as string[] }] as never;
    const { asked, end } = await drawThing(world, 'loadBalancers_list', row, { droplets });
    expect(asks(asked)).toHaveLength(1);
    const asksFor = world.demo.requests().filter(({ operation }) => operation === 'kubernetes_list_associatedResources');
    expect(asksFor.map(({ url }) => url)).toEqual([expect.stringContaining(String(tags).replace('k8s:', ''))]);
    expect(strips()).toEqual([expect.stringMatching(lead)]);
    end();
    const other = await drawThing(world, 'loadBalancers_list', { ...row, id: 'another' }, { droplets });
    expect(strips()).toEqual([]);
    // What the cluster said is still known.
    expect(asks(other.asked)).toEqual([]);
  });
});

describe('the panel of a Kubernetes cluster', () => {
  it('reads what is wrong with it only where it does not run as it should', async () => {
    const world = await quietWorld();
    const { asked, end } = await open(world, 'kubernetes_list_clusters', 'harbour');
    expect(asked()).not.toContain('kubernetes_get_status_messages');
    expect(facts()).not.toHaveProperty('What is wrong');
    end();
    const row = world.demo.rows('/v2/kubernetes/clusters', 'Harbour Works')[0] ?? {};
    const degraded = { ...row, status: { state: 'degraded', message: '' } };
    const second = await drawThing(world, 'kubernetes_list_clusters', degraded);
    expect(second.asked()).toContain('kubernetes_get_status_messages');
    expect(facts()['What is wrong']).toMatch(/\S/);
    expect(facts()['What is wrong']).not.toBe('–');
  });

  it('names the databases that let it in by a rule of its own', async () => {
    const world = await quietWorld();
    const [cluster] = world.demo.rows('/v2/kubernetes/clusters', 'Harbour Works');
    const [database] = world.demo.rows('/v2/databases', 'Harbour Works');
    const [rule] = world.demo.rows(`/v2/databases/${database?.id}/firewall`, 'Harbour Works');
    Object.assign(rule ?? {}, { type: 'k8s', value: cluster?.id });
    const { settle } = await open(world, 'kubernetes_list_clusters', 'harbour');
    await click('Look into the databases');
    await settle();
    expect(facts()['Let in by']).toBe(String(database?.name));
  });
});
