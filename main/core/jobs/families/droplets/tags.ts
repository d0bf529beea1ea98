import { success } from '../../../../../preload/contract/failure.ts';
import { listed } from '../../../words/numbers.ts';
import { choices, option, several } from '../../fields.ts';
import type { Job, JobContext } from '../../job.ts';
import { effectsOf, followersOf, tagField, tagNamesIn, tagSteps, untagStep } from '../../tagging.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { onDroplet } from './droplet.ts';

const namesOf = ({ droplets }: JobContext, ids: readonly string[]): string =>
  listed(ids.map((id) => droplets.get(Number(id))?.name ?? `droplet ${id}`));

/** Also for many: the page fills in the others that are selected. */
const tag: Job = {
  name: 'tag',
  label: 'Tag…',
  level: 'normal',
  keywords: 'label group',
  submitLabel: 'Tag',
  open: onDroplet(async ({ ask, droplets }, droplet) => {
    const tags = await ask.list('tags_list');
    if (!tags.ok) return tags;
    const known = tagNamesIn(tags.value);
    const effects = await followersOf(ask, known);
    const free = known.filter((name) => !droplet.tags.includes(name));
    const others = [...droplets.values()].filter(({ id }) => id !== droplet.id);
    return success({
      fields: [
        tagField({ hint: free.length === 0 ? null : `There are: ${free.slice(0, 12).join(', ')}.` }),
        choices({
          name: 'also',
          label: 'Also on',
          choices: others.map((one) => option(String(one.id), one.name, one.regionSlug)),
        }),
      ],
      data: { known, effects },
    });
  }),
  weigh({ tag: name }, { data = {} }) {
    const effect = textAt(objectAt(data, 'effects'), String(name));
    return effect === '' ? { level: 'normal' } : { level: 'disruptive', lines: [effect] };
  },
  plan({ tag: name, also }, context, { data }) {
    const ids = [context.thing.id, ...several(also)];
    const known = listAt(data ?? {}, 'known').map(String);
    const tagged = ids.map((id) => ({ id, kind: 'droplet' as const }));
    return {
      steps: tagSteps(String(name), tagged, known),
      done: () => `${namesOf(context, ids)}: now tagged ${name}.`,
    };
  },
};

const untag: Job = {
  name: 'untag',
  label: 'Take tags off…',
  level: 'disruptive',
  keywords: 'label group remove',
  submitLabel: 'Take off',
  off: ({ row, name }) => (listAt(row, 'tags').length === 0 ? `${name} has no tags.` : null),
  open: onDroplet(async ({ ask }, droplet) =>
    success({
      lines: await effectsOf(ask, droplet.tags),
      fields: [choices({ name: 'tags', label: 'Tags', choices: droplet.tags.map((one) => option(one, one)), isRequired: true })],
    }),
  ),
  plan: ({ tags }, { thing }) => ({
    steps: several(tags).map((name) => untagStep(name, [{ id: thing.id, kind: 'droplet' }])),
    done: () => `${thing.name} is no longer tagged ${listed(several(tags))}.`,
    again: {
      label: 'Put back',
      steps: several(tags).flatMap((name) => tagSteps(name, [{ id: thing.id, kind: 'droplet' }], [name])),
      done: () => `${thing.name} is tagged ${listed(several(tags))} again.`,
    },
  }),
};

export const dropletTagJobs: readonly Job[] = [tag, untag];
