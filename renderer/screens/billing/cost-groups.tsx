import { Fragment, useState } from 'react';
import type { CostGroup, CostGrouping, CostLine, Costs } from '../../../preload/contract/bills.ts';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { useRow, useRows } from '../../hooks/use-view.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { billingWords, changeOf } from '../../words/billing.ts';
import { money } from '../../words/money.ts';
import { percent } from '../../words/sizes.ts';
import { iconOf } from '../resources/panel/family-icon.ts';
import { otherMonth } from './other-month.ts';

const Name = ({ line }: { line: CostLine }) => {
  const { place, name, connectionId } = line;
  if (place === null) return <span className="medium cut">{name}</span>;
  return (
    <a className="medium cut" href={itemHref(place.familyId, connectionId, place.id)} title={name}>
      {name}
    </a>
  );
};

/** A droplet that is off is said to be so where its cost stands. */
const OffMark = ({ line: { place, connectionId } }: { line: CostLine }) => {
  const key = place?.familyId === 'droplets_list' ? `${connectionId}:${place.id}` : null;
  const droplet = useRow('droplets', key);
  return droplet?.status === 'off' ? <span className="tag warn nowrap">{billingWords.offBilled}</span> : null;
};

/** The difference to the other month, or what that cost where this one is not over. */
const Other = ({ of, isRunning }: { of: { usd: string; changeUsd: string | null }; isRunning: boolean }) => (
  <td className={classNames('right tabular quiet wide', of.changeUsd !== null && Number(of.changeUsd) === 0 && 'faint')}>
    {isRunning ? money(otherMonth(of)) : changeOf(of.changeUsd)}
  </td>
);

const LineRow = ({
  line,
  share,
  isInner,
  isRunning,
  isTwoLines = false,
}: {
  line: CostLine;
  isRunning: boolean;
  share: number | null;
  isInner: boolean;
  isTwoLines?: boolean;
}) => (
  <tr className={isInner ? 'inner' : undefined}>
    <th scope="row">
      <span className="row">
        <Icon name={line.place ? iconOf(line.place.familyId) : 'layers'} size="sm" className="faint" />
        <span className={isTwoLines ? 'two-lines' : 'row'}>
          <Name line={line} />
          <span className="small-text faint cut">{line.isGone ? billingWords.gone : line.kind}</span>
        </span>
        <OffMark line={line} />
      </span>
    </th>
    <Share of={share} />
    <td className="right tabular">{money(line.usd)}</td>
    <Other of={line} isRunning={isRunning} />
  </tr>
);

const Share = ({ of }: { of: number | null }) => (
  <td className="share-cell wide" aria-hidden="true">
    {of !== null && (
      <span className="share">
        <i style={{ width: percent(of).replace('\u00a0', '') }} />
      </span>
    )}
  </td>
);

const Rest = ({ rest, isInner = false }: { rest: CostGroup['rest']; isInner?: boolean }) =>
  rest && (
    <tr className={isInner ? 'inner' : undefined}>
      <th scope="row" className="faint">
        {billingWords.moreThings(rest.count)}
      </th>
      <Share of={null} />
      <td className="right tabular quiet">{money(rest.usd)}</td>
      <td className="wide" />
    </tr>
  );

const GroupRow = ({
  group,
  by,
  team,
  isRunning,
  isOpen,
  onToggle,
}: {
  group: CostGroup;
  by: CostGrouping;
  team: string | null;
  isRunning: boolean;
  isOpen: boolean;
  onToggle: () => void;
}) => (
  <tr>
    <th scope="row">
      <button type="button" className="row plain-button" aria-expanded={isOpen} onClick={onToggle}>
        <Icon name={isOpen ? 'down' : 'right'} size="sm" className="faint" />
        <span className="medium cut">{group.name ?? billingWords.without[by]}</span>
        <span className="small-text faint cut">{[billingWords.things(group.count), team].filter(Boolean).join(', ')}</span>
      </button>
    </th>
    <Share of={group.share} />
    <td className="right tabular">{money(group.usd)}</td>
    <Other of={group} isRunning={isRunning} />
  </tr>
);

const OtherHead = ({ costs: { period, against, isRunning } }: { costs: Costs }) => (
  <th scope="col" className="right wide" title={isRunning ? billingWords.wholeHint(period, against) : undefined}>
    {isRunning ? billingWords.whole(against) : billingWords.against(against)}
  </th>
);

/** What things cost, in groups that can be opened. By resource each thing is a row of its own. */
export const CostGroups = ({
  costs,
  by,
  atMost,
  isChangeShown = false,
}: {
  costs: Costs;
  by: CostGrouping;
  atMost?: number;
  /** Also where there is little room. */
  isChangeShown?: boolean;
}) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setOpen((before) => (before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set(before).add(key)));
  const connections = useRows('connections');
  const teamOf = ({ connectionId }: CostGroup) =>
    costs.connectionIds.length < 2 ? null : (connections.find(({ id }) => id === connectionId)?.teamName ?? null);
  const { isRunning } = costs;
  const shown = atMost === undefined ? costs.groups : costs.groups.slice(0, atMost);
  return (
    <table className={classNames('figures costs', isChangeShown && 'changes')}>
      <thead>
        <tr>
          <th scope="col">{billingWords.groupings[by]}</th>
          <td className="wide" />
          <th scope="col" className="right">
            {billingWords.monthName(costs.period)}
          </th>
          <OtherHead costs={costs} />
        </tr>
      </thead>
      <tbody>
        {shown.map((group) => {
          const [line] = group.lines;
          if (by === 'resource' && line) {
            return (
              <LineRow
                key={group.key}
                line={line}
                share={group.share}
                isInner={false}
                isRunning={isRunning}
                isTwoLines={isChangeShown}
              />
            );
          }
          const isOpen = open.has(group.key);
          return (
            <Fragment key={group.key}>
              <GroupRow
                group={group}
                by={by}
                team={teamOf(group)}
                isRunning={isRunning}
                isOpen={isOpen}
                onToggle={() => toggle(group.key)}
              />
              {isOpen &&
                group.lines.map((one) => <LineRow key={one.key} line={one} share={null} isInner isRunning={isRunning} />)}
              {isOpen && <Rest rest={group.rest} isInner />}
            </Fragment>
          );
        })}
        {atMost === undefined && <Rest rest={costs.rest} />}
      </tbody>
    </table>
  );
};
