import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

describe('a deletion that takes a while', () => {
  afterEach(endAll);

  it.each([
    ['NFS share', { familyId: 'nfs_list', thing: 'renders', job: 'delete' }],
    ['autoscale pool', { familyId: 'autoscalepools_list', thing: 'edge-pool', job: 'dissolve' }],
    ['agent', { familyId: 'genai_list_agents', idAt: 'uuid', thing: 'support-desk', job: 'delete' }],
    ['knowledge base', { familyId: 'genai_list_knowledge_bases', idAt: 'uuid', thing: 'handbook', job: 'delete' }],
  ])('is followed until the thing is gone: %s', async (kind, doing) => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, doing);
    if (!result.ok) throw new Error(result.failure.message);
    const [key] = result.value.actionKeys;
    const row = async () => (await world.view()).tables.actions.find((action) => action.key === key);
    expect(await row()).toMatchObject({ status: 'in-progress', title: `Deleting ${kind} ${doing.thing}` });
    await world.pass(30_000);
    expect(await row()).toMatchObject({ status: 'completed', title: `Deleted ${kind} ${doing.thing}` });
  });
});
