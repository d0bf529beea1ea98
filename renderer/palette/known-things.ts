import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import type { JobThing } from '../../preload/contract/job.ts';
import type { ResourceState } from '../../preload/contract/view.ts';
import { designedFamily } from '../families/all.ts';
import type { Family } from '../families/family.ts';
import { genericFamily } from '../families/generic.ts';
import { identitiesOf, nameOf } from '../families/identity.ts';
import type { Item } from '../families/value.ts';
import type { Page } from '../page/page.ts';
import { placeHref } from '../routes/resource-place.ts';
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
    things.set(state.key, thingsOf(page, state, parent, items, await familyOf(familyId, items)));
    onChange();
  }

  async function familyOf(familyId: string, items: readonly Item[]): Promise<Family> {
    const designed = designedFamily(familyId);
    if (designed) return designed;
    const operation = (await readIndex())?.operations.find(({ id }) => id === familyId);
    return genericFamily(operation ?? { id: familyId, title: paletteWords.things }, items);
  }

  function follow(): void {
    for (const state of page.view.rows('resources')) {
      if (!state.count || state.familyId === 'droplets_list' || revisions.get(state.key) === state.revision) continue;
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

function thingsOf(
  page: Page,
  { key, familyId, connectionId }: ResourceState,
  parent: Record<string, string>,
  items: readonly Item[],
  family: Family,
): KnownThing[] {
  const holders = Object.values(parent);
  const identities = identitiesOf(family, items);
  return items.map((item, number) => {
    const { itemId = null, placeId = '' } = identities[number] ?? {};
    const { tags } = item;
    const entry: PaletteEntry = {
      id: `thing ${key} ${placeId}`,
      label: nameOf(family, item) || family.title,
      icon: 'layers',
      detail: holders.length === 0 ? family.title : paletteWords.inside(family.title, holders),
      connectionId,
      keywords: [itemId ?? '', ...holders, ...(Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [])],
      run: () => page.router.go(placeHref({ familyId, parent, connectionId, itemId: placeId })),
    };
    const thing = itemId === null ? null : { connectionId, familyId, id: itemId, parent, row: item };
    return { entry, family: family.title, thing };
  });
}
