import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { listed } from '../../../words/numbers.ts';
import { choices } from '../../fields.ts';
import type { Ask, Job } from '../../job.ts';
import { namesIn, tagSteps, untagStep, usersOf } from '../../parts/tagging.ts';
import { regionOf, textAt } from '../../thing.ts';
import { chosenIds, dropletChoices, dropletName } from './droplet-choices.ts';

/** A load balancer that finds its droplets by a tag refuses to be given one: the droplet gets the tag instead. */
export const tagOf = (balancer: JsonObject): string => textAt(balancer, 'tag');

/** What else goes by the tag, so that its droplets get that too: a sentence, if anything does. */
export async function othersByTag(ask: Ask, balancer: JsonObject): Promise<string[]> {
  const tag = tagOf(balancer);
  const { users, unread } = await usersOf(ask, [tag]);
  const others = namesIn(users.get(tag)).filter((name) => name !== `load balancer ${textAt(balancer, 'name')}`);
  return [...(others.length === 0 ? [] : [`The tag ${tag} is also used by ${listed(others, 6)}.`]), ...unread];
}

const asTagged = (chosen: unknown) => chosenIds(chosen).map((id) => ({ id: String(id), kind: 'droplet' as const }));

export const tagDroplets: Job = {
  name: 'tag-droplets',
  label: 'Tag droplets…',
  level: 'normal',
  keywords: 'add target backend',
  submitLabel: 'Tag',
  isFor: ({ row }) => tagOf(row) !== '' && row.type !== 'GLOBAL',
  async open(context) {
    const { row } = context.thing;
    const [tag, region, vpc] = [tagOf(row), regionOf(row), textAt(row, 'vpc_uuid')];
    const others = await othersByTag(context.ask, row);
    const offered = dropletChoices(
      context,
      ({ regionSlug, vpcUuid, tags }) =>
        regionSlug === region && !tags.includes(tag) && (vpc === '' || vpcUuid === null || vpcUuid === vpc),
    );
    const hint = offered.length === 0 ? `There is no other droplet in its network in ${region}.` : null;
    return success({
      level: others.length === 0 ? 'normal' : 'disruptive',
      lines: [`It hands requests to the droplets with the tag ${tag}. The chosen droplets get that tag.`, ...others],
      fields: [choices({ name: 'droplets', label: 'Droplets', choices: offered, isRequired: true, hint })],
    });
  },
  plan({ droplets }, context) {
    const { thing } = context;
    const tag = tagOf(thing.row);
    const names = listed(chosenIds(droplets).map((id) => dropletName(context, id)));
    return {
      steps: tagSteps(tag, asTagged(droplets), [tag]),
      done: () => `${names} got the tag ${tag}: ${thing.name} hands requests there too, once the health check passes.`,
      again: {
        label: 'Take the tag off',
        steps: [untagStep(tag, asTagged(droplets))],
        done: () => `${names} lost the tag ${tag} again.`,
      },
    };
  },
};
