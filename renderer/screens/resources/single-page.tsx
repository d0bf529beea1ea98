import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { TeamMark } from '../../components/status/team-mark.tsx';
import { factsOf } from '../../families/facts.ts';
import type { Family } from '../../families/family.ts';
import { Facts } from './fact-tree.tsx';
import { NoRows, ReadAgain, ReadAt, Trouble } from './read-state.tsx';
import type { FamilyRead } from './use-family.ts';

/** What an operation answers that reads one thing of a team and no list: its facts, team by team. */
export const SinglePage = ({
  family,
  read,
  connections,
}: {
  family: Family;
  read: FamilyRead;
  connections: readonly ConnectionRow[];
}) => (
  <div className="family-view">
    <section className="list-side">
      <div className="row filters">
        <span className="grow" />
        <ReadAt atMs={read.readAtMs} />
        <ReadAgain read={read} />
      </div>
      {read.items.length > 0 && <Trouble read={read} />}
      {read.items.length === 0 ? (
        <NoRows family={family} read={read} teams={connections.length} isSearched={false} />
      ) : (
        <div className="single-page scrolling">
          {read.items.map(({ connectionId, item }) => (
            <section key={connectionId} aria-label={teamOf(connections, connectionId)}>
              {connections.length > 1 && (
                <h2 className="section-head row">
                  <TeamMark connectionId={connectionId} />
                  {teamOf(connections, connectionId)}
                </h2>
              )}
              <Facts facts={factsOf(item)} connectionId={connectionId} />
            </section>
          ))}
        </div>
      )}
    </section>
  </div>
);

const teamOf = (connections: readonly ConnectionRow[], id: string): string =>
  connections.find((connection) => connection.id === id)?.teamName ?? '';
