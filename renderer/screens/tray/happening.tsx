import type { ComingRow } from '../../../preload/contract/coming.ts';
import type { ActionRow, AttentionRow, IncidentRow } from '../../../preload/contract/view.ts';
import { usePage } from '../../page/page.ts';
import { isDated } from '../../readings/coming.ts';
import { hrefOf } from '../../routes/routes.ts';
import { comingWords } from '../../words/coming.ts';
import { trayWords } from '../../words/tray.ts';
import { ComingLine } from './coming-line.tsx';
import { AttentionLine, IncidentLine, MoreLine, RunningLine } from './rows.tsx';
import type { InPlace } from './use-in-place.ts';

/** Rows of each of the two lists. */
const listedAtMost = 6;
const comingAtMost = 4;

/** What needs a person, most urgent first. */
export const Attention = ({ rows, inPlace }: { rows: readonly AttentionRow[]; inPlace: InPlace }) => {
  const { show } = usePage();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="tray-attention">
      <h2 id="tray-attention" className="caption">
        {trayWords.attention}
      </h2>
      <ul>
        {rows.slice(0, listedAtMost).map((row) => (
          <AttentionLine key={row.key} row={row} rowId={`attention/${row.key}`} inPlace={inPlace} />
        ))}
        {rows.length > listedAtMost && (
          <MoreLine
            rowId="more-attention"
            text={trayWords.moreInBuoy(rows.length - listedAtMost)}
            isInWindow
            onOpen={() => void show(hrefOf('overview'))}
          />
        )}
      </ul>
    </section>
  );
};

/** What is near, the earliest first. */
export const ComingUp = ({ rows }: { rows: readonly ComingRow[] }) => {
  const { show } = usePage();
  const near = rows.filter(isDated).sort((a, b) => a.atMs - b.atMs);
  if (near.length === 0) return null;
  return (
    <section aria-labelledby="tray-coming">
      <h2 id="tray-coming" className="caption">
        {comingWords.card}
      </h2>
      <ul>
        {near.slice(0, comingAtMost).map((row) => (
          <ComingLine key={row.key} row={row} />
        ))}
        {near.length > comingAtMost && (
          <MoreLine
            rowId="more-coming"
            text={trayWords.moreInBuoy(near.length - comingAtMost)}
            isInWindow
            onOpen={() => void show(hrefOf('coming-up'))}
          />
        )}
      </ul>
    </section>
  );
};

/** What DigitalOcean reports of itself, the worst first. It may be the reason of what follows. */
export const Incidents = ({ rows }: { rows: readonly IncidentRow[] }) =>
  rows.length === 0 ? null : (
    <ul aria-label={trayWords.incidents}>
      {rows.slice(0, listedAtMost).map((incident) => (
        <IncidentLine key={incident.key} incident={incident} />
      ))}
    </ul>
  );

/** The actions that run, the oldest first. */
export const Running = ({ actions }: { actions: readonly ActionRow[] }) => {
  const { show } = usePage();
  if (actions.length === 0) return null;
  return (
    <section aria-labelledby="tray-running">
      <h2 id="tray-running" className="caption">
        {trayWords.running}
      </h2>
      <ul>
        {actions.slice(0, listedAtMost).map((action) => (
          <RunningLine key={action.key} action={action} rowId={`running/${action.key}`} />
        ))}
        {actions.length > listedAtMost && (
          <MoreLine
            rowId="more-running"
            text={trayWords.moreInBuoy(actions.length - listedAtMost)}
            isInWindow
            onOpen={() => void show(hrefOf('activity'))}
          />
        )}
      </ul>
    </section>
  );
};
