import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { text } from '../../fields.ts';
import type { Job, Thing, Weight } from '../../job.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

const updateId = 'kubernetes_update_nodePool';
const pathOf = ({ parent, id }: Thing) => ({ cluster_id: parent.cluster_id ?? '', node_pool_id: id });

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const linesIn = (typed: unknown): string[] =>
  String(typed ?? '')
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const labelsIn = (base: JsonObject): string[] =>
  Object.entries(objectAt(base, 'labels')).map(([key, value]) => `${key}=${String(value)}`);
const taintsIn = (base: JsonObject): string[] =>
  listAt(base, 'taints')
    .filter(isObject)
    .map((taint) => `${textAt(taint, 'key')}=${textAt(taint, 'value')}:${textAt(taint, 'effect')}`);

/** "disk=ssd" as key and value. A key may stand alone. */
function pair(line: string): [key: string, value: string] {
  const at = line.indexOf('=');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}

/** "dedicated=gpu:NoSchedule". */
function taintOf(line: string): JsonObject {
  const at = line.lastIndexOf(':');
  const [key, value] = pair(line.slice(0, at));
  return { key, value, effect: line.slice(at + 1) };
}

const name = /^[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?(=[A-Za-z0-9._-]*)?$/;

function wrongIn({ labels, taints }: JobValues): { field: string; message: string } | null {
  const label = linesIn(labels).find((line) => !name.test(line));
  if (label !== undefined) return { field: 'labels', message: `${label} is no label: write it as disk=ssd.` };
  const taint = linesIn(taints).find((line) => {
    const at = line.lastIndexOf(':');
    return at < 0 || !name.test(line.slice(0, at)) || !effects.includes(line.slice(at + 1));
  });
  const message = `${taint} is no taint: write it as gpu=true:NoSchedule, with ${effects.slice(0, 2).join(', ')} or ${effects[2]}.`;
  return taint === undefined ? null : { field: 'taints', message };
}

/** Pods go by both, so what is taken away may leave some without a node, and a taint that executes moves them at once. */
function weightOf({ labels, taints }: JobValues, base: JsonObject): Weight {
  const drives = linesIn(taints).filter((line) => line.endsWith(':NoExecute') && !taintsIn(base).includes(line));
  if (drives.length > 0)
    return { level: 'disruptive', lines: [`Pods that do not tolerate ${drives.join(', ')} leave its nodes.`] };
  const before = [...labelsIn(base), ...taintsIn(base)];
  return taken(before, [...linesIn(labels), ...linesIn(taints)], (gone) => `Pods that go by ${gone} may find no node.`);
}

export const labels: Job = {
  name: 'labels',
  label: 'Labels and taints…',
  level: 'disruptive',
  keywords: 'label taint schedule pods toleration',
  submitLabel: 'Save',
  async open({ thing, ask }) {
    const base = await ask.base(updateId, pathOf(thing));
    if (!base.ok) return base;
    return success({
      lines: ['They hold for the nodes that are there, and for those that come.'],
      fields: [
        text({
          name: 'labels',
          label: 'Labels',
          value: labelsIn(base.value).join('\n'),
          isLong: true,
          isRequired: false,
          hint: 'One a line, such as disk=ssd. Pods choose their nodes by them.',
        }),
        text({
          name: 'taints',
          label: 'Taints',
          value: taintsIn(base.value).join('\n'),
          isLong: true,
          isRequired: false,
          hint: `One a line, such as gpu=true:NoSchedule. They keep pods away that do not tolerate them.`,
        }),
      ],
      data: { base: base.value },
    });
  },
  wrong: wrongIn,
  weigh: (values, { data = {} }) => weightOf(values, objectAt(data, 'base')),
  plan: (values, { thing }, { data = {} }) => ({
    steps: [
      {
        label: 'Save',
        operationId: updateId,
        path: pathOf(thing),
        edit: {
          opened: objectAt(data, 'base'),
          change: (base) => ({
            ...base,
            labels: Object.fromEntries(linesIn(values.labels).map(pair)),
            taints: linesIn(values.taints).map(taintOf),
          }),
        },
        named: thing.name,
      },
    ],
    done: () =>
      `${thing.name} has ${counted(linesIn(values.labels).length, 'label')} and ${counted(linesIn(values.taints).length, 'taint')}.`,
  }),
};
