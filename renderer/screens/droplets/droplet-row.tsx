import { memo, useCallback, useSyncExternalStore } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { Checkbox } from '../../components/controls/choices.tsx';
import { DropletStatus } from '../../components/status/droplet-status.tsx';
import { MiddleCut } from '../../components/status/middle-cut.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useIsStale, useRow } from '../../hooks/use-view.ts';
import type { Selection } from '../../page/selection.ts';
import { progressOf } from '../../readings/action-progress.ts';
import { dropletWords } from '../../words/droplets.ts';
import { money, moneyAMonth } from '../../words/money.ts';
import { machine } from '../../words/sizes.ts';
import { age } from '../../words/times.ts';
import type { DropletLine } from './lines.ts';
import { TagMenu } from './tag-menu.tsx';

/** The 2 px line at the lower edge of a row on which something runs. */
const RunningLine = ({ actionKey }: { actionKey: string }) => {
  const action = useRow('actions', actionKey);
  const now = useNow('second');
  if (!action) return null;
  const progress = progressOf(action, now);
  if (progress.kind === 'unknown') return <span className="under unknown" />;
  return (
    <span className="under">
      <i style={{ width: `${progress.fraction * 100}%` }} />
    </span>
  );
};

const Tags = ({ tags }: { tags: readonly string[] }) => (
  <span role="gridcell" className="row cut tags wide" title={tags.join(', ')}>
    {tags.map((tag) => (
      <span key={tag} className="tag">
        {tag}
      </span>
    ))}
  </span>
);

const useSelected = (selection: Selection, key: string): boolean => {
  const subscribe = useCallback((listener: () => void) => selection.subscribeRow(key, listener), [selection, key]);
  return useSyncExternalStore(subscribe, () => selection.has(key));
};

/** Age needs no clock of its own: it changes in minutes at most, and every poll draws changed rows anew. */
const AgeCell = ({ sinceMs }: { sinceMs: number }) => {
  const now = useNow();
  return (
    <span role="gridcell" className="k3 num right wide">
      {age(sinceMs, now)}
    </span>
  );
};

const Cells = ({ droplet, selection }: { droplet: DropletRow; selection: Selection }) => {
  const isSelected = useSelected(selection, droplet.key);
  const isStale = useIsStale(droplet.connectionId);
  return (
    <div role="presentation" className={`tr${isSelected ? ' sel' : ''}${isStale ? ' stale' : ''}`}>
      <span role="gridcell" className="picker">
        <Checkbox
          isChecked={isSelected}
          onChange={() => selection.toggle(droplet.key)}
          aria-label={dropletWords.select(droplet.name)}
          tabIndex={-1}
        />
      </span>
      <span role="gridcell" className="mid name">
        <MiddleCut text={droplet.name} />
      </span>
      <span role="gridcell" className="cut">
        <DropletStatus droplet={droplet} isQuiet={isStale} />
      </span>
      <Tags tags={droplet.tags} />
      <span role="gridcell" className="k2 wide" title={droplet.regionName}>
        {droplet.regionSlug}
      </span>
      <span role="gridcell" className="k2 num cut wide" title={droplet.sizeSlug}>
        {machine(droplet.vcpus, droplet.memoryMb)}
      </span>
      <span role="gridcell" className={`num cut wide ${droplet.publicV4[0] ? 'k2' : 'k3'}`}>
        {droplet.publicV4[0] ?? droplet.publicV6[0] ?? dropletWords.notYet}
      </span>
      <span role="gridcell" className="num right">
        {money(droplet.priceMonthlyUsd)}
      </span>
      <AgeCell sinceMs={droplet.createdAtMs} />
      {droplet.actionKey !== null && <RunningLine actionKey={droplet.actionKey} />}
    </div>
  );
};

/** One droplet of the list. Draws anew only when its own row, its selection or its action changes. */
export const DropletListRow = memo(({ dropletKey, selection }: { dropletKey: string; selection: Selection }) => {
  const droplet = useRow('droplets', dropletKey);
  return droplet ? <Cells droplet={droplet} selection={selection} /> : null;
});

export const DropletGroupHead = ({ head }: { head: Extract<DropletLine, { isHead: true }> }) => (
  <div role="gridcell" aria-colspan={9} className="group">
    {head.monogram !== null && <Monogram letters={head.monogram} />}
    <b className="cut">{head.title ?? dropletWords.noTag}</b>
    <span className="num nowrap">{dropletWords.countOf(head.count)}</span>
    <span className="grow" />
    <span className="num nowrap">{moneyAMonth(head.monthlyUsd)}</span>
    {head.title !== null && head.connectionIds.length > 0 && <TagMenu tag={head.title} connectionIds={head.connectionIds} />}
  </div>
);
