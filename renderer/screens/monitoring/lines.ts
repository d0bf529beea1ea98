import type { NoticeRow } from '../../../preload/contract/notice.ts';
import type { AttentionRow, ConnectionRow, Unread } from '../../../preload/contract/view.ts';
import type { CheckRow, PolicyRow, WatchRow } from '../../../preload/contract/watching.ts';
import { hrefOf } from '../../routes/routes.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { percent } from '../../words/sparks.ts';
import type { Busiest, BusyDroplet, Unknown } from './busiest.ts';

/** One line of Monitoring. Heads and notes are read, the others open. */
export type WatchLine =
  | { kind: 'head'; id: string; isHead: true; title: string; count: string }
  | { kind: 'note'; id: string; isHead: true; text: string; link: NoteLink | null }
  | { kind: 'busy-head'; id: string; isHead: true; count: string; asked: readonly string[] }
  | { kind: 'firing'; id: string; isHead: false; row: AttentionRow }
  | { kind: 'check'; id: string; isHead: false; row: CheckRow }
  | { kind: 'policy'; id: string; isHead: false; row: PolicyRow }
  | { kind: 'busy'; id: string; isHead: false; row: BusyDroplet; isTeamNamed: boolean }
  | { kind: 'notice'; id: string; isHead: false; row: NoticeRow };

/** Where a note leads. */
export interface NoteLink {
  label: string;
  href: string;
}

/** Everything that the lines are made from, of the shown teams only. */
export interface Watched {
  connections: readonly ConnectionRow[];
  firing: readonly AttentionRow[];
  checks: readonly CheckRow[];
  policies: readonly PolicyRow[];
  watching: readonly WatchRow[];
  notices: readonly NoticeRow[];
  /** All of that was read, and there is none. */
  isNothing: boolean;
  busiest: Busiest;
  /** Droplets whose CPU is asked for to find the busiest. */
  asked: readonly string[];
  /** The drawings of CPU are switched on. */
  hasSparks: boolean;
}

const head = (id: string, title: string, count = ''): WatchLine => ({ kind: 'head', id, isHead: true, title, count });
const note = (id: string, text: string, link: NoteLink | null = null): WatchLine => ({
  kind: 'note',
  id,
  isHead: true,
  text,
  link,
});
/** Where the person says how closely Buoy watches. */
const change: NoteLink = { label: monitoringWords.change, href: hrefOf('settings', 'polling') };

const stateOrder = ['down', 'unknown', 'up', 'paused'] as const;
const policyOrder = ['firing', 'unknown', 'fine', 'unwatched', 'muted'] as const;

/** What is down comes first, then what is not known, and of both by name. */
const checksInOrder = (checks: readonly CheckRow[]): CheckRow[] =>
  checks.toSorted(
    (one, other) => stateOrder.indexOf(one.status) - stateOrder.indexOf(other.status) || one.name.localeCompare(other.name),
  );
const policiesInOrder = (policies: readonly PolicyRow[]): PolicyRow[] =>
  policies.toSorted(
    (one, other) => policyOrder.indexOf(one.state) - policyOrder.indexOf(other.state) || one.name.localeCompare(other.name),
  );

/** The lines, most urgent first: what fires and is down, then every check, every policy, and what was told lately. Without any of it only the busiest droplets. */
export function watchLines(watched: Watched): WatchLine[] {
  const { firing, checks, policies, notices } = watched;
  if (watched.isNothing) return busyLines(watched);
  const isRead = isAllRead(watched.connections);
  return [
    head('firing', monitoringWords.firing, firing.length === 0 ? '' : String(firing.length)),
    ...(firing.length === 0
      ? [note('none-fires', `${isRead ? monitoringWords.noneFires : monitoringWords.noneFiresAsRead}.`)]
      : []),
    ...firing.map((row): WatchLine => ({ kind: 'firing', id: `firing ${row.key}`, isHead: false, row })),
    ...uptimeLines(watched),
    ...checksInOrder(checks).map((row): WatchLine => ({ kind: 'check', id: `check ${row.key}`, isHead: false, row })),
    ...policyHead(watched),
    ...policiesInOrder(policies).map((row): WatchLine => ({ kind: 'policy', id: `policy ${row.key}`, isHead: false, row })),
    ...busyLines(watched),
    ...unwatchedLines(watched),
    head('lately', monitoringWords.lately),
    ...(notices.length === 0 ? [note('none-lately', monitoringWords.latelyNone)] : []),
    ...notices.map((row): WatchLine => ({ kind: 'notice', id: `notice ${row.key}`, isHead: false, row })),
  ];
}

/** Without these nobody can say that nothing fires. */
const watchedKinds: ReadonlySet<Unread['what']> = new Set(['checks', 'uptime', 'policies', 'alerts']);
export const isAllRead = (connections: readonly ConnectionRow[]): boolean =>
  connections.every(({ unread }) => !unread.some(({ what }) => watchedKinds.has(what)));

