import { codeWords } from '../../words/codes.ts';
import { computeWords } from '../../words/facts/compute.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { machineOf } from '../../words/sizes.ts';
import type { Item } from '../value.ts';
import { type About, fact, type Line, type Panel, readFact } from './panel.ts';
import { at, bad, line, listIn, moment, numberIn, quiet, said, state, textIn, thing, words } from './says.ts';

function howMany(item: Item): string | null {
  const fixed = numberIn(item, 'config.target_number_instances');
  if (fixed !== null && fixed > 0) return computeWords.fixed(fixed);
  const [now, least, most] = [
    numberIn(item, 'active_resources_count'),
    numberIn(item, 'config.min_instances'),
    numberIn(item, 'config.max_instances'),
  ];
  return now === null || least === null || most === null ? null : computeWords.between(now, least, most);
}

/** Load now and aimed at. The API tells fractions. */
function load(item: Item): Line[] {
  return (['cpu', 'memory'] as const).flatMap((what) => {
    const [now, aim] = [numberIn(item, `current_utilization.${what}`), numberIn(item, `config.target_${what}_utilization`)];
    const percent = (value: number) => factWords.percent(value * 100);
    return line(
      now === null ? null : words(computeWords.now(computeWords[what](percent(now)))),
      aim === null ? null : quiet(computeWords.aims(percent(aim))),
    );
  });
}

const unhealthy = ({ read }: About): Line[] =>
  read('autoscalepools_list_members')
    .filter((one) => one.health_status === 'unhealthy')
    .map((one) => {
      const reason = textIn(one, 'unhealthy_reason');
      return [thing('droplets_list', textIn(one, 'droplet_id')), ...(reason === '' ? [] : [bad(reason)])];
    });

function lastChange({ read }: About): Line[] {
  const last = [...read('autoscalepools_list_history')].sort((one, other) =>
    textIn(other, 'created_at').localeCompare(textIn(one, 'created_at')),
  )[0];
  if (last === undefined) return [];
  const [from, to] = [numberIn(last, 'current_instance_count'), numberIn(last, 'desired_instance_count')];
  const reason = textIn(last, 'reason');
  return line(
    reason === '' ? null : words(codeWords('reason', reason) ?? reason),
    from === null || to === null || from === to ? null : quiet(computeWords.grew(from, to)),
    textIn(last, 'status') === '' ? null : state(textIn(last, 'status')),
    moment(last.created_at),
  );
}

export const autoscalePools: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('Droplets', said(howMany)),
    fact('Load', ({ item }) => load(item)),
    fact(
      'Template',
      ({ item, known }) =>
        line(
          words(machineOf(textIn(item, 'droplet_template.size'), known('sizes_list') ?? [])),
          words(textIn(item, 'droplet_template.image')),
          quiet(textIn(item, 'droplet_template.region')),
        ),
      { looksInto: ['sizes_list'] },
    ),
    readFact('autoscalepools_list_members', 'Unhealthy', unhealthy, { none: factWords.none }),
    readFact('autoscalepools_list_history', 'Last change', lastChange, { none: factWords.none }),
  ],
  related: [
    {
      familyId: 'droplets_list',
      as: 'member',
      to: ({ read }) => read('autoscalepools_list_members').map((one) => textIn(one, 'droplet_id')),
    },
    { familyId: 'vpcs_list', to: ({ item }) => [textIn(item, 'droplet_template.vpc_uuid')] },
    {
      familyId: 'sshKeys_list',
      as: 'key of new droplets',
      // Templates name keys by their fingerprint or their id.
      to({ item, known }) {
        const named = listIn(item, 'droplet_template.ssh_keys');
        const keys = known('sshKeys_list') ?? [];
        return keys
          .filter((key) => named.includes(textIn(key, 'fingerprint')) || named.includes(textIn(key, 'id')))
          .map((key) => textIn(key, 'id'));
      },
    },
    { familyId: 'tags_list', as: 'tag of new droplets', to: ({ item }) => listIn(item, 'droplet_template.tags') },
  ],
};
