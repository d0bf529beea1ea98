import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Segments } from '../../../components/controls/choices.tsx';
import type { FirstFact, Line } from '../../../families/panels/panel.ts';
import { databaseWords } from '../../../words/facts/databases.ts';
import { factWords } from '../../../words/facts/in-general.ts';
import { resourceWords } from '../../../words/resources.ts';
import { none } from '../read-value.tsx';
import { PieceView, Waiting } from './pieces.tsx';
import type { FactState, PanelData } from './use-panel.ts';

/** Lines of a fact that stand there from the start, before it is unfolded. */
const linesAtMost = 6;

/** A line's height in CSS pixels; it must fit `.first-facts .fact-line`. */
const lineHeight = 24;

const LineView = ({ line, data, end }: { line: Line; data: PanelData; end?: ReactNode }) => (
  <span className="row fact-line">
    {line.map((piece, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts without identity, in a fixed order.
      <PieceView key={at} piece={piece} data={data} />
    ))}
    {end}
  </span>
);

/** Lines of a fact. Those beyond its room are unfolded by a button at the end of the last one that fits. */
const Lines = ({ lines, atMost, data }: { lines: readonly Line[]; atMost: number; data: PanelData }) => {
  const [isOpen, setOpen] = useState(false);
  const hidden = Math.max(0, lines.length - atMost);
  const shown = isOpen || hidden === 0 ? lines : lines.slice(0, atMost);
  const button = (
    <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen ? factWords.fewer : factWords.andMore(hidden)}
    </button>
  );
  return shown.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines without identity, in a fixed order.
    <LineView key={at} line={line} data={data} end={hidden > 0 && at === shown.length - 1 ? button : undefined} />
  ));
};

/** Why a fact could not be read, in a few words. The whole reason is the tooltip. */
export const Unread = ({ failure }: { failure: Failure }) => (
  <span className="row fact-line">
    <span className="faint" title={[failure.message, failure.nextStep].filter(Boolean).join(' ')}>
      {failure.kind === 'forbidden' && failure.scopes && failure.scopes.length > 0
        ? resourceWords.needs(failure.scopes.join(', '))
        : resourceWords.notReadable}
    </span>
  </span>
);

/** One fact: its label, and beside it what it says, or what stands in its place until it is known. */
const FactRow = ({ state: { fact, waits }, data }: { state: FactState; data: PanelData }) => {
  const [isOther, setOther] = useState(false);
  const said = isOther && fact.other ? fact.other.say(data.about) : fact.say(data.about);
  const early = waits === null ? [] : (fact.before?.(data.about) ?? []);
  if (waits === null && said.length === 0 && fact.needs === undefined && fact.none === undefined) return null;
  const room = fact.room ?? Math.max(1, early.length);
  const atMost = fact.needs === undefined ? linesAtMost : Math.max(room, fact.before?.(data.about).length ?? 0);
  return (
    <div className={fact.isWide ? 'fact wide-fact' : 'fact'}>
      <dt>
        {fact.label}
        {fact.other && <Sides fact={fact} isOther={isOther} onChange={setOther} />}
      </dt>
      <dd style={{ minHeight: lineHeight * room }}>
        {waits !== null && <Lines lines={early} atMost={linesAtMost} data={data} />}
        {waits === 'answer' && early.length === 0 && (
          <span className="row fact-line">
            <Waiting />
          </span>
        )}
        {waits !== null && waits !== 'answer' && <Unread failure={waits} />}
        {waits === null && said.length === 0 && (
          <span className="row fact-line">{fact.none ? <span className="faint">{fact.none}</span> : none}</span>
        )}
        {waits === null && said.length > 0 && <Lines lines={said} atMost={atMost} data={data} />}
      </dd>
    </div>
  );
};

const Sides = ({ fact, isOther, onChange }: { fact: FirstFact; isOther: boolean; onChange: (isOther: boolean) => void }) =>
  fact.other === undefined ? null : (
    <Segments
      label={databaseWords.connectBy}
      className="sides"
      options={[
        { value: 'own', label: fact.other.own },
        { value: 'other', label: fact.other.label },
      ]}
      value={isOther ? 'other' : 'own'}
      onChange={(value) => onChange(value === 'other')}
    />
  );

/** What a person wants to know first of a thing, and what it costs. */
export const FirstFacts = ({ data, more = null, cost }: { data: PanelData; more?: ReactNode; cost: ReactNode }) => (
  <dl className="first-facts">
    {data.facts.map((state) => (
      <FactRow key={state.fact.label} state={state} data={data} />
    ))}
    {more}
    {cost}
  </dl>
);
