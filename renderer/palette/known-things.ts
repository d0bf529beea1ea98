import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import type { JobThing } from '../../preload/contract/job.ts';
import { isWithQuery, resourceKey } from '../../preload/contract/resource-key.ts';
import type { ResourceState } from '../../preload/contract/view.ts';
import { designedFamily } from '../families/all.ts';
import type { Family } from '../families/family.ts';
import { genericFamily } from '../families/generic.ts';
import { calledById, identitiesOf, nameOf } from '../families/identity.ts';
import { firstAt, type Item, textOf } from '../families/value.ts';
import type { Page } from '../page/page.ts';
import { placeHref } from '../routes/resource-place.ts';
import { compareBy } from '../screens/resources/item-order.ts';
import { paletteWords } from '../words/palette.ts';
import type { PaletteEntry } from './entries.ts';

/** A thing of a list that Buoy holds. */
export interface KnownThing {
  entry: PaletteEntry;
  family: string;
  /** `null`: it has no id, so nothing can be done with it. */
  thing: JobThing | null;
}

/** At most this many things of one family are searched: a registry with 100,000 tags must not delay a key press. */
const searchedAtMost = 10_000;

/** Rows that only say where other things are, which have lists of their own. */
const isPlaces = (familyId: string): boolean => {
  const { standsFor } = designedFamily(familyId) ?? {};
  return standsFor !== undefined && 'urn' in standsFor;
};

/**
 * The things of all lists that the core holds. It makes no requests to the API, and follows what other parts of the page read.
 * `onChange` is called when more becomes known.
 */
export function watchThings(page: Page, readIndex: () => Promise<CatalogueIndex | null>, onChange: () => void) {
  const things = new Map<string, readonly KnownThing[]>();
  const revisions = new Map<string, number>();
  let isOver = false;

  async function read(state: ResourceState): Promise<void> {
    const parent = Object.fromEntries(new URLSearchParams(state.key.split('?')[1] ?? ''));
    const { familyId, connectionId } = state;
    const outcome = await page.bridge.readResources({ familyId, connectionId, parent });
    if (!outcome.ok || isOver) return;
    const items = outcome.value.items.slice(0, searchedAtMost);
    const family = await familyOf(familyId, items);
    things.set(state.key, thingsOf(page, state, parent, items, { family, holders: holdersOf(state, family, parent) }));
    onChange();
  }

  /** What a list lies in, by name where that is known. */
  function holdersOf({ connectionId }: ResourceState, { inside }: Family, parent: Record<string, string>): string[] {
    return Object.values(parent).map((id) => {
      const holders = things.get(resourceKey(connectionId, inside ?? '')) ?? [];
      const holder = designedFamily(inside ?? '');
      return holders.find(({ thing }) => thing?.id === id)?.entry.label ?? (holder ? calledById(holder, id) : id);
    });
  }

  async function familyOf(familyId: string, items: readonly Item[]): Promise<Family> {
    const designed = designedFamily(familyId);
    if (designed) return designed;
    const operation = (await readIndex())?.operations.find(({ id }) => id === familyId);
    return genericFamily(operation ?? { id: familyId, title: paletteWords.things }, items);
  }

  function follow(): void {
    for (const state of page.view.rows('resources')) {
      if (!state.count || state.familyId === 'droplets_list' || isWithQuery(state.key) || isPlaces(state.familyId)) continue;
      if (revisions.get(state.key) === state.revision) continue;
      revisions.set(state.key, state.revision);
      void read(state);
    }
  }

  follow();
  const unsubscribe = page.view.subscribeTable('resources', follow);
  return {
    all: (): KnownThing[] => [...things.values()].flat(),
    stop() {
      isOver = true;
      unsubscribe();
    },
  };
}

/** Words for things of a list that share a name, such as the records of a domain, by the column that comes next. */
function tellingNames(family: Family, items: readonly Item[]): string[] {
  const names = items.map((item) => nameOf(family, item) || family.title);
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const second = family.columns.find(({ kind }) => kind === 'text' || kind === 'code');
  return names.map((name, at) => {
    const beside = (times.get(name) ?? 0) > 1 && second ? textOf(firstAt(items[at] ?? {}, second.at)) : '';
    return beside === '' ? name : paletteWords.named(beside, name);
  });
}

/** In the family's own order, such as the newest invoice first. */
function inOrder(family: Family, items: readonly Item[]): readonly Item[] {
  const by = family.columns.find(({ at }) => family.order && at.includes(family.order.by));
  if (by === undefined) return items;
  const compare = compareBy(by);
  const turn = family.order?.isDescending ? -1 : 1;
  return [...items].sort((one, other) => turn * compare({ item: one }, { item: other }));
}

function thingsOf(
  page: Page,
  { key, familyId, connectionId }: ResourceState,
  parent: Record<string, string>,
  listed: readonly Item[],
  { family, holders }: { family: Family; holders: readonly string[] },
): KnownThing[] {
  const items = inOrder(family, listed);
  const identities = identitiesOf(family, items);
  const names = tellingNames(family, items);
  return items.map((item, number) => {
    const { itemId = null, placeId = '' } = identities[number] ?? {};
    const { tags } = item;
    const label = names[number] ?? family.title;
    const entry: PaletteEntry = {
      id: `thing ${key} ${placeId}`,
      label: holders.length === 0 ? label : paletteWords.inside(label, holders),
      icon: 'layers',
      detail: family.title,
      connectionId,
      keywords: [itemId ?? '', ...(Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [])],
      run: () => void page.show(placeHref({ familyId, parent, connectionId, itemId: placeId })),
    };
    const thing = itemId === null ? null : { connectionId, familyId, id: itemId, parent, row: item };
    return { entry, family: family.title, thing };
  });
}
