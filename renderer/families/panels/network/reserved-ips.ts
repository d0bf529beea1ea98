import { networkWords } from '../../../words/facts/network.ts';
import { textOf } from '../../value.ts';
import { type About, fact, type Line, type Panel } from '../panel.ts';
import { at, copiedAt, linksAt, moment, textIn, thing, warn, words } from '../says.ts';

/** Nothing of one that is not assigned: the strip says so. */
function assigned({ item }: About): Line[] {
  const id = textIn(item, 'droplet.id');
  return id === '' ? [] : [[thing('droplets_list', id, textIn(item, 'droplet.name') || null)]];
}

const strips: NonNullable<Panel['strips']> = ({ item }) =>
  textIn(item, 'droplet.id') === '' ? [{ tone: 'warn', lead: `${networkWords.notAssigned}.` }] : [];

const toDroplet = { familyId: 'droplets_list', as: 'has it', to: ({ item }: About) => [textIn(item, 'droplet.id')] };
const records = {
  familyId: 'domains_list_records',
  as: 'leads to it',
  from: (row: Readonly<Record<string, unknown>>, { id }: About) => textOf(row.data) === id,
};

export const reservedIps: Panel = {
  strips,
  facts: [
    fact('Address', copiedAt('ip')),
    fact('Assigned to', assigned),
    fact('Region', at(['region.slug', 'region'])),
    fact('Project', linksAt('project_id', 'projects_list')),
    fact('State', ({ item }) => [[item.locked === true ? warn(networkWords.changeRuns) : words(networkWords.noChange)]]),
  ],
  related: [toDroplet, { familyId: 'projects_list', to: ({ item }) => [textIn(item, 'project_id')] }, records],
};

export const reservedIpv6: Panel = {
  strips,
  facts: [
    fact('Address', copiedAt('ip')),
    fact('Assigned to', assigned),
    fact('Region', at('region_slug')),
    fact('Held since', ({ item }) => [moment(item.reserved_at)]),
  ],
  related: [toDroplet, records],
};
