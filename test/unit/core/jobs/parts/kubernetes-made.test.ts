import { describe, expect, it } from 'vitest';
import type { JobContext } from '../../../../../main/core/jobs/job.ts';
import { withKubernetes } from '../../../../../main/core/jobs/parts/kubernetes-made.ts';
import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { Json } from '../../../../../preload/contract/json.ts';

const cluster = '6fc2e9f1-0c1e-4b0e-9d55-9a7ad1a10f07';
const setBack = 'Kubernetes made this one and sets it back: change it in the cluster.';

const [edit, other] = withKubernetes(
  'volumes',
  ['edit'],
  [
    { name: 'edit', label: 'Edit…', level: 'normal', open: () => success({ lines: ['It changes.'] }), plan: () => never },
    { name: 'other', label: 'Other…', level: 'normal', open: () => success({ lines: ['It changes.'] }), plan: () => never },
  ],
);
const never = { steps: [], done: () => '' };

/** The lines of a dialog on a volume with that row, whose cluster answers so, and the clusters that were asked. */
async function linesOf(job: typeof edit, row: Record<string, Json>, answer: Outcome<Json> = success({})) {
  const asked: unknown[] = [];
  const context = {
    thing: { id: 'v1', row },
    droplets: new Map([
      [1, { tags: ['k8s', `k8s:${cluster}`, 'k8s:worker'] }],
      [2, { tags: ['web', 'k8s:worker'] }],
    ]),
    ask: {
      read: async (operationId: string, path: Record<string, string>) => {
        asked.push([operationId, path]);
        return answer;
      },
    },
  } as unknown as JobContext;
  const opened = await job?.open?.(context);
  return { lines: opened?.ok ? opened.value.lines : [], asked };
}

describe('what Kubernetes made', () => {
  it('is said to be set back where its own tags name a cluster, without asking', async () => {
    expect(await linesOf(edit, { tags: [`k8s:${cluster}`] })).toEqual({ lines: [setBack, 'It changes.'], asked: [] });
    expect(await linesOf(edit, { tag: `k8s:${cluster}` })).toEqual({ lines: [setBack, 'It changes.'], asked: [] });
  });

  it('is told by the cluster on whose nodes it is, if that names it', async () => {
    const asked = [['kubernetes_list_associatedResources', { cluster_id: cluster }]];
    const named = success({ volumes: [{ id: 'v1' }], load_balancers: [] });
    expect(await linesOf(edit, { droplet_ids: [1] }, named)).toEqual({ lines: [setBack, 'It changes.'], asked });
    const others = success({ volumes: [{ id: 'v2' }], load_balancers: [{ id: 'v1' }] });
    expect(await linesOf(edit, { droplet_ids: [1] }, others)).toEqual({ lines: ['It changes.'], asked });
  });

  it('says nothing of a cluster that cannot be read, and asks none for what is on other droplets', async () => {
    const refused = failed({ kind: 'forbidden', message: 'No.' });
    expect((await linesOf(edit, { droplet_ids: [1] }, refused)).lines).toEqual(['It changes.']);
    expect(await linesOf(edit, { droplet_ids: [2, 3], tags: ['k8s:worker'] })).toEqual({ lines: ['It changes.'], asked: [] });
    expect((await linesOf(other, { tags: [`k8s:${cluster}`] })).lines).toEqual(['It changes.']);
  });
});
