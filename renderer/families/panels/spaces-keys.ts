import { storageWords } from '../../words/facts/storage.ts';
import type { Item } from '../value.ts';
import { fact, type Panel } from './panel.ts';
import { at, copiedAt, itemsIn, textIn, words } from './says.ts';

const bucketsOf = (item: Item): string[] =>
  itemsIn(item, 'grants')
    .map((one) => textIn(one, 'bucket'))
    .filter((name) => name !== '');

const may = (permission: string): string =>
  permission === 'read' || permission === 'readwrite' || permission === 'fullaccess'
    ? storageWords.grants[permission]
    : permission;

const isFull = (item: Item): boolean => itemsIn(item, 'grants').some((one) => one.permission === 'fullaccess');

export const spacesKeys: Panel = {
  strips: ({ item }) =>
    isFull(item) ? [{ tone: 'warn', lead: `${storageWords.everyBucket}.`, text: storageWords.everyBucketText }] : [],
  facts: [
    fact('Access key', copiedAt('access_key')),
    fact('Opens', ({ item }) => {
      const grants = itemsIn(item, 'grants');
      if (grants.length === 0) return [[words(storageWords.noGrant)]];
      return grants.map((one) => {
        const bucket = textIn(one, 'bucket');
        return [words(bucket === '' ? storageWords.everyBucket : storageWords.grant(bucket, may(textIn(one, 'permission'))))];
      });
    }),
    fact('Name', at('name')),
    fact('Made', at('created_at')),
  ],
  related: [
    {
      familyId: 'cdn_list_endpoints',
      as: 'serves a bucket that it opens',
      from: (row, { item }) => bucketsOf(item).includes(textIn(row, 'origin').split('.')[0] ?? ''),
    },
  ],
  // A key to every bucket cannot become one to some of them.
  hides: [{ operations: ['spacesKey_update'], because: storageWords.staysFull, unless: (item) => !isFull(item) }],
};
