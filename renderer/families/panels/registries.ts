import { factWords } from '../../words/facts/in-general.ts';
import { storageWords } from '../../words/facts/storage.ts';
import { money } from '../../words/money.ts';
import { quantityOf } from '../../words/units.ts';
import { type Item, textOf } from '../value.ts';
import { type About, fact, type Line, type Panel, readFact } from './panel.ts';
import { at, copied, itemIn, itemsIn, line, listIn, moment, numberIn, onlyOf, quiet, state, textIn, words } from './says.ts';

const bytes = (value: number): string => quantityOf('bytes', value) ?? String(value);

const tierOf = (registry: Item): Item => itemIn(registry, 'subscription.tier');

function stored(item: Item): Line[] {
  const [used, included] = [numberIn(item, 'storage_usage_bytes'), numberIn(tierOf(item), 'included_storage_bytes')];
  if (used === null) return [];
  const asOf = moment(item.storage_usage_bytes_updated_at);
  return line(
    words(included === null ? bytes(used) : storageWords.stored(bytes(used), bytes(included))),
    asOf.length === 0 ? null : [quiet(storageWords.asOf), ...asOf],
  );
}

function plan(about: About): Line[] {
  const tier = itemIn(onlyOf(about, 'registries_get_subscription'), 'tier');
  const [name, price] = [textIn(tier, 'name'), numberIn(tier, 'monthly_price_in_cents')];
  if (name === '') return [];
  return line(words(price === null ? name : storageWords.planPrice(name, money(price / 100))));
}

function lastCleanUp({ read }: About): Line[] {
  const last = [...read('registries_list_garbageCollections')].sort((one, other) =>
    textOf(other.created_at).localeCompare(textOf(one.created_at)),
  )[0];
  if (last === undefined) return [];
  const freed = numberIn(last, 'freed_bytes');
  return line(
    state(textIn(last, 'status') || 'unknown'),
    freed === null ? null : quiet(storageWords.freed(bytes(freed))),
    moment(last.created_at),
  );
}

const imagesOf = (app: Item): Item[] =>
  ['services', 'workers', 'jobs'].flatMap((kind) => itemsIn(app, `spec.${kind}`)).map((one) => itemIn(one, 'image'));

export const registries: Panel = {
  facts: [
    fact('Address', ({ item }) => [[copied(`registry.digitalocean.com/${textIn(item, 'name')}`)]]),
    fact('Stored', ({ item }) => stored(item)),
    readFact(
      'registries_list_repositoriesV2',
      'Repositories',
      ({ read }) =>
        read('registries_list_repositoriesV2').map((one) => [
          words(textIn(one, 'name')),
          quiet(listIn(one, 'latest_manifest.tags').join(', ')),
          ...moment(itemIn(one, 'latest_manifest').updated_at),
        ]),
      { none: factWords.none },
    ),
    readFact('registries_get_subscription', 'Plan', plan),
    readFact('registries_list_garbageCollections', 'Last clean-up', lastCleanUp, { none: storageWords.neverCleaned }),
    fact('Region', at('region')),
  ],
  related: [
    { familyId: 'kubernetes_list_clusters', as: 'pulls from it', from: (row, { id }) => listIn(row, 'registries').includes(id) },
    {
      familyId: 'apps_list',
      as: 'runs images of a registry here',
      from: (row) => imagesOf(row).some((image) => image.registry_type === 'DOCR'),
    },
  ],
};