function uptimeLines({ connections, checks, watching }: Watched): WatchLine[] {
  const asked = checks.filter(({ status }) => status !== 'paused');
  const up = asked.filter(({ status }) => status === 'up').length;
  const texts = textsOf(connections, watching, ({ checksText }) => checksText);
  return [
    head('uptime', monitoringWords.uptime, checks.length === 0 ? '' : monitoringWords.up(up, asked.length)),
    ...(checks.length === 0
      ? [note('no-checks', missing(connections, 'checks', monitoringWords.uptimeNone))]
      : texts.map((text, index) =>
          note(`checks ${index}`, index === texts.length - 1 ? `${text} ${monitoringWords.noLatency}` : text),
        )),
  ];
}

function policyHead({ connections, policies, watching }: Watched): WatchLine[] {
  const told = policies.filter(({ state }) => state !== 'muted' && state !== 'unwatched');
  const quiet = told.filter(({ state }) => state === 'fine').length;
  const texts = textsOf(connections, watching, ({ policiesText, requestsText }) =>
    policiesText === null ? null : [policiesText, requestsText].filter(Boolean).join(' '),
  );
  return [
    head('policies', monitoringWords.policies, policies.length === 0 ? '' : monitoringWords.quiet(quiet, told.length)),
    ...(policies.length === 0
      ? [note('no-policies', missing(connections, 'policies', monitoringWords.policiesNone))]
      : texts.map((text, index) => note(`pairs ${index}`, text, change))),
  ];
}

/** The busiest droplets, and what is known of the others. */
function busyLines({ connections, watching, busiest, asked, hasSparks }: Watched): WatchLine[] {
  const shown = watching.filter(({ connectionId }) => connections.some(({ id }) => id === connectionId));
  const sum = (of: 'watched' | 'all') => shown.reduce((total, { droplets }) => total + droplets[of], 0);
  const count = sum('all') === 0 ? '' : monitoringWords.watchedOf(sum('watched'), sum('all'));
  return [
    { kind: 'busy-head', id: 'busiest', isHead: true, count, asked },
    ...busiest.rows.map(
      (row): WatchLine => ({ kind: 'busy', id: `busy ${row.key}`, isHead: false, row, isTeamNamed: connections.length > 1 }),
    ),
    ...busyNotes(busiest, connections, hasSparks),
  ];
}

/** In the order in which they are said. */
const unknowns: readonly Unknown[] = ['waiting', 'failed', 'none', 'spared'];

function busyNotes(
  { rows, rest, unknown, isEmpty }: Busiest,
  connections: readonly ConnectionRow[],
  hasSparks: boolean,
): WatchLine[] {
  if (isEmpty === 'no droplet') return [note('no-droplets', missing(connections, 'droplets', monitoringWords.noDroplets))];
  if (isEmpty === 'none runs') return [note('none-runs', monitoringWords.noneRuns)];
  if (!hasSparks && rows.length === 0) return [note('cpu-unread', monitoringWords.cpuUnread, change)];
  const texts = [
    ...(rest ? [monitoringWords.restBelow(rest.count, percent(rest.percent))] : []),
    ...unknowns.flatMap((why) => {
      const count = unknown.get(why) ?? 0;
      return count === 0 ? [] : monitoringWords.restUnknown[why](count);
    }),
  ];
  const all: NoteLink = { label: monitoringWords.allDroplets, href: hrefOf('droplets') };
  return texts.length === 0 ? [] : [note('busy-rest', texts.join(' '), all)];
}

/** Which droplets no look tells anything of, and why. What the budget leaves out can be changed. */
function unwatchedLines({ connections, watching }: Watched): WatchLine[] {
  const rows = connections.flatMap(({ id, teamName }) => {
    const row = watching.find(({ connectionId }) => connectionId === id);
    return row ? [{ ...row, teamName }] : [];
  });
  if (rows.every(({ unwatched }) => unwatched.length === 0)) return [];
  const all = rows.reduce((sum, { droplets }) => sum + droplets.all, 0);
  const left = rows.reduce((sum, { droplets }) => sum + droplets.all - droplets.watched, 0);
  return [
    head('unwatched', monitoringWords.unwatchedHead, monitoringWords.ofDroplets(left, all)),
    ...rows.flatMap(({ key, teamName, unwatched }) =>
      unwatched.map(({ why, count, names }) => {
        const text = monitoringWords.unwatchedNames(monitoringWords.unwatched[why](count), names, count - names.length);
        const isNamed = connections.length > 1;
        return note(
          `unwatched ${key} ${why}`,
          isNamed ? monitoringWords.ofTeam(teamName, text) : text,
          why === 'beyond' ? change : null,
        );
      }),
    ),
  ];
}

/** What to say in place of a list that has no rows. */
function missing(connections: readonly ConnectionRow[], what: 'checks' | 'policies' | 'droplets', none: string): string {
  const unread = connections.flatMap((connection) => connection.unread.filter((one) => one.what === what));
  if (unread.length === 0) return none;
  return unread.some(({ failure }) => failure !== null) ? monitoringWords.notRead : monitoringWords.reading;
}

/** What watching costs, team by team. The team's name is said where there are several. */
function textsOf(
  connections: readonly ConnectionRow[],
  watching: readonly WatchRow[],
  textOf: (row: WatchRow) => string | null,
): string[] {
  return connections.flatMap(({ id, teamName }) => {
    const row = watching.find(({ connectionId }) => connectionId === id);
    const text = row ? textOf(row) : null;
    if (text === null) return [];
    return connections.length === 1 ? text : monitoringWords.ofTeam(teamName, text);
  });
}
