import { success } from '../../../../../preload/contract/failure.ts';
import { posixWord } from '../../../../../preload/contract/posix-word.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Opened, Plan, Thing } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { host, inRegistry } from './place.ts';

const freed = 'Space is freed by the next clean-up.';
const inRepository = ({ parent }: Thing) => ({
  registry_name: parent.registry_name ?? '',
  repository_name: parent.repository_name ?? '',
});

const copyPull = (addressOf: (thing: Thing) => string): Job => ({
  name: 'copy-pull',
  label: 'Copy pull command',
  level: 'safe',
  isMain: true,
  keywords: 'docker image',
  plan: (_values, { thing }) => ({
    steps: [],
    copy: () => ({ what: 'Command', text: `docker pull ${posixWord(`${host}/${addressOf(thing)}`)}` }),
    done: () => `The command that pulls ${thing.name} is copied.`,
  }),
});

/** Jobs on a repository: all images of one name. */
export const repositoryJobs: readonly Job[] = [
  copyPull((thing) => `${inRegistry(thing).registry_name}/${thing.ownName}`),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    open: ({ thing }) =>
      success({ lines: [freed], goes: [`${thing.name}, with its ${textAt(thing.row, 'tag_count') || 'all'} tags`] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Delete',
          operationId: 'registries_delete_repository',
          path: { ...inRegistry(thing), repository_name: thing.id },
        },
      ],
      done: () => `${thing.name} is deleted.`,
    }),
  },
];

const digestOf = ({ row }: Thing): string => textAt(row, 'manifest_digest');

/** Several tags may name the same image. */
const imageGoes = (tags: readonly string[]): Opened => ({
  lines: [freed],
  goes: ['The image', ...tags.map((tag) => `Tag ${tag}`)],
});

const deletion = (thing: Thing, digest: string): Plan => ({
  steps: [
    {
      label: 'Delete',
      operationId: 'registries_delete_repositoryManifest',
      path: { ...inRepository(thing), manifest_digest: digest },
    },
  ],
  done: () => 'The image is deleted, with its tags.',
});

export const imageTagJobs: readonly Job[] = [
  copyPull((thing) => `${inRepository(thing).registry_name}/${inRepository(thing).repository_name}:${thing.ownName}`),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove untag',
    open: ({ thing }) => success({ lines: [freed], goes: [`Tag ${thing.name}`], stays: ['Other tags of the same image'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Delete',
          operationId: 'registries_delete_repositoryTag',
          path: { ...inRepository(thing), repository_tag: thing.id },
        },
      ],
      done: () => `The tag ${thing.name} is deleted.`,
    }),
  },
  {
    name: 'delete-image',
    label: 'Delete image…',
    level: 'destructive',
    keywords: 'remove manifest digest',
    off: (thing) => (digestOf(thing) === '' ? 'It does not tell of which image it is.' : null),
    async open({ thing, ask }) {
      const tags = await ask.list('registries_list_repositoryTags', inRepository(thing));
      if (!tags.ok) return tags;
      const names = tags.value
        .filter((row) => textAt(row, 'manifest_digest') === digestOf(thing))
        .map((row) => textAt(row, 'tag'));
      return success(imageGoes([...new Set([thing.ownName, ...names])]));
    },
    plan: (_values, { thing }) => deletion(thing, digestOf(thing)),
  },
];

export const manifestJobs: readonly Job[] = [
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove manifest digest',
    open: ({ thing }) => success(imageGoes(listAt(thing.row, 'tags').map(String))),
    plan: (_values, { thing }) => deletion(thing, thing.id),
  },
];
