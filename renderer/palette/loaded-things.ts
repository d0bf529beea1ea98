import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import type { ResourceState } from '../../preload/contract/view.ts';
import { designedFamily, familyGroups } from '../families/all.ts';
import type { Family } from '../families/family.ts';
import { genericFamily } from '../families/generic.ts';
import { identitiesOf, nameOf } from '../families/identity.ts';
import { readIndex } from '../hooks/use-catalogue.ts';
import type { Page } from '../page/page.ts';
import { operationRoute } from '../routes/operation-route.ts';
import { familyHref, placeHref } from '../routes/resource-place.ts';
import { paletteWords } from '../words/palette.ts';
import { addPaletteProvider, bestOf, type PaletteEntry, type PaletteGroup } from './entries.ts';
import { createJobEntries, type KnownThing, type StartJob } from './job-entries.ts';

const thingsAtMost = 6;
const familiesAtMost = 4;
const operationsAtMost = 6;
/** At most this many things of one family are searched: a registry with 100,000 tags must not delay a key press. */
const searchedAtMost = 10_000;

/**
 * Lets the palette find loaded things, all families and all operations. It reads what the core holds and makes no requests to the
 * API. `onChange` is called when more becomes known. The returned function removes all of this again.
 */
export function watchLoadedThings(page: Page, start: StartJob, onChange: () => void): () => void {
  const things = new Map<string, readonly KnownThing[]>();
  const jobs = createJobEntries(page, start, () => {
    if (!isOver) onChange();
  });
  let index: CatalogueIndex | null = null;
  let isOver = false;

  void readIndex(page.bridge).then((read) => {
    index = read;
    if (!isOver) onChange();
  });
  for (const state of page.view.rows('resources')) {
    if (!state.count || state.familyId === 'droplets_list') continue;
    void readThings(page, state).then((entries) => {
      things.set(state.key, entries);
      if (!isOver) onChange();
    });
  }

  const stop = addPaletteProvider((text): readonly PaletteGroup[] => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const known = [...things.values()].flat();
    const entries = known.map((one) => ({ ...one.entry, ...insideOf(jobs.of(one)) }));
    return [
      { title: paletteWords.things, entries: bestOf(entries, words, thingsAtMost) },
      { title: paletteWords.jobs, entries: jobs.named(known, words) },
      { title: paletteWords.families, entries: bestOf(familyEntries(page), words, familiesAtMost) },
      { title: paletteWords.operations, entries: index ? bestOf(operationEntries(page, index), words, operationsAtMost) : [] },
    ];
  });
  return () => {
    isOver = true;
    stop();
  };
}

/** Tab opens the jobs of a thing once they are known. */
const insideOf = (entries: readonly PaletteEntry[]): Pick<PaletteEntry, 'inside'> =>
  entries.length === 0 ? {} : { inside: () => entries };

async function readThings(page: Page, state: ResourceState): Promise<KnownThing[]> {
  const { familyId, connectionId } = state;
  const parent = Object.fromEntries(new URLSearchParams(state.key.split('?')[1] ?? ''));
  const outcome = await page.bridge.readResources({ familyId, connectionId, parent });
  if (!outcome.ok) return [];
  const items = outcome.value.items.slice(0, searchedAtMost);
  const operation = (await readIndex(page.bridge))?.operations.find(({ id }) => id === familyId);
  const family: Family =
    designedFamily(familyId) ?? genericFamily(operation ?? { id: familyId, title: paletteWords.things }, items);
  const identities = identitiesOf(family, items);
  return items.map((item, number) => {
    const { itemId = null, placeId = '' } = identities[number] ?? {};
    const { tags } = item;
    const entry: PaletteEntry = {
      id: `thing ${state.key} ${number}`,
      label: nameOf(family, item) || family.title,
      icon: 'layers',
      detail: family.title,
      connectionId,
      keywords: [itemId ?? '', ...(Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [])],
      run: () => page.router.go(placeHref({ familyId, parent, connectionId, itemId: placeId })),
    };
    return { entry, thing: itemId === null ? null : { connectionId, familyId, id: itemId, parent, row: item } };
  });
}

const familyEntries = (page: Page): PaletteEntry[] =>
  familyGroups.flatMap((group) =>
    group.families
      .filter((family) => family.inside === undefined)
      .map((family) => ({
        id: `family ${family.id}`,
        label: family.title,
        icon: 'layers',
        detail: group.title,
        run: () => page.router.go(familyHref(family.id)),
      })),
  );

const operationEntries = (page: Page, index: CatalogueIndex): PaletteEntry[] =>
  index.operations.map((operation) => ({
    id: `operation ${operation.id}`,
    label: operation.title,
    icon: 'code',
    detail: operation.method,
    keywords: [operation.id, operation.path],
    run: () => page.router.go(operationRoute(operation.id)),
  }));
