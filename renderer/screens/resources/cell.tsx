import type { ReactNode } from 'react';
import { exactMoment } from '../../../preload/contract/time-words.ts';
import { shortId } from '../../../preload/contract/urn-words.ts';
import type { FamilyColumn } from '../../families/columns.ts';
import type { Reference } from '../../families/family.ts';
import { readingOf, wordsOf } from '../../families/reading.ts';
import { calledByKind } from '../../families/references.ts';
import { foundAt, presentAt, textOf, timeOf } from '../../families/value.ts';
import { useNow } from '../../hooks/use-now.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { wholeNumber } from '../../words/locale.ts';
import { resourceWords } from '../../words/resources.ts';
import { age } from '../../words/times.ts';
import { numberOf } from '../../words/units.ts';
import { kindWords } from './item-order.ts';
import type { ItemLine } from './lines.ts';
import { none, ReadValue, State } from './read-value.tsx';
import { idsIn, linksIn, useListNames } from './use-names.ts';

const Age = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return <span title={exactMoment(atMs)}>{atMs > now ? resourceWords.ahead(age(now, atMs)) : age(atMs, now)}</span>;
};

/** When something ends, or that it has. */
const Until = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return (
    <span title={exactMoment(atMs)} className={atMs > now ? undefined : 'danger'}>
      {atMs > now ? resourceWords.ahead(age(now, atMs)) : resourceWords.expired(age(atMs, now))}
    </span>
  );
};

/** Another thing by its name, as a link. */
const Link = ({ reference, connectionId }: { reference: Reference; connectionId: string }) => {
  const name = useListNames().nameOf(connectionId, reference);
  return (
    <a className="link cut" href={itemHref(reference.familyId, connectionId, reference.id)} title={name ?? reference.id}>
      {name ?? calledByKind(reference)}
    </a>
  );
};

/** Another thing by the name that the row has of it, as a link where exactly one is called so. */
const LinkByName = ({ familyId, name, connectionId }: { familyId: string; name: string; connectionId: string }) => {
  const id = useListNames().idCalled(connectionId, familyId, name);
  return id === null ? (
    <span className="cut">{name}</span>
  ) : (
    <a className="link cut" href={itemHref(familyId, connectionId, id)} title={name}>
      {name}
    </a>
  );
};

const Links = ({ references, connectionId }: { references: readonly Reference[]; connectionId: string }) => (
  <>
    {references
      .slice(0, 3)
      .map((one) =>
        one.familyId === '' ? (
          <span key={one.id}>{shortId(one.id)}</span>
        ) : (
          <Link key={one.id} reference={one} connectionId={connectionId} />
        ),
      )}
    {references.length > 3 && <span className="faint">+{references.length - 3}</span>}
  </>
);

/** A number as it is, or the length of a list: 0 for an empty one, nothing for one that is missing. */
function countOf(value: unknown): ReactNode {
  const count = Array.isArray(value) ? value.length : numberOf(value);
  return count === null ? none : wholeNumber(count);
}

/** One cell of a family's list: a value of the row, drawn according to the column's kind. */
export function cellOf(column: FamilyColumn, line: ItemLine): ReactNode {
  const found = foundAt(line.item, column.at) ?? { field: '', value: undefined };
  const { value } = found;
  switch (column.kind) {
    case 'name':
      return line.name === '' ? none : line.name;
    case 'kind':
      return kindWords(value) || none;
    case 'count':
      return countOf(presentAt(line.item, column.at));
    case 'status':
      return textOf(value) === '' ? none : <State raw={textOf(value)} />;
    case 'age':
    case 'until': {
      const atMs = timeOf(value);
      return atMs === null ? none : column.kind === 'age' ? <Age atMs={atMs} /> : <Until atMs={atMs} />;
    }
    case 'yes-no':
      return typeof value === 'boolean' ? wordsOf({ kind: 'flag', isOn: value }) : none;
    case 'tags':
      return idsIn(line.item, column.at).length === 0
        ? none
        : idsIn(line.item, column.at).map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ));
    case 'link': {
      const references = linksIn(column, line.item);
      if (column.isByName)
        return references.length === 0
          ? none
          : references.map(({ familyId, id: name }) => (
              <LinkByName key={name} familyId={familyId} name={name} connectionId={line.connectionId} />
            ));
      return references.length === 0 ? none : <Links references={references} connectionId={line.connectionId} />;
    }
    case 'amount':
    case 'text':
    case 'code':
      return <ReadValue reading={readingOf(found)} value={value} />;
  }
}

const looks: Record<FamilyColumn['kind'], string> = {
  name: 'medium cut',
  text: 'quiet cut',
  kind: 'quiet cut',
  code: 'quiet tabular cut',
  status: 'cut',
  age: 'faint tabular',
  until: 'quiet tabular cut',
  amount: 'quiet tabular',
  tags: 'row cut tags',
  count: 'quiet tabular',
  'yes-no': 'quiet',
  link: 'row cut tabular',
};

/** Class names of a cell. */
export const lookOf = ({ kind }: FamilyColumn): string => looks[kind];

const rightKinds: readonly FamilyColumn['kind'][] = ['age', 'amount', 'count'];
export const isRightAligned = ({ kind }: FamilyColumn): boolean => rightKinds.includes(kind);
