import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import type { JobHint } from '../../preload/contract/job.ts';
import { resourceKey } from '../../preload/contract/resource-key.ts';
import type { ConnectionRow } from '../../preload/contract/view.ts';
import { designedFamily } from '../families/all.ts';
import { itemOperations } from '../families/operations.ts';
import type { Page } from '../page/page.ts';
import { inSentence } from '../words/in-sentence.ts';
import type { KnownThing } from './known-things.ts';
import { isNamed } from './subjects.ts';
import { wantedFamilies } from './wanted-families.ts';

/** Fewer letters fit too much to be worth a request. */
const lettersAtLeast = 3;
/** Requests for lists while the palette is open once. */
const listsAtMost = 12;
/** A list is not asked for again within this time, whatever came of it: things are rarely made or renamed. */
const keptForMs = 600_000;
/** Lists inside so many things are read where no word names one of them. */
const insideAtMost = 4;

interface List {
  familyId: string;
  connectionId: string;
  parent: Record<string, string>;
}

/** When each list was asked for last, Unix milliseconds. It outlives the palette. */
const askedAt = new WeakMap<Page, Map<string, number>>();

/** What the lists that may be read are chosen by. */
export interface Sources {
  page: Page;
  /** `null` until it was read. */
  index: () => CatalogueIndex | null;
  hints: () => readonly JobHint[];
  things: () => readonly KnownThing[];
  onChange: () => void;
}

/**
 * Reads the lists that a typed text is about, so that things can be found which no view has shown: lists of families with such a
 * job or title, else of those that people have most. Step by step, few requests, and none for what is known.
 */
export function createReadAhead({ page, index, hints, things, onChange }: Sources) {
  const asked = askedAt.get(page) ?? new Map<string, number>();
  askedAt.set(page, asked);
  const running = new Map<string, string>();
  let left = listsAtMost;
  let isShort = false;

  const keyOf = ({ connectionId, familyId, parent }: List) => resourceKey(connectionId, familyId, parent);

  function isKnown(list: List): boolean {
    const key = keyOf(list);
    const state = page.view.row('resources', key);
    const readAtMs = state?.freshness.fetchedAtMs ?? null;
    const isOutdated = readAtMs !== null && (state?.freshness.isStale ?? false);
    const lastMs = Math.max(readAtMs ?? 0, asked.get(key) ?? 0);
    return !isOutdated && Math.abs(page.view.now() - lastMs) < keptForMs;
  }

  function ask(list: List): void {
    const key = keyOf(list);
    left -= 1;
    asked.set(key, page.view.now());
    running.set(key, designedFamily(list.familyId)?.title ?? '');
    void page.bridge.loadResources(list).then(() => {
      running.delete(key);
      onChange();
    });
  }

  /** The lists of a family in a team; of one inside another those in the things that are named, or in the first ones. */
  function listsOf(familyId: string, { id: connectionId }: ConnectionRow, names: readonly string[]): List[] {
    if (familyId === 'droplets_list') return [];
    const holderId = designedFamily(familyId)?.inside;
    if (holderId === undefined) return [{ familyId, connectionId, parent: {} }];
    const known = index();
    const operation = known?.operations.find(({ id }) => id === familyId);
    // Lists two levels deep are found once a view has shown what they lie in.
    if (!known || !operation || designedFamily(holderId)?.inside !== undefined) return [];
    const holders = things().filter(({ thing }) => thing?.familyId === holderId && thing.connectionId === connectionId);
    const named = holders.filter((holder) => isNamed(names, holder));
    const { valuesFor } = itemOperations(known, holderId);
    const inside = (named.length > 0 ? named : holders).slice(0, insideAtMost).flatMap(({ thing }): List[] => {
      return thing === null ? [] : [{ familyId, connectionId, parent: valuesFor(operation, { parent: {}, itemId: thing.id }) }];
    });
    return [{ familyId: holderId, connectionId, parent: {} }, ...inside];
  }

  return {
    /** Lists being read, by their titles as parts of a sentence. */
    reading: (): string[] => [...new Set(running.values())].map(inSentence),
    /** Lists were left out to spare requests. */
    isShort: () => isShort,
    /**
     * Reads what the words still need. Call it when a person has stopped typing, and again after `onChange`. `isFound`: something
     * that is known fits all of the words.
     */
    look(words: readonly string[], connections: readonly ConnectionRow[], isFound: boolean): void {
      if (words.join('').length < lettersAtLeast || running.size > 0) return;
      const readable = connections.filter((connection) => canRead(page, connection));
      const { steps, names } = wantedFamilies(words, hints());
      for (const step of steps) {
        if (names.length > 0 && isFound) return;
        const lists = step.flatMap((familyId) => readable.flatMap((connection) => listsOf(familyId, connection, names)));
        const unknown = [...new Map(lists.map((list) => [keyOf(list), list])).values()].filter((list) => !isKnown(list));
        isShort ||= unknown.length > left;
        const now = unknown.slice(0, left);
        now.forEach(ask);
        if (now.length === 0) continue;
        onChange();
        return;
      }
    },
  };
}

/** Nothing is read ahead with a token that is refused or nearly used up, nor while a person paused Buoy. */
function canRead(page: Page, { status, budget }: ConnectionRow): boolean {
  const meta = page.view.single('meta');
  if (!meta?.isOnline || meta.pause !== null) return false;
  return (status === 'ok' || status === 'checking' || status === 'failing') && (budget?.remaining ?? 5000) > 1000;
}
