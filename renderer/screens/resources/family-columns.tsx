import type { Column } from '../../columns/column.ts';
import { pickerColumn } from '../../components/lists/selecting.tsx';
import { IncidentMark } from '../../components/status/incident-mark.tsx';
import { TeamMark } from '../../components/status/team-mark.tsx';
import type { FamilyColumn } from '../../families/columns.ts';
import type { Family } from '../../families/family.ts';
import { readingOf, wordsOf } from '../../families/reading.ts';
import { foundAt, type Item } from '../../families/value.ts';
import { regionsOf } from '../../readings/incidents.ts';
import { resourceWords } from '../../words/resources.ts';
import { cellOf, isRightAligned, lookOf } from './cell.tsx';
import { costColumns } from './cost-columns.tsx';
import { byName, compareBy } from './item-order.ts';
import { type ItemLine, selectionKey } from './lines.ts';
import type { CostsOfLines } from './use-costs.ts';

/** Space between two columns in CSS pixels. */
export const familyGap = 12;

/** The team of a row, for lists with rows of several teams. */
const team: Column<ItemLine> = {
  key: 'team',
  title: resourceWords.team,
  hasUnseenTitle: true,
  track: '24px',
  rank: null,
  cell: ({ connectionId }) => <TeamMark connectionId={connectionId} />,
};

const cutKinds: readonly FamilyColumn['kind'][] = ['name', 'text', 'code'];

const picker = pickerColumn<ItemLine>(selectionKey, ({ name }) => name);

/** If the list is too narrow, columns go from right to left, but the age goes last. */
const rankOf = ({ isSpare, kind }: FamilyColumn, index: number, count: number): number | null =>
  isSpare ? index + (kind === 'age' ? 0 : count) : null;

/** The name column of rows that are called by what they stand for. */
const isCalledByOther = ({ standsFor }: Family, { kind }: FamilyColumn): boolean => kind === 'name' && standsFor !== undefined;

/** What a cell says in full, for the tooltip of one that is cut off. */
function hintOf(column: FamilyColumn, item: Item): string {
  const found = foundAt(item, column.at);
  return found ? wordsOf(readingOf(found)) : '';
}

/** The first cell of a row, with what DigitalOcean reports of the thing. */
const Named = ({ line, family, column }: { line: ItemLine; family: Family; column: FamilyColumn }) => (
  <>
    {cellOf(column, line)}
    <IncidentMark connectionId={line.connectionId} familyId={family.id} regions={regionsOf(line.item)} />
  </>
);

/** The columns of a family's list, made from those that the family declares, and what its things cost. */
export function listColumns(family: Family, hasTeams: boolean, costs: CostsOfLines = null): readonly Column<ItemLine>[] {
  const own = family.columns.map(
    (column, index): Column<ItemLine> => ({
      key: column.at[0] ?? column.title,
      title: column.title,
      track: column.track,
      rank: rankOf(column, index, family.columns.length),
      look: lookOf(column),
      isRight: isRightAligned(column),
      isNeeded: index === 0,
      hint: ({ item, name }) =>
        isCalledByOther(family, column) ? name : cutKinds.includes(column.kind) ? hintOf(column, item) : undefined,
      cell: (line) => (index === 0 ? <Named line={line} family={family} column={column} /> : cellOf(column, line)),
      compare: isCalledByOther(family, column) ? byName : compareBy(column),
    }),
  );
  return [picker, ...(hasTeams ? [team] : []), ...own, ...costColumns(costs, 2 * family.columns.length)];
}
