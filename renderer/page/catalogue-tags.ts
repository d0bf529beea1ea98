import type { Bridge } from '../../preload/contract/bridge.ts';
import type { TagCatalogue } from '../../preload/contract/catalogue.ts';
import type { Outcome } from '../../preload/contract/failure.ts';

const kept = new WeakMap<Bridge, Map<string, Promise<Outcome<TagCatalogue>>>>();

/**
 * Reads the forms of one tag when one of its operations is first opened. They are kept for the life of the page; a failure is
 * not.
 */
export function readTag(bridge: Bridge, tag: string): Promise<Outcome<TagCatalogue>> {
  const tags = kept.get(bridge) ?? new Map<string, Promise<Outcome<TagCatalogue>>>();
  kept.set(bridge, tags);
  const known = tags.get(tag);
  if (known) return known;
  const read = bridge.readCatalogueTag({ tag }).then((outcome) => {
    if (!outcome.ok) tags.delete(tag);
    return outcome as Outcome<TagCatalogue>;
  });
  tags.set(tag, read);
  return read;
}
