import { useState } from 'react';
import { Icon, type IconName } from '../../../components/icons/icon.tsx';
import { designedFamily } from '../../../families/all.ts';
import { nameOf } from '../../../families/identity.ts';
import type { Relation } from '../../../families/panels/panel.ts';
import { isInside } from '../../../families/references.ts';
import { idOf } from '../../../families/value.ts';
import { itemHref, placeHref } from '../../../routes/resource-place.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { singularLabel } from '../../../words/field-names.ts';
import { resourceWords } from '../../../words/resources.ts';
import { iconOf } from './family-icon.ts';
import { Waiting } from './pieces.tsx';
import { calledThing } from './things.ts';
import type { PanelData } from './use-panel.ts';

interface RelatedThing {
  key: string;
  icon: IconName;
  href: string;
  /** `null`: its name is being asked for. */
  name: string | null;
  as: string;
}

const shownAtMost = 8;

const kindOf = (familyId: string): string =>
  familyId === 'droplets_list' ? resourceWords.droplet : singularLabel(designedFamily(familyId)?.title ?? '');

/** The things of one relation, as far as they are known. Ids whose list was not read are left out: the button below reads it. */
function thingsOf(relation: Relation, data: PanelData): RelatedThing[] {
  const { about } = data;
  const { connectionId } = about;
  const { familyId } = relation;
  const as = relation.as ?? kindOf(familyId);
  const own = (id: string, name: string | null): RelatedThing => ({
    key: `${familyId} ${id}`,
    icon: iconOf(familyId),
    href: itemHref(familyId, connectionId, id),
    name,
    as,
  });
  if ('droplet' in relation) {
    return about.droplets.filter((row) => relation.droplet(row, about)).map((row) => own(String(row.id), row.name));
  }
  if ('to' in relation) {
    const ids = [...new Set(relation.to(about))].filter((id) => id !== '');
    return ids.flatMap((id) => {
      const called = calledThing(data, familyId, id);
      if (called.isAwaited) return [own(id, null)];
      return called.isNamed || !data.further.includes(familyId) ? [own(id, called.text)] : [];
    });
  }
  const family = designedFamily(familyId);
  if (family === undefined) return [];
  if ('rows' in relation) return relation.rows(about).map((row) => own(idOf(family, row), nameOf(family, row)));
  if (isInside(familyId)) {
    return (data.inside.get(familyId) ?? []).flatMap(({ parent, items }) =>
      items
        .filter((row) => relation.from(row, about))
        .map((row) => ({
          key: `${familyId} ${Object.values(parent).join(' ')} ${idOf(family, row)}`,
          icon: iconOf(familyId),
          href: placeHref({ familyId, parent, connectionId, itemId: idOf(family, row) }),
          name: `${nameOf(family, row)}, ${Object.values(parent).join(', ')}`,
          as,
        })),
    );
  }
  return (about.known(familyId) ?? [])
    .filter((row) => relation.from(row, about))
    .map((row) => own(idOf(family, row), nameOf(family, row)));
}

/** What the thing names and what points back to it, by name. */
export const Related = ({ relations, data }: { relations: readonly Relation[]; data: PanelData }) => {
  const [isOpen, setOpen] = useState(false);
  const found = new Map<string, RelatedThing>();
  for (const thing of relations.flatMap((relation) => thingsOf(relation, data)))
    if (!found.has(thing.key)) found.set(thing.key, thing);
  const things = [...found.values()];
  const { further } = data;
  if (things.length === 0 && further.length === 0) return null;
  const shown = isOpen ? things : things.slice(0, shownAtMost);
  return (
    <>
      <h3 className="section-head">{resourceWords.relatedHead}</h3>
      <ul className="related">
        {shown.map(({ key, icon, href, name, as }) => (
          <li key={key}>
            <Icon name={icon} size="sm" className="faint" />
            <a className="grow cut" href={href}>
              {name ?? <Waiting />}
            </a>
            <span className="small-text faint nowrap">{as}</span>
          </li>
        ))}
        {(things.length > shown.length || isOpen) && (
          <li>
            <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? factWords.fewer : factWords.andMore(things.length - shown.length)}
            </button>
          </li>
        )}
        {further.length > 0 && (
          <li>
            <button type="button" className="link further" onClick={data.lookFurther}>
              {resourceWords.lookFurther(further.map((familyId) => designedFamily(familyId)?.title ?? familyId))}
            </button>
          </li>
        )}
      </ul>
    </>
  );
};
