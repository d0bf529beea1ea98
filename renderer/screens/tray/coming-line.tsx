import { untilOrAgo } from '../../../preload/contract/time-words.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { comingIcons, type DatedRow } from '../../readings/coming.ts';
import { inOneLine } from '../../words/sentences.ts';
import { dropletKeyIn, useOpen } from './rows.tsx';

/** Something that is near. It leads to the thing. */
export const ComingLine = ({ row }: { row: DatedRow }) => {
  const open = useOpen();
  const now = useNow();
  return (
    <li>
      <button
        type="button"
        className="menu-item"
        data-row={`coming/${row.key}`}
        data-droplet={dropletKeyIn(row.route) ?? undefined}
        onClick={() => open(row.route)}
      >
        <Icon name={comingIcons[row.kind]} size="sm" className="warn" />
        <span className="cut grow" title={inOneLine([row.title, row.detail])}>
          {row.title}
        </span>
        <span className="tiny-text faint tabular nowrap">{untilOrAgo(row, now)}</span>
        <Icon name="right" size="xs" className="faint" />
      </button>
    </li>
  );
};
