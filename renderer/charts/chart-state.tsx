import type { ReactNode } from 'react';
import type { MetricRange } from '../../preload/contract/metric-charts.ts';
import { Button } from '../components/controls/button.tsx';
import { openLink } from '../droplet-actions/reach.ts';
import { useDelayed } from '../hooks/use-delayed.ts';
import { useRow } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import { chartWords, rangeText } from '../words/charts.ts';
import { asTitle } from '../words/sentences.ts';
import { frameWords } from '../words/views.ts';
import { dropletKey } from './droplet-names.ts';
import type { ChartedThing, MetricRead } from './use-metric.ts';

/** DigitalOcean's own page about the agent. */
const agentPage = 'https://docs.digitalocean.com/products/monitoring/how-to/install-metrics-agent/';

const Said = ({ lead, children, act }: { lead: string; children?: ReactNode; act?: ReactNode }) => (
  <div className="chart-said small-text">
    <p className="medium">{lead}</p>
    {children && <p className="faint">{children}</p>}
    {act}
  </div>
);

/** Why a droplet sent nothing: it is off, or the agent is missing. */
export const NoMetrics = ({ thing, range }: { thing: ChartedThing; range: MetricRange }) => {
  const page = usePage();
  const droplet = useRow('droplets', thing.kind === 'droplet' ? dropletKey(thing) : null);
  if (thing.kind !== 'droplet') return <Said lead={chartWords.empty(rangeText(range))} />;
  if (droplet?.status === 'off') return <Said lead={chartWords.isOff}>{chartWords.isOffDetail(rangeText(range))}</Said>;
  const install = (
    <Button size="small" icon="external" onClick={() => void openLink(page, agentPage)}>
      {chartWords.howToInstall}
    </Button>
  );
  return (
    <Said lead={chartWords.noAgent} act={install}>
      {chartWords.noAgentDetail}
    </Said>
  );
};

const Waiting = ({ text }: { text: string }) =>
  useDelayed(true) ? (
    <p className="chart-said small-text faint" role="status">
      {text}
    </p>
  ) : null;

/** What stands in place of a drawing that is not there: still reading, could not be read, or nothing was measured. */
export const ChartState = ({
  read,
  thing,
  title,
  range,
}: {
  read: MetricRead;
  thing: ChartedThing;
  title: string;
  range: MetricRange;
}) => {
  const { chart, failure, isReading, readAgain } = read;
  if (chart !== null) return <NoMetrics thing={thing} range={range} />;
  if (failure === null) return <Waiting text={chartWords.reading(title)} />;
  const again = (
    <Button size="small" isBusy={isReading} onClick={readAgain}>
      {frameWords.tryAgain}
    </Button>
  );
  return (
    <Said lead={asTitle(failure.message)} act={again}>
      {failure.nextStep}
    </Said>
  );
};
