import { success } from '../../../../../preload/contract/failure.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, option } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { copyString } from './connection.ts';
import { clusterPath, has, offeredFor, parentPath, sizesFrom, whyNotOnline } from './engine.ts';
import { nameField } from './names.ts';

const pathOf = (thing: Parameters<typeof parentPath>[0]) => ({ ...parentPath(thing), replica_name: thing.id });

export const addReplica: Job = {
  name: 'add-replica',
  label: 'Add a read replica…',
  level: 'normal',
  makes: 'databases_list_replicas',
  isInListOnly: true,
  keywords: 'copy follower new',
  submitLabel: 'Add',
  isFor: has('replicas'),
  off: whyNotOnline,
  async open({ thing, ask }) {
    const options = await ask.read('databases_list_options');
    if (!options.ok) return options;
    const offered = offeredFor(options.value, thing.row);
    const regions = listAt(offered, 'regions').map(String);
    const size = textAt(thing.row, 'size');
    return success({
      lines: ['It is a node of its own, and billed as one.'],
      fields: [
        nameField('Name', 63, `${thing.ownName}-replica`),
        choice({
          name: 'region',
          label: 'Region',
          choices: regions.map((region) => option(region, regionWords(region), region)),
          value: textAt(thing.row, 'region'),
        }),
        choice({ name: 'size', label: 'Size', choices: sizesFrom(offered, 1, size), value: size }),
      ],
    });
  },
  plan: ({ name, region, size }, { thing }) => ({
    steps: [
      {
        label: 'Add',
        operationId: 'databases_create_replica',
        path: clusterPath(thing),
        body: { name: String(name), region: String(region), size: String(size) },
      },
    ],
    done: () => `The replica ${name} of ${thing.name} is being made.`,
  }),
};

export const replicaJobs: readonly Job[] = [
  copyString({ operationId: 'databases_get_replica', at: 'replica', pathOf }),
  {
    name: 'promote',
    label: 'Make it a cluster of its own…',
    level: 'disruptive',
    keywords: 'promote primary',
    submitLabel: 'Promote',
    off: whyNotOnline,
    open: ({ thing }) => success({ lines: [`${thing.name} takes writes from then on and no longer follows. That is for good.`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Promote', operationId: 'databases_promote_replica', path: pathOf(thing) }],
      done: () => `${thing.name} is a cluster of its own now.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove destroy',
    open: ({ thing }) =>
      success({ goes: [`Replica ${thing.name}: what reads from it stops`], stays: ['The cluster, with its data'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'databases_destroy_replica', path: pathOf(thing) }],
      done: () => `The replica ${thing.name} is deleted.`,
    }),
  },
];
