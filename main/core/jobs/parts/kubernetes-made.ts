import { success } from '../../../../preload/contract/failure.ts';
import {
  clustersToAsk,
  type KubernetesKind,
  makesThings,
  namesAsMade,
  saysKubernetes,
} from '../../../../preload/contract/kubernetes-made.ts';
import type { Job, JobContext } from '../job.ts';

const setBack = 'Kubernetes made this one and sets it back: change it in the cluster.';

/** A cluster that cannot be read says nothing: the job goes on. */
async function isMade({ thing, ask, droplets }: JobContext, kind: KubernetesKind): Promise<boolean> {
  if (saysKubernetes(thing.row)) return true;
  const clusters = clustersToAsk(thing.row, (id) => droplets.get(id)?.tags ?? []);
  const answers = await Promise.all(clusters.map((cluster_id) => ask.read(makesThings, { cluster_id })));
  return answers.some((answer) => answer.ok && namesAsMade(answer.value, kind, thing.id));
}

/** The dialogs of those jobs say it first where Kubernetes made the thing, and sets back what is changed. */
export const withKubernetes = (kind: KubernetesKind, names: readonly string[], jobs: readonly Job[]): readonly Job[] =>
  jobs.map((job) => {
    const { open } = job;
    if (open === undefined || !names.includes(job.name)) return job;
    return {
      ...job,
      async open(context) {
        const [opened, made] = await Promise.all([open.call(job, context), isMade(context, kind)]);
        if (!opened.ok || !made) return opened;
        return success({ ...opened.value, lines: [setBack, ...(opened.value.lines ?? [])] });
      },
    };
  });
