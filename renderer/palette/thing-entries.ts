import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import { pinKey } from '../../preload/contract/pin-key.ts';
import { designedFamily } from '../families/all.ts';
import { itemOperations } from '../families/operations.ts';
import type { Page } from '../page/page.ts';
import { placeHref } from '../routes/resource-place.ts';
import { dropletWords } from '../words/droplets.ts';
import { paletteWords } from '../words/palette.ts';
import type { PaletteEntry } from './entries.ts';
import type { KnownThing } from './known-things.ts';
import type { Verb } from './verbs.ts';

/** Pins a thing to the tray, or unpins it. */
export function pinVerb({ view, commands }: Page, { entry, thing }: KnownThing): Verb[] {
  if (thing === null) return [];
  const { connectionId, familyId, parent, id } = thing;
  const key = pinKey(thing);
  const isPinned = view.single('settings')?.pinned.includes(key) ?? false;
  const label = isPinned ? dropletWords.unpin : dropletWords.pin;
  const command = isPinned
    ? ({ kind: 'unpin', key } as const)
    : ({ kind: 'pin-thing', connectionId, familyId, parent, id, name: entry.label } as const);
  return [
    {
      id: 'pin',
      label,
      keywords: '',
      text: paletteWords.jobOn(label, entry.label),
      icon: isPinned ? 'unpin' : 'pin',
      offReason: null,
      run: () => void commands.run(command),
    },
  ];
}

/** The lists inside a thing, such as the records of a domain. */
export function insideEntries({ router }: Page, index: CatalogueIndex, { thing }: KnownThing): PaletteEntry[] {
  if (thing === null) return [];
  const { connectionId, familyId, parent, id: itemId } = thing;
  const { inside, valuesFor } = itemOperations(index, familyId);
  return inside.flatMap((operation): PaletteEntry[] => {
    const family = designedFamily(operation.id);
    if (family === undefined) return [];
    const href = placeHref({ familyId: family.id, parent: valuesFor(operation, { parent, itemId }), connectionId, itemId: null });
    return [{ id: `inside ${href}`, label: family.title, icon: 'layers', connectionId, run: () => router.go(href) }];
  });
}
