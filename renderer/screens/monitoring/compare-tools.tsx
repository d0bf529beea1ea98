import { useId } from 'react';
import { type ChartName, type MetricKind, type MetricRange, metricKinds } from '../../../preload/contract/metric-charts.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { rangeOptions } from '../../charts/use-range.ts';
import { Segments } from '../../components/controls/choices.tsx';
import { Tokens } from '../../forms/draw/tokens.tsx';
import { chartTitle, chartWords } from '../../words/charts.ts';
import { ChoiceField } from '../settings/choice-field.tsx';
import { type Comparison, comparable, usualComparison, type Which } from './compare-place.ts';
import type { ComparedThing } from './compare-things.ts';

const kindOptions = metricKinds.map((value) => ({ value, label: chartWords.kinds[value] }));

/** Value of a choice in the list of what to compare, and back. */
const asValue = (which: Which): string =>
  which.by === 'tag' ? `tag ${which.tag}` : which.by === 'team' ? `team ${which.connectionId}` : which.by;

function fromValue(value: string): Which {
  const [by, ...rest] = value.split(' ');
  const name = rest.join(' ');
  if (by === 'tag') return { by, tag: name };
  if (by === 'team') return { by, connectionId: name };
  return by === 'pinned' ? { by } : { by: 'all' };
}

/** What can be compared at once: all, the pinned ones, those with a tag, those of a team, or whatever was chosen by name. */
function whichOptions(kind: MetricKind, things: readonly ComparedThing[], connections: readonly ConnectionRow[], which: Which) {
  const tags = [...new Set(things.flatMap((thing) => thing.tags))].sort();
  const option = (value: Which, label: string) => ({ value: asValue(value), label });
  return [
    ...(kind === 'droplet' ? [option({ by: 'pinned' }, chartWords.pinnedOnes)] : []),
    option({ by: 'all' }, chartWords.allOfThem),
    ...tags.map((tag) => option({ by: 'tag', tag }, chartWords.ofTag(tag))),
    ...(connections.length > 1
      ? connections.map(({ id, teamName }) => option({ by: 'team', connectionId: id }, chartWords.ofTeam(teamName)))
      : []),
    // Chosen when things are added or taken out by name.
    ...(which.by === 'things' ? [option(which, chartWords.byName)] : []),
  ];
}

/** What to compare: the kind, the chart, which things, and how far back. */
export const CompareTools = ({
  comparison,
  things,
  chosen,
  connections,
  range,
  onRange,
  onChange,
}: {
  comparison: Comparison;
  things: readonly ComparedThing[];
  chosen: readonly ComparedThing[];
  connections: readonly ConnectionRow[];
  range: MetricRange;
  onRange: (range: MetricRange) => void;
  onChange: (comparison: Comparison) => void;
}) => {
  const { kind, chart, which } = comparison;
  const charts: { value: ChartName | 'every'; label: string }[] = comparable(kind).map((value) => ({
    value,
    label: chartTitle(kind, value),
  }));
  const id = useId();
  const keys = chosen.map(({ key }) => key);
  const choose = (next: readonly string[]) => onChange({ ...comparison, which: { by: 'things', keys: next } });
  return (
    <div className="compare-tools">
      <div className="row compare-choices">
        <ChoiceField
          label={chartWords.kind}
          options={kindOptions}
          value={kind}
          onChange={(next) => onChange(usualComparison(next))}
        />
        <ChoiceField
          label={chartWords.chart}
          options={[...charts, { value: 'every', label: chartWords.allCharts }]}
          value={chart}
          // Every chart is a look at one thing; of several there would be too many.
          onChange={(next) =>
            onChange({ ...comparison, chart: next, which: next === 'every' ? { by: 'things', keys: keys.slice(0, 1) } : which })
          }
        />
        <ChoiceField
          label={chartWords.which}
          options={whichOptions(kind, things, connections, which)}
          value={asValue(which)}
          onChange={(value) => (value === 'things' ? choose(keys) : onChange({ ...comparison, which: fromValue(value) }))}
        />
        <span className="grow" />
        <Segments label={chartWords.range} options={rangeOptions} value={range} onChange={onRange} />
      </div>
      <label htmlFor={id} className="unseen">
        {chartWords.add}
      </label>
      <Tokens
        ids={{ id, 'aria-invalid': undefined, 'aria-describedby': undefined }}
        label={chartWords.kinds[kind]}
        tokens={chosen.map(({ key, name }, index) => ({ key: index, text: key, isWrong: name === '' }))}
        options={things.map(({ key, name, connectionId }) => ({
          value: key,
          label: name,
          detail: connections.find(({ id }) => id === connectionId)?.teamName ?? '',
        }))}
        state={{ isLoading: false, loadingText: '', note: null, retry: null }}
        isSplitAtComma
        takesText={false}
        onAdd={() => {}}
        onPick={(options) => choose([...keys, ...options.map(({ value }) => String(value))])}
        onRemove={(index) => choose(keys.filter((_, place) => place !== index))}
        onOpen={() => {}}
        onTyped={() => {}}
      />
    </div>
  );
};
