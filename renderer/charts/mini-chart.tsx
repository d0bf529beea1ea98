import { useMemo } from 'react';
import type { MetricRange } from '../../preload/contract/metric-charts.ts';
import { classNames } from '../components/class-names.ts';
import { chartWords, metricValue } from '../words/charts.ts';
import { useDropletNames } from './droplet-names.ts';
import { type ChartModel, type ModelLine, modelOf, newest } from './model.ts';
import { sparkPaths } from './spark-path.ts';
import { type ChartAddress, type MetricRead, useMetric } from './use-metric.ts';

const box = { width: 200, height: 34 } as const;

/** The line that a small chart shows: error answers say more than others, otherwise the first. */
const headline = ({ lines }: ChartModel): ModelLine | undefined => lines.find(({ name }) => name === '5xx') ?? lines[0];

/** A small chart with its newest value. It opens the large one. */
export const MiniChart = ({
  read: { chart, failure },
  connectionId,
  title,
  isOpen,
  onToggle,
}: {
  read: MetricRead;
  connectionId: string;
  title: string;
  isOpen: boolean;
  onToggle: () => void;
}) => {
  const nameOf = useDropletNames(connectionId);
  const model = useMemo(() => chart && modelOf(chart, nameOf), [chart, nameOf]);
  const line = model ? headline(model) : undefined;
  const paths = useMemo(
    () => (line && model ? sparkPaths(line.values, { ...box, top: model.unit === 'percent' ? model.top : 0 }) : null),
    [line, model],
  );
  const last = line && model ? newest(model, line) : null;
  const isNamed = (model?.lines.length ?? 0) > 1 && line !== undefined;
  return (
    <button
      type="button"
      className={classNames('mini', isOpen && 'on')}
      aria-expanded={isOpen}
      title={isOpen ? chartWords.close : chartWords.open(title)}
      onClick={onToggle}
    >
      <span className="row">
        <span className="small-text faint cut grow">
          {title}
          {isNamed && ` ${line.name}`}
        </span>{' '}
        <span className="tabular medium nowrap">
          {last && model ? metricValue(model.unit, last.value) : failure ? '!' : chart ? '–' : ''}
        </span>
      </span>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" aria-hidden="true">
        {paths && (
          <>
            <path className="mini-area" d={paths.area} />
            <path className="mini-line" d={paths.line} />
          </>
        )}
      </svg>
    </button>
  );
};

/** A small chart that reads itself. */
export const ReadMini = ({
  address,
  range,
  ...rest
}: {
  address: ChartAddress;
  range: MetricRange;
  title: string;
  isOpen: boolean;
  onToggle: () => void;
}) => <MiniChart read={useMetric(address, range)} connectionId={address.connectionId} {...rest} />;
