import { factWords } from '../../words/facts/in-general.ts';
import { storageWords } from '../../words/facts/storage.ts';
import { textOf } from '../value.ts';
import { type About, fact, type Line, type Panel, readFact } from './panel.ts';
import { at, line, listIn, moment, numberIn, quiet, tagsAt, textIn, thing, warn, words } from './says.ts';

function snapshots({ read }: About): Line[] {
  const all = read('volumeSnapshots_list');
  const newest = [...all].sort((one, other) => textOf(other.created_at).localeCompare(textOf(one.created_at)))[0];
  return newest
    ? line(words(String(all.length)), quiet(storageWords.newest), words(textIn(newest, 'name')), moment(newest.created_at))
    : [];
}

const dropletIds = ({ item }: About): string[] => listIn(item, 'droplet_ids');

export const volumes: Panel = {
  kubernetes: 'volumes',
  strips: (about) =>
    dropletIds(about).length > 0
      ? []
      : [{ tone: 'warn', lead: `${storageWords.unattached}.`, text: storageWords.unattachedText }],
  facts: [
    fact('Attached to', (about) => {
      const ids = dropletIds(about);
      return ids.length === 0 ? [[warn(storageWords.unattachedFact)]] : [ids.map((id) => thing('droplets_list', id))];
    }),
    fact('Size', ({ item }) => {
      const size = numberIn(item, 'size_gigabytes');
      return line(size === null ? null : words(factWords.gibibytes(size)));
    }),
    fact('Region', at(['region.slug', 'region'])),
    fact('File system', ({ item }) => {
      const [type, label] = [textIn(item, 'filesystem_type'), textIn(item, 'filesystem_label')];
      if (type === '') return [[quiet(storageWords.noFileSystem)]];
      return line(words(type), label === '' ? null : quiet(storageWords.label(label)));
    }),
    readFact('volumeSnapshots_list', 'Snapshots', snapshots, { none: factWords.none }),
    fact('Tags', tagsAt()),
    fact('Made', at('created_at')),
  ],
  related: [
    { familyId: 'droplets_list', as: 'has it', to: dropletIds },
    {
      familyId: 'snapshots_list',
      as: 'snapshot of it',
      rows: ({ read }) => read('volumeSnapshots_list'),
    },
  ],
};
