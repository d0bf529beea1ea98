import type { MetricLimit } from '../../preload/contract/metrics.ts';
import { duration } from '../../preload/contract/time-words.ts';
import { Icon } from '../components/icons/icon.tsx';
import { useNow } from '../hooks/use-now.ts';
import { chartWords, metricValue } from '../words/charts.ts';
import { type ChartModel, newest } from './model.ts';
import { firingStretches } from './overlays.ts';

const Firing = ({ sinceMs }: { sinceMs: number }) => (
  <span className="small-text danger row nowrap">
    <Icon name="bell" size="sm" />
    {chartWords.firing(duration(useNow() - sinceMs))}
  </span>
);

/** How the newest value stands to the limits of policies: firing, or on which side of the nearest one. */
export const LimitState = ({ limits, model }: { limits: readonly MetricLimit[]; model: ChartModel }) => {
  const firing = limits.flatMap(({ firingSinceMs }) => firingSinceMs ?? []);
  if (firing.length > 0) return <Firing sinceMs={Math.min(...firing)} />;
  const [first] = model.lines;
  const now = first && newest(model, first)?.value;
  const [nearest] = limits.toSorted((one, other) => Math.abs(one.value - (now ?? 0)) - Math.abs(other.value - (now ?? 0)));
  if (nearest === undefined || now === undefined) return null;
  const limit = metricValue(model.unit, nearest.value);
  const times = firingStretches(model).length;
  const isUnder = now <= nearest.value;
  const isWell = isUnder === (nearest.comparison === 'GreaterThan');
  return (
    <span className="small-text faint row nowrap">
      <Icon name={isWell ? 'well' : 'clock'} size="sm" />
      {[isUnder ? chartWords.under(limit) : chartWords.over(limit), ...(times > 0 ? [chartWords.fired(times)] : [])].join(', ')}
    </span>
  );
};
