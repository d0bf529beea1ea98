import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { openOn } from '../../doubles/core/run-job.ts';

afterEach(endAll);

describe('restoring a droplet', () => {
  it('says from which day on what was written is lost, and what a snapshot before that saves', async () => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, { familyId: 'droplets_list', thing: 'web-01', job: 'restore' });
    const image = form.fields.find(({ name }) => name === 'image');
    const newest = image?.kind === 'choice' ? image.choices[0] : undefined;
    const day = newest?.label.split(', ').at(-1);
    expect(day).toMatch(/^\d+ \w+$/);
    const weigh = async (values: Record<string, string | boolean>) => {
      const weight = await world.buoy.calls.weighJob({ id: form.id, values });
      return weight.ok ? weight.value.lines : weight.failure;
    };
    expect(await weigh({ image: newest?.value ?? '' })).toEqual([`What was written since ${day} is lost.`]);
    expect(await weigh({ image: newest?.value ?? '', first: true })).toEqual([
      `What was written since ${day} is lost, but for the snapshot.`,
    ]);
  });
});

describe('restoring a vector database', () => {
  it('says from which moment on what was written is lost', async () => {
    const world = await connected({ seed: 7 });
    const name = String(world.demo.rows('/v2/vector-databases', 'Harbour Works')[0]?.name);
    const form = await openOn(world, { familyId: 'vectorDatabases_list', thing: name, job: 'restore' });
    const backup = form.fields.find(({ name: field }) => field === 'backup');
    const newest = backup?.kind === 'choice' ? backup.choices[0] : undefined;
    const weight = await world.buoy.calls.weighJob({ id: form.id, values: { backup: newest?.value ?? '' } });
    expect(weight.ok && weight.value.lines).toEqual([`What was written since ${newest?.label} is lost.`]);
  });
});
