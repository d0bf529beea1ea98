import type { ReactNode } from 'react';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import type { FamilyColumn } from '../../families/columns.ts';
import { stateOf } from '../../families/state-words.ts';
import { firstAt, textOf, timeOf } from '../../families/value.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { wholeNumber } from '../../words/locale.ts';
import { money } from '../../words/money.ts';
import { byteCount, resourceWords } from '../../words/resources.ts';
import { age, exactMoment } from '../../words/times.ts';
import type { ItemLine } from './lines.ts';

const none = <span className="faint">–</span>;

/** A state as icon and word, the same in all views. */
export const State = ({ raw }: { raw: string }) => {
  const { glyph, words } = stateOf(raw);
  return (
    <span className="state quiet">
      <StatusGlyph name={glyph} />
      {words}
    </span>
  );
};

const Age = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return <span title={exactMoment(atMs)}>{atMs > now ? `in ${age(now, atMs)}` : age(atMs, now)}</span>;
};

/** The name of a droplet, which the view has; for all other things their id. */
const LinkText = ({ id, to, line }: { id: string; to: string; line: ItemLine }) => {
  const droplet = useRow('droplets', to === 'droplets_list' ? `${line.connectionId}:${id}` : null);
  return <>{droplet?.name ?? id}</>;
};

/** Ids of things of another family, each as a link to that thing. */
const Links = ({ ids, to, line }: { ids: readonly string[]; to: string; line: ItemLine }) => (
  <>
    {ids.slice(0, 3).map((id) => (
      <a key={id} className="link cut" href={itemHref(to, line.connectionId, id)}>
        <LinkText id={id} to={to} line={line} />
      </a>
    ))}
    {ids.length > 3 && <span className="faint">+{ids.length - 3}</span>}
  </>
);

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textOf) : [textOf(value)]).filter((part) => part !== '');

/** One cell of a family's list: a value of the row, drawn according to the column's kind. */
export function cellOf(column: FamilyColumn, line: ItemLine): ReactNode {
  const value = firstAt(line.item, column.at);
  if (value === undefined && column.kind !== 'name') return none;
  switch (column.kind) {
    case 'name':
      return line.name === '' ? none : line.name;
    case 'status':
      return <State raw={textOf(value)} />;
    case 'age':
    case 'until': {
      const atMs = timeOf(value);
      return atMs === null ? textOf(value) : <Age atMs={atMs} />;
    }
    case 'money':
      return money(typeof value === 'number' ? value : textOf(value));
    case 'count':
      return Array.isArray(value)
        ? wholeNumber(value.length)
        : Number.isFinite(Number(value))
          ? wholeNumber(Number(value))
          : none;
    case 'gigabytes':
      return Number.isFinite(Number(value)) ? `${textOf(value)} GB` : none;
    case 'bytes':
      return Number.isFinite(Number(value)) ? byteCount(Number(value)) : none;
    case 'yes-no':
      return value === true ? resourceWords.yes : resourceWords.no;
    case 'tags':
      return listOf(value).map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ));
    case 'link':
      return <Links ids={listOf(value)} to={column.to ?? ''} line={line} />;
    case 'text':
    case 'code':
      return textOf(value) === '' ? none : textOf(value);
  }
}

const looks: Record<FamilyColumn['kind'], string> = {
  name: 'medium cut',
  text: 'quiet cut',
  code: 'quiet tabular cut',
  status: 'cut',
  age: 'faint tabular',
  until: 'quiet tabular',
  money: 'tabular',
  tags: 'row cut tags',
  count: 'quiet tabular',
  gigabytes: 'quiet tabular',
  bytes: 'quiet tabular',
  'yes-no': 'quiet',
  link: 'row cut tabular',
};

/** Class names of a cell. */
export const lookOf = ({ kind }: FamilyColumn): string => looks[kind];

const rightKinds: readonly FamilyColumn['kind'][] = ['age', 'money', 'count', 'gigabytes', 'bytes'];
export const isRightAligned = ({ kind }: FamilyColumn): boolean => rightKinds.includes(kind);
