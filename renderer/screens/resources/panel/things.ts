import { designedFamily } from '../../../families/all.ts';
import { nameOf } from '../../../families/identity.ts';
import { isListed } from '../../../families/references.ts';
import { resourceWords } from '../../../words/resources.ts';
import { rowOf } from './panel-lists.ts';
import type { PanelData } from './use-panel.ts';

/** What a thing is called: its name, that its name is being asked for, or the word for its kind and its id. */
export interface Called {
  text: string;
  isAwaited: boolean;
  /** Its name is known. */
  isNamed: boolean;
}

const named = (text: string): Called => ({ text, isAwaited: false, isNamed: true });

export function calledThing(data: PanelData, familyId: string, id: string): Called {
  if (familyId === 'droplets_list') {
    const droplet = data.about.droplets.find((one) => String(one.id) === id);
    return droplet ? named(droplet.name) : { text: resourceWords.oneOf('Droplets', id), isAwaited: false, isNamed: false };
  }
  if (!isListed(familyId)) return named(id);
  const family = designedFamily(familyId);
  const row = rowOf(familyId, id, data.about.known(familyId) ?? []);
  if (family && row) return named(nameOf(family, row));
  return {
    text: resourceWords.oneOf(family?.title ?? '', id),
    isAwaited: data.isAwaited(familyId),
    isNamed: false,
  };
}
