import type { Measured } from '../../../preload/contract/watching.ts';
import { SparkLine } from '../../charts/spark.tsx';
import { useAskedSparks } from '../../charts/use-known-sparks.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { GroupHead } from '../../components/lists/list-row.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { percent } from '../../words/sparks.ts';
import { ago } from '../../words/times.ts';
import type { BusyDroplet } from './busiest.ts';

const inks: Readonly<Record<Measured['state'], string>> = { firing: 'danger medium', leaning: 'warn', quiet: '' };

/** A value with its name; only its room where nobody knows it. */
const Value = ({ label, value, now }: { label: string; value: Measured | null; now: number }) => (
  <span className="busy-value nowrap tabular" title={value ? monitoringWords.measuredAt(ago(value.atMs, now)) : undefined}>
    {value && (
      <>
        <span className="faint small-text">{label}</span> <span className={inks[value.state]}>{percent(value.percent)}</span>
      </>
    )}
  </span>
);

/** A droplet with its CPU over a day, and what policies know of its memory and disk. */
export const BusyLine = ({ row, isTeamNamed }: { row: BusyDroplet; isTeamNamed: boolean }) => {
  const now = useNow();
  const team = useRow('connections', isTeamNamed ? row.connectionId : null)?.teamName;
  return (
    <div role="presentation" className="watch-row busy">
      <span role="gridcell" className="lead faint">
        <Icon name="droplet" />
      </span>
      <span role="gridcell" className="cut words">
        <span className="medium">{row.name}</span> {team && <span className="faint small-text">{team}</span>}
      </span>
      <span role="gridcell" className="busy-spark">
        {row.spark?.state === 'read' && <SparkLine spark={row.spark} width={120} height={24} />}
      </span>
      <span role="gridcell" className="row busy-values">
        <Value label={monitoringWords.cpu} value={row.cpu} now={now} />
        <Value label={monitoringWords.memory} value={row.memory} now={now} />
        <Value label={monitoringWords.disk} value={row.disk} now={now} />
      </span>
    </div>
  );
};

/** The head of the busiest. While it is in sight, it asks for what has to be known to find them. */
export const BusyHead = ({ count, asked, columnCount }: { count: string; asked: readonly string[]; columnCount: number }) => {
  useAskedSparks(asked);
  return (
    <GroupHead columnCount={columnCount}>
      <b>{monitoringWords.busiestHead}</b>
      <span className="tabular nowrap">{count}</span>
    </GroupHead>
  );
};
