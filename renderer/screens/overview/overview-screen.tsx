import { longDay } from '../../../preload/contract/time-words.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Note } from '../../components/feedback/note.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { ActionGlyph } from '../../components/status/action-status.tsx';
import { AttentionList } from '../../components/status/attention-list.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useMeta, useRows, useTeam } from '../../hooks/use-view.ts';
import { NewDroplet } from '../../jobs/new-droplet.tsx';
import { allTeams, usePage } from '../../page/page.ts';
import { actionOutcome } from '../../readings/action-outcome.ts';
import { attentionOf } from '../../readings/attention.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { wholeNumber } from '../../words/locale.ts';
import { money } from '../../words/money.ts';
import { overviewWords } from '../../words/overview.ts';
import { stateWords } from '../../words/states.ts';
import { clockOrDay } from '../../words/times.ts';
import { viewNames } from '../../words/views.ts';
import { ComingCard } from './coming-card.tsx';
import { MonthCard } from './month-card.tsx';
import { Pins } from './pins.tsx';
import { RunningCard } from './running-card.tsx';

/** Nothing is known to need a person, but some things are not known. Never said to be well. */
const NotAllRead = ({ connections }: { connections: readonly ConnectionRow[] }) => (
  <div className="quiet-line of-several">
    <Icon name="info" className="quiet" />
    <span className="two-lines grow">
      <span className="medium">
        {overviewWords.noProblemSeen} <span className="faint">{overviewWords.notAllRead}</span>
      </span>
      {connections.map(({ id, teamName, statusText }) => (
        <span key={id} className="small-text quiet">
          {teamName}: {statusText}
        </span>
      ))}
    </span>
  </div>
);

const AttentionCard = ({ teamId, connections }: { teamId: string | null; connections: readonly ConnectionRow[] }) => {
  const rows = attentionOf(useRows('attention'), teamId);
  const unread = connections.filter((connection) => connection.unread.length > 0 || connection.status !== 'ok');
  const droplets = connections.reduce((sum, connection) => sum + connection.dropletCount, 0);
  return (
    <section className="card" aria-labelledby="attention-title">
      <header>
        <h2 id="attention-title">{overviewWords.attention}</h2>
        {rows.length > 0 && <span className="faint tabular">{wholeNumber(rows.length)}</span>}
      </header>
      {rows.length > 0 ? (
        <AttentionList rows={rows} />
      ) : unread.length > 0 ? (
        <NotAllRead connections={unread} />
      ) : (
        <div className="quiet-line">
          <StatusGlyph name="done" />
          <span className="medium">{overviewWords.allWell}</span>
          <span className="faint cut">{overviewWords.allWellDetail(droplets, connections.length)}</span>
        </div>
      )}
    </section>
  );
};

const latelyAtMost = 5;

const LatelyCard = ({ teamId }: { teamId: string | null }) => {
  const now = useNow();
  const latest = useRows('actions')
    .filter((action) => action.status !== 'in-progress' && (teamId === null || action.connectionId === teamId))
    .sort((a, b) => (b.completedAtMs ?? b.startedAtMs) - (a.completedAtMs ?? a.startedAtMs))
    .slice(0, latelyAtMost);
  if (latest.length === 0) return null;
  return (
    <section className="card lately" aria-labelledby="lately-title">
      <header>
        <h2 id="lately-title">{overviewWords.lately}</h2>
        <span className="grow" />
        <a className="link small-text" href={hrefOf('activity')}>
          {overviewWords.all}
        </a>
      </header>
      <ul>
        {latest.map((action) => (
          <li key={action.key} className="soon">
            <span className="small-text faint tabular nowrap">{clockOrDay(action.completedAtMs ?? action.startedAtMs, now)}</span>
            <ActionGlyph action={action} />
            <a className="cut" href={hrefOf('activity', action.key)}>
              {action.title}
            </a>
            <span className="small-text faint tabular cut right">{actionOutcome(action).text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const TeamsCard = ({ connections }: { connections: readonly ConnectionRow[] }) => {
  const { team } = usePage();
  return (
    <section className="card" aria-labelledby="teams-title">
      <header>
        <h2 id="teams-title">{overviewWords.teams}</h2>
      </header>
      <ul className="list plain teams">
        {connections.map((connection) => (
          <li key={connection.id}>
            <Monogram letters={connection.monogram} size="large" />
            <button type="button" className="bare two-lines grow stretched" onClick={() => team.set(connection.id)}>
              <span className="medium cut">{connection.teamName}</span>
              <span className="small-text faint cut">
                {dropletWords.countOf(connection.dropletCount)} ·{' '}
                {connection.attentionCount > 0 ? (
                  <span className="danger">{overviewWords.issues(connection.attentionCount)}</span>
                ) : connection.status === 'ok' ? (
                  connection.unread.length > 0 ? (
                    overviewWords.notRead
                  ) : (
                    overviewWords.well
                  )
                ) : (
                  connection.statusText
                )}
              </span>
            </button>
            <span className="tabular quiet">{money(connection.balance?.monthToDateUsage ?? null)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What a person wants to know first: what is wrong, what runs, and what it costs. */
export const OverviewScreen = () => {
  const { teamId, connections } = useTeam();
  const { team } = usePage();
  const { isDemoOpen } = useMeta();
  const now = useNow();
  return (
    <>
      <ViewBar title={viewNames.overview} beside={longDay(now, now)} last={<NewDroplet />} />
      <div className="body overview">
        <div className="overview-columns">
          <div className="stack">
            <AttentionCard teamId={teamId} connections={connections} />
            <div className="pair">
              <RunningCard teamId={teamId} />
              <ComingCard teamId={teamId} />
            </div>
            <LatelyCard teamId={teamId} />
          </div>
          <div className="stack">
            <MonthCard connections={connections} />
            {teamId === null ? (
              <TeamsCard connections={connections} />
            ) : (
              <button type="button" className="link small-text row" onClick={() => team.set(allTeams)}>
                <Icon name="team" size="sm" />
                {dropletWords.showAllTeams}
              </button>
            )}
            {isDemoOpen && (
              <Note icon="info" lead={stateWords.demoLead}>
                {stateWords.demoDetail}{' '}
                <a className="link nowrap" href={hrefOf('welcome')}>
                  {stateWords.connectAccount}
                </a>
              </Note>
            )}
          </div>
        </div>
        <Pins teamId={teamId} />
      </div>
    </>
  );
};
