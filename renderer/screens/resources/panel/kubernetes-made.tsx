import {
  clustersToAsk,
  type KubernetesKind,
  makesThings,
  namesAsMade,
  saysKubernetes,
} from '../../../../preload/contract/kubernetes-made.ts';
import { Note } from '../../../components/feedback/note.tsx';
import type { About } from '../../../families/panels/panel.ts';
import { useReads } from '../../../hooks/use-reads.ts';
import { factWords } from '../../../words/facts/in-general.ts';

const freshForMs = 600_000;

/** Says that Kubernetes made the thing and sets it back. A cluster is asked only for what is on its nodes. */
export const KubernetesMade = ({ kind, about }: { kind: KubernetesKind; about: About }) => {
  const { item, id, connectionId, droplets } = about;
  const isTold = saysKubernetes(item);
  const clusters = isTold ? [] : clustersToAsk(item, (dropletId) => droplets.find((one) => one.id === dropletId)?.tags ?? []);
  const answers = useReads(
    connectionId,
    clusters.map((cluster_id) => ({ familyId: makesThings, parent: { cluster_id }, freshForMs, isAsked: true })),
  );
  const isMade = isTold || [...answers.values()].some(({ items }) => namesAsMade(items?.[0], kind, id));
  return isMade ? <Note tone="warn" icon="alert" lead={factWords.setBack} /> : null;
};
