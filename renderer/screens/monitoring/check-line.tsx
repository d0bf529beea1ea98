import { exactMoment, untilOrAgo } from '../../../preload/contract/time-words.ts';
import type { CheckRow } from '../../../preload/contract/watching.ts';
import { type GlyphName, StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { inOneLine } from '../../words/sentences.ts';
import { ago, clockOrDay } from '../../words/times.ts';
import { UptimeBars } from './uptime-bars.tsx';

const glyphs: Readonly<Record<CheckRow['status'], GlyphName>> = { up: 'done', down: 'down', unknown: 'starting', paused: 'off' };
const regionWords: Readonly<Record<CheckRow['regions'][number]['status'], string>> = {
  up: monitoringWords.upFrom,
  down: monitoringWords.downSince(null),
  checking: monitoringWords.checking,
  unknown: monitoringWords.unknown,
};

/** The days before its end that DigitalOcean proposes for an alert about a certificate. */
const nearMs = 14 * 86_400_000;

/** The state in words, with since when. */
function stateText({ status, sinceMs, lookedAtMs }: CheckRow, now: number): string {
  const since = sinceMs === null ? null : clockOrDay(sinceMs, now);
  if (status === 'paused') return monitoringWords.paused;
  if (status === 'down') return monitoringWords.downSince(since);
  if (status === 'up') return since === null ? monitoringWords.upFrom : monitoringWords.upSince(since);
  return lookedAtMs === null ? monitoringWords.notYet : monitoringWords.unknown;
}

/** What each region sees; only their names where all of them see the same. */
export function regionsText({ regions, status }: CheckRow): string {
  const states = new Set(regions.map((region) => region.status));
  if (states.size <= 1 && (status === 'up' || status === 'down')) return regions.map(({ name }) => name).join(', ');
  return regions.map((region) => monitoringWords.regionState(region.name, regionWords[region.status])).join(', ');
}

/** Until when its certificate holds, as the team's certificates say. */
const Certificate = ({ name, endsAtMs, now }: { name: string; endsAtMs: number; now: number }) => {
  const until = untilOrAgo({ atMs: endsAtMs, endsAtMs: null, isDay: false }, now);
  const text = endsAtMs < now ? monitoringWords.certificateEnded(until) : monitoringWords.certificate(until);
  return (
    <span className={endsAtMs - now < nearMs ? 'warn nowrap' : 'faint nowrap'} title={monitoringWords.certificateHint(name)}>
      {text}
    </span>
  );
};

/** One uptime check: its state in every region, the last outage, and its days. */
export const CheckLine = ({ row }: { row: CheckRow }) => {
  const now = useNow();
  const { name, status, previousOutage: outage, uptimePercent, days, lookedAtMs } = row;
  const state = stateText(row, now);
  const regions = regionsText(row);
  const last = outage && monitoringWords.lastOutage(outage.endedAtMs - outage.startedAtMs, clockOrDay(outage.endedAtMs, now));
  return (
    <div role="presentation" className="watch-row check">
      <span role="gridcell" className="lead">
        <StatusGlyph name={glyphs[status]} />
      </span>
      <span role="gridcell" className="two-lines words">
        <span className="cut">
          <span className="medium">{name}</span> <span className={status === 'down' ? 'danger' : 'faint'}>{state}</span>
        </span>
        <span className="row small-text">
          <span
            className="faint cut"
            title={inOneLine([regions, lookedAtMs !== null && monitoringWords.lookedAt(ago(lookedAtMs, now))])}
          >
            {regions}
          </span>
          {row.certificate && <Certificate {...row.certificate} now={now} />}
        </span>
      </span>
      <span role="gridcell" className="bars">
        <UptimeBars days={days} nowMs={now} />
      </span>
      <span role="gridcell" className="two-lines right uptime-figures" title={monitoringWords.percentHint}>
        <span className="tabular nowrap">{uptimePercent === null ? '–' : monitoringWords.percent(uptimePercent)}</span>
        <span className="small-text faint cut" title={outage ? exactMoment(outage.startedAtMs) : undefined}>
          {last}
        </span>
      </span>
    </div>
  );
};
