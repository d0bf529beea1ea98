import { success } from '../../../../../preload/contract/failure.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { regionOf } from '../../thing.ts';
import { off, vpcChoices } from './nfs-share.ts';

/** Who may do what through a new access point, unless they change it: nobody is root. */
const usualPolicy = {
  anonuid: 65_534,
  anongid: 65_534,
  protocols: ['NFS4'],
  squash_config: 'ROOT_SQUASH',
  identity_enforcement_enabled: false,
};

export const addAccessPoint: Job = {
  name: 'add-access-point',
  label: 'Add access point…',
  level: 'normal',
  makes: 'nfs_list_access_points',
  keywords: 'new path',
  off,
  async open({ thing, ask, nowMs }) {
    const choices = await vpcChoices(ask, thing, true);
    if (!choices.ok) return choices;
    const fields = [
      text({ name: 'name', label: 'Name', value: datedName('access', nowMs) }),
      text({ name: 'path', label: 'Folder', pattern: { source: '/.+', words: 'a path such as /public' } }),
      choice({ name: 'vpc', label: 'VPC', choices: choices.value }),
    ];
    return success({ lines: ['It speaks NFS 4, and root of a client counts as nobody.'], fields });
  },
  plan: ({ name, path, vpc }, { thing }) => ({
    steps: [
      {
        label: 'Add access point',
        operationId: 'nfs_create_access_point',
        path: { share_id: thing.id },
        body: { name: String(name), path: String(path), vpc_id: String(vpc), access_policy: usualPolicy },
      },
    ],
    done: () => `Access point ${name} of ${thing.name} opens ${path}.`,
  }),
};

export const nfsAccessPointJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'disruptive',
    forMany: sentUnread,
    keywords: 'remove',
    open: async () => success({ lines: ['What has it mounted loses the files. They stay on the share.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'nfs_delete_access_point', path: { access_point_id: thing.id } }],
      done: () => `Access point ${thing.name} is deleted.`,
      again: {
        steps: [
          {
            label: 'Make it again',
            operationId: 'nfs_create_access_point',
            path: thing.parent,
            body: partsOf(thing.row, ['name', 'path', 'vpc_id', 'access_policy']),
          },
        ],
        done: () => `Access point ${thing.name} is there again.`,
      },
    }),
  },
];

export const nfsSnapshotJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    open: async () => success({ lines: ['It cannot be made again.'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Delete',
          operationId: 'nfs_delete_snapshot',
          path: { nfs_snapshot_id: thing.id },
          query: { region: regionOf(thing.row) },
        },
      ],
      done: () => `Snapshot ${thing.name} is deleted.`,
    }),
  },
];
