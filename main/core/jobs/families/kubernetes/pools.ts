import { timesOf } from '../../../../../preload/contract/amounts.ts';
import { failed, success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { counted, dollars } from '../../../../../preload/contract/number-words.ts';
import { choice, number, option, tick } from '../../fields.ts';
import { inTurn } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { nodesOf, sizesBySlug } from './cluster-facts.ts';
import { labels } from './labels.ts';
import { nodesAtMost } from './pool-fields.ts';

const pathOf = ({ parent, id }: Thing) => ({ cluster_id: parent.cluster_id ?? '', node_pool_id: id });
const countOf = (row: JsonObject): number => Number(textAt(row, 'count')) || 0;

/** "$48.00 a month more"; nothing where the price is not known or stays. */
function costWords(monthlyUsd: unknown, more: number): string {
  if (typeof monthlyUsd !== 'number' || more === 0) return '';
  return `${dollars(timesOf(monthlyUsd, Math.abs(more)))} a month ${more > 0 ? 'more' : 'less'}`;
}

/** "From $24.00 to $144.00 a month". */
const rangeWords = (monthlyUsd: unknown, min: number, max: number): string =>
  typeof monthlyUsd !== 'number'
    ? ''
    : `From ${dollars(timesOf(monthlyUsd, min))} to ${dollars(timesOf(monthlyUsd, max))} a month`;

const comma = (words: string): string => (words === '' ? '' : `, ${words}`);

const deleteNode = (isReplaced: boolean): Job => ({
  name: isReplaced ? 'replace-node' : 'remove-node',
  label: isReplaced ? 'Replace a node…' : 'Remove a node…',
  level: 'disruptive',
  keywords: isReplaced ? 'recycle new' : 'delete',
  submitLabel: isReplaced ? 'Replace' : 'Remove',
  open: ({ thing }) =>
    success({
      lines: [isReplaced ? 'Its pods move, and a new node takes its place.' : 'Its pods move, and the pool has one node less.'],
      fields: [
        choice({
          name: 'node',
          label: 'Node',
          choices: nodesOf(thing.row).map((node) =>
            option(textAt(node, 'id'), textAt(node, 'name'), textAt(objectAt(node, 'status'), 'state') || null),
          ),
        }),
        tick({ name: 'isAtOnce', label: 'At once, without draining it first' }),
      ],
    }),
  plan({ node, isAtOnce }, { thing }) {
    const name = textAt(nodesOf(thing.row).find(({ id }) => id === node) ?? {}, 'name');
    return {
      steps: [
        {
          label: isReplaced ? 'Replace' : 'Remove',
          operationId: 'kubernetes_delete_node',
          path: { ...pathOf(thing), node_id: String(node) },
          query: { ...(isReplaced ? { replace: '1' } : {}), ...(isAtOnce === true ? { skip_drain: '1' } : {}) },
          named: thing.name,
        },
      ],
      done: () => `${name} of ${thing.name} is being ${isReplaced ? 'replaced' : 'removed'}.`,
    };
  },
});

/** Jobs on the node pools of a cluster. */
export const nodePoolJobs: readonly Job[] = [
  {
    name: 'scale',
    label: 'Scale…',
    level: 'disruptive',
    isMain: true,
    keywords: 'nodes count autoscale grow',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const [base, sizes] = await Promise.all([ask.base('kubernetes_update_nodePool', pathOf(thing)), sizesBySlug(ask)]);
      if (!base.ok) return base;
      const { auto_scale, min_nodes, max_nodes } = base.value;
      const count = countOf(base.value);
      const range = { minimum: 1, maximum: nodesAtMost, unit: 'nodes', shownIf: { field: 'mode', values: ['auto'] } };
      return success({
        lines: ['The size of its nodes stays: for another size, add a pool of that size and then delete this one.'],
        fields: [
          choice({
            name: 'mode',
            label: 'How many nodes',
            choices: [option('fixed', 'Always as many'), option('auto', 'As many as are needed')],
            value: auto_scale === true ? 'auto' : 'fixed',
          }),
          number({ ...range, name: 'count', label: 'Nodes', value: count, shownIf: { field: 'mode', values: ['fixed'] } }),
          number({ ...range, name: 'min', label: 'At least', value: Number(min_nodes) || 1 }),
          number({ ...range, name: 'max', label: 'At most', value: Number(max_nodes) || Math.max(count, 1) }),
        ],
        data: { base: base.value, monthlyUsd: sizes.get(textAt(thing.row, 'size'))?.monthlyUsd ?? null },
      });
    },
    wrong: ({ mode, min, max }) =>
      mode === 'auto' && Number(max) < Number(min) ? { field: 'max', message: 'At most must not be less than at least.' } : null,
    weigh({ mode, count, min, max }, { data = {} }) {
      const before = countOf(objectAt(data, 'base'));
      const isAuto = mode === 'auto';
      const gone = before - Number(isAuto ? max : count);
      const drained = gone > 0 ? [`${counted(gone, 'node')} drained and deleted: pods move if they fit elsewhere.`] : [];
      const cost = isAuto ? rangeWords(data.monthlyUsd, Number(min), Number(max)) : costWords(data.monthlyUsd, -gone);
      return { level: gone > 0 ? 'disruptive' : 'normal', lines: [...drained, ...(cost === '' ? [] : [`${cost}.`])] };
    },
    plan({ mode, count, min, max }, { thing }, { data = {} }) {
      const before = countOf(objectAt(data, 'base'));
      const isAuto = mode === 'auto';
      const change = (base: JsonObject): JsonObject =>
        isAuto
          ? { ...base, auto_scale: true, min_nodes: Number(min), max_nodes: Number(max) }
          : { ...base, auto_scale: false, count: Number(count) };
      return {
        steps: [
          {
            label: 'Save',
            operationId: 'kubernetes_update_nodePool',
            path: pathOf(thing),
            edit: { opened: objectAt(data, 'base'), change },
            named: thing.name,
          },
        ],
        done: () =>
          isAuto
            ? `${thing.name} has from ${min} to ${max} nodes, as many as are needed.`
            : `${thing.name} goes from ${before} to ${count} nodes${comma(costWords(data.monthlyUsd, Number(count) - before))}.`,
      };
    },
  },
  labels,
  deleteNode(true),
  deleteNode(false),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: inTurn,
    keywords: 'remove destroy',
    async open({ thing, ask }) {
      const pools = await ask.list('kubernetes_list_nodePools', { cluster_id: thing.parent.cluster_id ?? '' });
      if (!pools.ok) return pools;
      if (pools.value.length < 2) return failed({ kind: 'conflict', message: 'It is the only pool, and a cluster needs one.' });
      return success({
        lines: ['Its pods move if they fit elsewhere.'],
        goes: [`Pool ${thing.name}`, ...nodesOf(thing.row).map((node) => `Node ${textAt(node, 'name')}`)],
      });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'kubernetes_delete_nodePool', path: pathOf(thing), named: thing.name }],
      done: () => `The pool ${thing.name} is being deleted.`,
    }),
  },
];
