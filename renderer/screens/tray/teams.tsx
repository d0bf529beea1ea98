import { useMemo } from 'react';
import type { ConnectionRow, DropletRow } from '../../../preload/contract/view.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { Monogram } from '../../components/status/monogram.tsx';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { wholeNumber } from '../../words/locale.ts';
import { trayWords } from '../../words/tray.ts';
import { DropletLine, MoreLine } from './rows.tsx';
import { listedAtMost, listedOf } from './team-droplets.ts';

const statesWithReason: ReadonlySet<ConnectionRow['status']> = new Set([
  'throttled',
  'held',
  'refused',
  'waiting-for-vault',
  'secret-lost',
  'failing',
]);
const tones: Partial<Record<ConnectionRow['status'], string>> = {
  refused: 'danger medium',
  'secret-lost': 'danger medium',
  throttled: 'warn medium',
  'waiting-for-vault': 'warn medium',
  failing: 'warn medium',
};

/** Why a team's data is not as it should be, and what to do; nothing if all is well. */
const Reason = ({ team }: { team: ConnectionRow }) =>
  statesWithReason.has(team.status) ? <p className="small-text quiet tray-reason">{team.statusText}</p> : null;

/** The droplets of a team that is open, or those of a closed one that need a person. */
const Droplets = ({
  team,
  droplets,
  issues,
  isOpen,
  parentId,
}: {
  team: ConnectionRow;
  droplets: readonly DropletRow[];
  issues: ReadonlySet<string>;
  isOpen: boolean;
  parentId?: string;
}) => {
  const { show } = usePage();
  const listed = useMemo(() => listedOf(droplets, { isOpen, issues }), [droplets, isOpen, issues]);
  const parent = parentId === undefined ? {} : { parentId };
  return (
    <ul>
      {listed.map((droplet) => (
        <li key={droplet.key}>
          <DropletLine droplet={droplet} rowId={`droplet/${droplet.key}`} {...parent} />
        </li>
      ))}
      {isOpen && droplets.length > listedAtMost && (
        <MoreLine
          rowId={`window/${team.id}`}
          {...parent}
          text={trayWords.allInBuoy(droplets.length)}
          isInWindow
          onOpen={() => void show(hrefOf('droplets'))}
        />
      )}
    </ul>
  );
};

const TeamState = ({ team }: { team: ConnectionRow }) =>
  team.attentionCount > 0 ? (
    <span className="tiny-text danger medium nowrap">{trayWords.issues(team.attentionCount)}</span>
  ) : (
    <span className={`tiny-text nowrap ${tones[team.status] ?? 'faint'}`} title={team.statusText}>
      {team.status === 'ok' && team.unread.length > 0 ? trayWords.notAllRead : trayWords.teamStates[team.status]}
    </span>
  );

const none: readonly DropletRow[] = [];

/** A team's row with its count and state. Closed, it still shows which of its droplets need a person. */
const Team = ({
  team,
  droplets,
  issues,
  isOpen,
  onTurn,
}: {
  team: ConnectionRow;
  droplets: readonly DropletRow[];
  issues: ReadonlySet<string>;
  isOpen: boolean;
  onTurn: (isOpen: boolean) => void;
}) => {
  const rowId = `team/${team.id}`;
  return (
    <li>
      <button
        type="button"
        className="menu-item tray-team"
        data-row={rowId}
        aria-expanded={isOpen}
        onClick={() => onTurn(!isOpen)}
      >
        <Icon name={isOpen ? 'down' : 'right'} size="xs" className="faint" />
        <Monogram letters={team.monogram} size="small" />
        <span className="cut medium" title={team.label} dir="auto">
          {team.label}
        </span>
        {team.droplets.fetchedAtMs !== null && (
          <>
            <span className="tiny-text faint tabular" aria-hidden="true">
              {wholeNumber(team.dropletCount)}
            </span>
            <span className="unseen">{dropletWords.countOf(team.dropletCount)}</span>
          </>
        )}
        <span className="grow" />
        <TeamState team={team} />
      </button>
      <div className="tray-inside">
        {isOpen && <Reason team={team} />}
        <Droplets team={team} droplets={droplets} issues={issues} isOpen={isOpen} parentId={rowId} />
      </div>
    </li>
  );
};

/** Every team, or the droplets themselves where there is only one team. */
export const Teams = ({
  connections,
  droplets,
  issues,
  openIds,
  onTurn,
}: {
  connections: readonly ConnectionRow[];
  /** By team. */
  droplets: ReadonlyMap<string, readonly DropletRow[]>;
  /** Keys of the droplets that need a person. */
  issues: ReadonlySet<string>;
  /** Ids of the teams that the person opened. */
  openIds: ReadonlySet<string>;
  onTurn: (teamId: string, isOpen: boolean) => void;
}) => {
  const [only] = connections;
  if (only && connections.length === 1) {
    const own = droplets.get(only.id) ?? none;
    return (
      <section aria-labelledby="tray-droplets">
        <h2 id="tray-droplets" className="caption">
          {trayWords.droplets}
        </h2>
        {only.status === 'failing' && <Reason team={only} />}
        {own.length === 0 && (
          <p className="tray-reason faint">{only.droplets.fetchedAtMs === null ? trayWords.asking : trayWords.noDroplets}</p>
        )}
        <Droplets team={only} droplets={own} issues={issues} isOpen />
      </section>
    );
  }
  return (
    <section aria-labelledby="tray-teams">
      <h2 id="tray-teams" className="caption">
        {trayWords.teams}
      </h2>
      <ul>
        {connections.map((team) => (
          <Team
            key={team.id}
            team={team}
            droplets={droplets.get(team.id) ?? none}
            issues={issues}
            isOpen={openIds.has(team.id)}
            onTurn={(isOpen) => onTurn(team.id, isOpen)}
          />
        ))}
      </ul>
    </section>
  );
};
