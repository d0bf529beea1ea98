import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../preload/contract/job.ts';
import { listed } from '../../words/numbers.ts';
import { changesOf, marks } from '../fields.ts';
import type { Job, JobContext, ManyContext, Opened, Plan, Thing, Weight } from '../job.ts';
import { listAt, objectAt, textAt } from '../thing.ts';
import { byTag, databaseNote, namesIn, type Tagged, tagNamesIn, tagPattern, tagSteps, untagStep, usersOf } from './tagging.ts';

const tagsOn = ({ row }: Thing): string[] => listAt(row, 'tags').map(String);
const has = (thing: Thing, tag: string): boolean => tagsOn(thing).some((one) => one.toLowerCase() === tag.toLowerCase());
const manyOf = ({ thing, ...context }: JobContext): ManyContext => ({ ...context, things: [thing] });

/** Every tag of the team, with how many of the things have it and what goes by it. Those that some have come first. */
async function open(kind: Tagged['kind'], { things, ask }: ManyContext): Promise<Outcome<Opened>> {
  const tags = await ask.list('tags_list');
  if (!tags.ok) return tags;
  const known = [...new Set([...tagNamesIn(tags.value), ...things.flatMap(tagsOn)])];
  const { users, unread } = await usersOf(ask, known, { isOfDroplets: kind === 'droplet' });
  const choices = known
    .map((tag) => {
      const names = namesIn(users.get(tag));
      const detail = names.length === 0 ? null : `${listed(names)} ${names.length === 1 ? 'goes' : 'go'} by it`;
      return { value: tag, label: tag, detail, count: things.filter((thing) => has(thing, tag)).length };
    })
    .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label));
  return success({
    lines: [...(kind === 'database' ? [databaseNote] : []), ...unread],
    fields: [marks({ name: 'tags', label: 'Tags', choices, of: things.length, pattern: tagPattern })],
    data: {
      known: tagNamesIn(tags.value),
      effects: Object.fromEntries(known.map((tag) => [tag, byTag(tag, users.get(tag)).join(' ')])),
    },
  });
}

/** Only droplets gain or lose something by their tags: what goes by these finds them, or no longer does. */
function weigh(values: JobValues, { data = {} }: Opened): Weight {
  const { on, off } = changesOf(values.tags);
  const effects = objectAt(data, 'effects');
  const lines = [...on, ...off].map((tag) => textAt(effects, tag)).filter((effect) => effect !== '');
  return lines.length === 0 ? {} : { level: 'disruptive', lines };
}

function plan(kind: Tagged['kind'], values: JobValues, { things }: ManyContext, { data = {} }: Opened): Plan {
  const { on, off } = changesOf(values.tags);
  const known = listAt(data, 'known').map(String);
  const tagged = (of: readonly Thing[]): Tagged[] => of.map(({ id }) => ({ id, kind }));
  const takeOff = off.map((tag) => untagStep(tag, tagged(things.filter((thing) => has(thing, tag)))));
  const changed = [
    ...(on.length === 0 ? [] : [`now tagged ${listed(on)}`]),
    ...(off.length === 0 ? [] : [`no longer tagged ${listed(off)}`]),
  ];
  const names = listed(things.map(({ name }) => name));
  const putBack = off.flatMap((tag) => tagSteps(tag, tagged(things.filter((thing) => has(thing, tag))), [tag]));
  return {
    steps: [...on.flatMap((tag) => tagSteps(tag, tagged(things), known)), ...takeOff],
    done: () => `${names}: ${changed.join(', ')}.`,
    ...(off.length === 0
      ? {}
      : { again: { label: 'Put back', steps: putBack, done: () => `${names}: tagged ${listed(off)} again.` } }),
  };
}

/** Puts tags on things of that kind and takes them off, one thing or many: all of them in one request for each tag. */
export const tagsOf = (kind: Tagged['kind'], isFor?: Job['isFor']): Job => ({
  name: 'tags',
  label: 'Tag…',
  level: 'normal',
  keywords: 'tags untag take off label group',
  submitLabel: 'Apply',
  ...(isFor ? { isFor } : {}),
  open: (context) => open(kind, manyOf(context)),
  ...(kind === 'droplet' ? { weigh } : {}),
  plan: (values, context, opened) => plan(kind, values, manyOf(context), opened),
  forMany: {
    how: 'together',
    isMain: true,
    ...(kind === 'droplet' ? { weigh } : {}),
    open: (context) => open(kind, context),
    plan: (values, context, opened) => plan(kind, values, context, opened),
  },
});
