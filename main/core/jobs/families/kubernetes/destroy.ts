import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { choices, option } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { clusterPath } from './cluster-facts.ts';

/** What a cluster made beside itself, and what goes on costing after it. */
const parts = [
  ['load_balancers', 'Load balancers to destroy too'],
  ['volumes', 'Volumes to destroy too, with their data'],
  ['volume_snapshots', 'Snapshots to destroy too'],
] as const;

export const destroyJob: Job = {
  name: 'destroy',
  label: 'Destroy…',
  level: 'destructive',
  forMany: {
    ...sentUnread,
    open: ({ things }) =>
      success({
        goes: things.map(({ name, row }) => `${name}, with ${counted(listAt(row, 'node_pools').length, 'node pool')}`),
        stays: ['Load balancers, volumes and snapshots that they made, which go on costing'],
      }),
  },
  keywords: 'delete remove',
  async open({ thing, ask }) {
    const read = await ask.read('kubernetes_list_associatedResources', clusterPath(thing));
    if (!read.ok) return read;
    const answer = isObject(read.value) ? read.value : {};
    const found = parts.map(([name, label]) => ({ name, label, rows: listAt(answer, name).filter(isObject) }));
    const pools = listAt(thing.row, 'node_pools').filter(isObject);
    const hasMore = found.some(({ rows }) => rows.length > 0);
    return success({
      lines: hasMore ? ['What is not ticked stays, and goes on costing.'] : [],
      fields: found
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, label, rows }) =>
          choices({
            name,
            label,
            choices: rows.map((row) => option(textAt(row, 'id'), textAt(row, 'name') || textAt(row, 'id'))),
          }),
        ),
      goes: [
        thing.name,
        ...pools.map((pool) => `Pool ${textAt(pool, 'name')}, ${counted(Number(textAt(pool, 'count')), 'node')}`),
      ],
    });
  },
  plan: (values, { thing }) => ({
    steps: [
      {
        label: 'Destroy',
        operationId: 'kubernetes_destroy_associatedResourcesSelective',
        path: clusterPath(thing),
        body: Object.fromEntries(parts.map(([name]) => [name, Array.isArray(values[name]) ? values[name] : []])),
        named: thing.name,
      },
    ],
    done: () => `${thing.name} is being destroyed.`,
  }),
};
