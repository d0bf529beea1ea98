import { spelledOut } from '../../words/codes.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { storageWords } from '../../words/facts/storage.ts';
import type { Item } from '../value.ts';
import { fact, type Panel, readFact } from './panel.ts';
import { at, copied, line, listIn, numberIn, quiet, said, state, textIn, thing, warn, words } from './says.ts';

/** https://docs.digitalocean.com/products/storage/nfs/how-to/mount/ */
function mountCommand(item: Item): string {
  const [host, path] = [textIn(item, 'host'), textIn(item, 'mount_path')];
  const name = textIn(item, 'name').replace(/[^\w.-]/g, '-') || 'share';
  return host === '' || path === '' ? '' : `sudo mount -t nfs -o vers=4,nconnect=8 ${host}:${path} /mnt/${name}`;
}

export const nfsShares: Panel = {
  strips: ({ item }) =>
    textIn(item, 'status').toUpperCase() === 'INACTIVE'
      ? [{ tone: 'warn', lead: `${storageWords.inactive}.`, text: storageWords.inactiveText }]
      : [],
  facts: [
    fact('Status', at('status')),
    fact(
      'Size',
      said((item) => factWords.gibibytes(numberIn(item, 'size_gib') ?? 0)),
    ),
    fact('Mount', ({ item }) => line(mountCommand(item) === '' ? null : copied(mountCommand(item))), { isWide: true }),
    fact('VPCs', ({ item }) => {
      const ids = listIn(item, 'vpc_ids');
      return ids.length === 0 ? [[warn(storageWords.noVpc)]] : [ids.map((id) => thing('vpcs_list', id))];
    }),
    fact(
      'Speed',
      said((item) => spelledOut(textIn(item, 'performance_tier'))),
    ),
    fact('Region', at('region')),
    readFact(
      'nfs_list_access_points',
      'Access points',
      ({ read }) =>
        read('nfs_list_access_points').map((one) => [
          words(textIn(one, 'name')),
          quiet(textIn(one, 'path')),
          state(textIn(one, 'status') || 'unknown'),
        ]),
      { none: factWords.none },
    ),
  ],
  related: [
    { familyId: 'vpcs_list', as: 'can mount it', to: ({ item }) => listIn(item, 'vpc_ids') },
    { familyId: 'nfs_list_snapshot', as: 'snapshot of it', from: (row, { id }) => row.share_id === id },
  ],
  hides: [
    {
      operations: ['nfs_create_action', 'nfs_create_access_point', 'nfs_list_access_points'],
      because: storageWords.beingMade,
      unless: (item) => textIn(item, 'status').toUpperCase() !== 'CREATING',
    },
  ],
};

export const nfsSnapshots: Panel = {
  facts: [
    fact('Status', at('status')),
    fact('Of', ({ item }) => line(textIn(item, 'share_id') === '' ? null : thing('nfs_list', textIn(item, 'share_id')))),
    fact(
      'Size',
      said((item) => factWords.gibibytes(numberIn(item, 'size_gib') ?? 0)),
    ),
    fact('Region', at('region')),
    fact('Made', at('created_at')),
  ],
};
