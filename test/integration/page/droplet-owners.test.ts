import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { thingOfDroplet } from '../../../renderer/droplet-actions/droplet-jobs.ts';
import { endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { openDroplet, quietWorld } from '../../unit/renderer/screens/resources/panel-on-demo.tsx';

afterEach(endAll);

const reasons = async (world: World, name: string): Promise<Record<string, string | null>> => {
  const offers = await world.buoy.calls.offerJobs({ thing: thingOfDroplet(await world.droplet(name)) });
  if (!offers.ok) throw new Error(offers.failure.message);
  return Object.fromEntries(offers.value.map((offer) => [offer.name, offer.offReason]));
};
const keptBy = (): string | undefined => document.querySelector('.kept-by')?.textContent ?? undefined;
const isOff = (name: RegExp): boolean => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';

describe('a member of an autoscale pool', () => {
  const keeps = 'The autoscale pool edge-pool keeps edge-ams-01: change the pool instead.';

  it('says which pool keeps it, and cannot be stopped, changed or destroyed by hand', async () => {
    const world = await quietWorld();
    expect((await reasons(world, 'edge-ams-01')).resize).toBeNull();
    const { asked } = await openDroplet(world, 'edge-ams-01');
    expect(asked().toSorted()).toEqual(['autoscalepools_list', 'autoscalepools_list_members']);
    expect(keptBy()).toBe('An autoscale pool keeps this droplet. Open edge-pool');
    expect(screen.getByRole('link', { name: 'Open edge-pool' }).getAttribute('href')).toContain('autoscalepools_list');
    for (const name of [/^Destroy/, /^Power off/, /^Power cycle/, /^Resize/, /^Rebuild/]) expect(isOff(name)).toBe(true);
    expect(isOff(/^Reboot/)).toBe(false);
    expect(await reasons(world, 'edge-ams-01')).toMatchObject({
      resize: keeps,
      rebuild: keeps,
      destroy: keeps,
      'shut-down': keeps,
      snapshot: null,
      'attach-volume': null,
    });
  });

  it('is none that only could be one', async () => {
    const world = await quietWorld();
    const { asked } = await openDroplet(world, 'web-01');
    expect(asked()).not.toContain('autoscalepools_list_members');
    expect(keptBy()).toBeUndefined();
    expect(isOff(/^Power off/)).toBe(false);
    expect((await reasons(world, 'web-01')).resize).toBeNull();
  });
});

describe('a worker of a Kubernetes cluster', () => {
  it('names its cluster by its tag', async () => {
    const world = await quietWorld();
    const cluster = world.demo.rows('/v2/kubernetes/clusters', 'Harbour Works').find(({ name }) => name === 'lab');
    const { asked } = await openDroplet(world, 'web-01', { tags: ['k8s', `k8s:${String(cluster?.id)}`, 'k8s:worker'] });
    expect(asked()).toContain('kubernetes_list_clusters');
    expect(asked()).not.toContain('autoscalepools_list');
    expect(keptBy()).toBe('Kubernetes keeps this droplet. Open lab');
    for (const name of [/^Destroy/, /^Power off/, /^Resize/]) expect(isOff(name)).toBe(true);
    const thing = thingOfDroplet({ ...(await world.droplet('web-01')), tags: ['k8s', `k8s:${String(cluster?.id)}`] });
    const offers = await world.buoy.calls.offerJobs({ thing });
    expect(offers.ok && offers.value.find(({ name }) => name === 'resize')?.offReason).toBe(
      'The Kubernetes cluster lab keeps web-01: change its node pool instead.',
    );
  });
});
