import type { ConnectionRow, IncidentRow } from '../../../preload/contract/view.ts';
import { openLink } from '../../droplet-actions/reach.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useRows } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import type { Route } from '../../routes/routes.ts';
import { stateWords } from '../../words/states.ts';
import { ago } from '../../words/times.ts';
import { Note } from '../feedback/note.tsx';
import { StripAct } from './strip-act.tsx';

/** Whether trouble with that family belongs into the view. The overview has all; what touches no family stands beside actions. */
function isShownIn(route: Route, familyId: string | null): boolean {
  switch (route.view) {
    case 'overview':
      return true;
    case 'droplets':
      return familyId === 'droplets_list';
    case 'resources':
      return familyId !== null && route.path[0] === familyId;
    case 'activity':
      return familyId === null;
    default:
      return false;
  }
}

/** What DigitalOcean reports of itself, where it touches what the view shows of these teams. */
export const IncidentStrips = ({ connections }: { connections: readonly ConnectionRow[] }) => {
  const page = usePage();
  const route = useRoute();
  const now = useNow();
  const ids = new Set(connections.map(({ id }) => id));
  const isHere = ({ touches }: IncidentRow) =>
    touches.some(({ connectionId, familyId }) => ids.has(connectionId) && isShownIn(route, familyId));
  return useRows('incidents')
    .filter(isHere)
    .map(({ key, text, title, statusText, impact, startedAtMs, url }) => (
      <Note
        key={key}
        isStrip
        icon="alert"
        tone={impact === 'major' || impact === 'critical' ? 'warn' : 'plain'}
        lead={text}
        act={<StripAct label={stateWords.statusPage} onClick={() => void openLink(page, url)} />}
      >
        {title}{' '}
        <span className="faint">
          · {stateWords.incidentState(statusText, startedAtMs === null ? null : ago(startedAtMs, now))}
        </span>
      </Note>
    ));
};
