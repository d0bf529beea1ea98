import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Spark } from '../../preload/contract/metrics.ts';
import { useSingle } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import { percent, sparkWords } from '../words/sparks.ts';
import { sparkPaths } from './spark-path.ts';

/** The CPU of a droplet over a day, read while the component is mounted and wants it; `undefined`: not known, or switched off. */
export const useSpark = (dropletKey: string, isWanted = true): Spark | undefined => {
  const { sparks } = usePage();
  const isRead = useSingle('settings').polling.hasSparks && isWanted;
  const subscribe = useCallback(
    (listener: () => void) => (isRead ? sparks.subscribe(dropletKey, listener) : () => {}),
    [sparks, dropletKey, isRead],
  );
  return useSyncExternalStore(subscribe, () => (isRead ? sparks.get(dropletKey) : undefined));
};

const whyNot: Readonly<Record<Exclude<Spark['state'], 'read'>, string>> = {
  none: sparkWords.none,
  spared: sparkWords.spared,
  failed: sparkWords.failed,
};

/** The newest value, in words; `null`: there is none. */
export const cpuNow = (spark: Spark | undefined): string | null =>
  spark?.latest === undefined || spark.latest === null ? null : percent(spark.latest);

/** A drawing as large as a word. The scale is always 0 to 100 %, so that rows can be compared. */
export const SparkLine = ({ spark, width, height }: { spark: Spark | undefined; width: number; height: number }) => {
  const paths = useMemo(
    () => (spark?.values.length ? sparkPaths(spark.values, { width, height, top: 100 }) : null),
    [spark, width, height],
  );
  if (paths === null)
    return (
      <span className="spark-none faint" title={spark && spark.state !== 'read' ? whyNot[spark.state] : undefined}>
        {spark ? '–' : ''}
      </span>
    );
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" preserveAspectRatio="none">
      <title>{sparkWords.of(cpuNow(spark) ?? '–')}</title>
      <path className="spark-area" d={paths.area} />
      <path className="spark-line" d={paths.line} />
    </svg>
  );
};

/** The spark of a pin, with room for it before it arrives. */
export const PinSpark = ({ spark }: { spark: Spark | undefined }) => (
  <span className="pin-spark">
    {spark && spark.state !== 'read' ? (
      <span className="small-text faint">{whyNot[spark.state]}</span>
    ) : (
      <SparkLine spark={spark} width={200} height={32} />
    )}
  </span>
);

/** The spark of a row in a list. */
export const RowSpark = ({ dropletKey }: { dropletKey: string }) => (
  <SparkLine spark={useSpark(dropletKey)} width={40} height={20} />
);
