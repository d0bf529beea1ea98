import type { ConnectionRow, Unread } from '../../../preload/contract/view.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf, type Route } from '../../routes/routes.ts';
import { listed, stateWords } from '../../words/states.ts';
import { Note } from '../feedback/note.tsx';
import { StripAct } from './strip-act.tsx';

/** Where each kind of data is wanted. The overview names what is missing beside what needs a person. */
const wanted: Partial<Record<Route['view'], readonly Unread['what'][]>> = {
  droplets: ['droplets'],
  activity: ['actions'],
  monitoring: ['checks', 'uptime', 'policies', 'alerts'],
};

/** Teams whose other troubles have a strip of their own say there why nothing is read. */
const missing = ({ unread, status }: ConnectionRow, whats: readonly Unread['what'][]): Unread[] =>
  unread.filter(
    ({ what, failure, leftOut }) =>
      whats.includes(what) && (failure === null ? leftOut !== null : status === 'ok' || failure.kind === 'forbidden'),
  );

/** Names what could not be read and would stand in this view, and which scope it needs. */
export const UnreadStrips = ({ connections }: { connections: readonly ConnectionRow[] }) => {
  const { router } = usePage();
  const whats = wanted[useRoute().view] ?? [];
  return connections.flatMap((connection) => {
    const shown = missing(connection, whats);
    const partly = shown
      .filter(({ failure }) => failure === null)
      .map(({ what, leftOut }) => (
        <Note key={`${connection.id} ${what}`} isStrip icon="info" lead={stateWords.leftOutLead(connection.teamName)}>
          {leftOut}
        </Note>
      ));
    const unread = shown.filter(({ failure }) => failure !== null);
    if (unread.length === 0) return partly;
    const names = listed(unread.map(({ name }) => name));
    const scopes = [...new Set(unread.flatMap(({ failure }) => failure?.scopes ?? []))];
    const other = unread.find(({ failure }) => failure?.kind !== 'forbidden')?.failure;
    if (other)
      return [
        ...partly,
        <Note key={connection.id} isStrip icon="alert" lead={stateWords.notReadLead(connection.teamName, names)}>
          {[other.message, other.nextStep].filter(Boolean).join(' ')}
        </Note>,
      ];
    return [
      ...partly,
      <Note
        key={connection.id}
        isStrip
        icon="lock"
        lead={stateWords.notAllowedLead(connection.teamName, names)}
        act={<StripAct label={stateWords.replaceToken} onClick={() => router.go(hrefOf('settings', 'connections'))} />}
      >
        {scopes.length > 0 && stateWords.scopeNeeded(scopes)}
      </Note>,
    ];
  });
};
