import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues } from '../../../preload/contract/job.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { selected } from '../../doubles/core/run-many.ts';

const droplets = 'droplets_list';

afterEach(endAll);

describe('what values do to several things', () => {
  const opened = async (world: World, job: string) => {
    const things = await selected(world, { familyId: droplets, things: ['web-01', 'web-02'], job });
    const form = await world.buoy.calls.openManyJob({ name: job, things });
    if (!form.ok) throw new Error(form.failure.message);
    return form.value;
  };
  const weightOf = async (world: World, id: string, values: JobValues) => {
    const weight = await world.buoy.calls.weighJob({ id, values });
    return weight.ok ? weight.value : weight.failure;
  };

  it('is listed step by step as soon as they are given', async () => {
    const world = await connected({ seed: 7 });
    const { id, steps } = await opened(world, 'tags');
    expect(steps).toBeUndefined();
    expect(await weightOf(world, id, { tags: ['+blue'] })).toMatchObject({
      level: 'normal',
      steps: ['Make the tag blue', 'Tag with blue'],
    });
    expect(await weightOf(world, id, { tags: ['+blue', '-web'] })).toMatchObject({
      steps: ['Make the tag blue', 'Tag with blue', 'Take web off'],
    });
  });

  it('is said of each of them, where each has its own steps', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await opened(world, 'shut-down');
    expect(await weightOf(world, id, { cut: true })).toMatchObject({
      lines: ['Each: shut down, then cut the power, if that is still needed then.'],
    });
    expect(await weightOf(world, id, { cut: false })).toMatchObject({ lines: [] });
  });

  it('is shown before it is done where it reaches further than what was shown', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await opened(world, 'tags');
    const before = world.writes.length;
    const values = { tags: ['-prod'] };
    const first = await world.buoy.calls.runManyJob({ id, values });
    expect(first).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(first.ok ? '' : first.failure.message).toContain('ssh-from-bastion');
    expect(world.writes.slice(before)).toEqual([]);
    expect(await world.buoy.calls.runManyJob({ id, values })).toMatchObject({ ok: true });
  });
});
