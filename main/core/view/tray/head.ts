import type { ConnectionRow, MenuNode, TrayView } from '../../../../preload/contract/view.ts';
import { routes } from '../../names/routes.ts';
import type { State } from '../../state/state.ts';
import { listed } from '../../words/numbers.ts';
import { trayWords } from '../../words/tray.ts';
import { isUsedElsewhere } from '../connection-status.ts';
import type { Tables } from '../tables.ts';
import { does, goes, heading, item } from './nodes.ts';

/** The tray's face, its two lines, and what a person can do about them. */
export interface Head extends Pick<TrayView, 'face' | 'title' | 'subtitle'> {
  remedies: MenuNode[];
}

/** The state and the age of the data as the menu's first line, because not every desktop shows a tooltip. */
export function headLine({ title }: Head, tables: Tables, nowMs: number): MenuNode {
  const connections = [...tables.connections.values()];
  return heading('head', title, connections.length === 0 ? null : trayWords.read(oldestFetch(connections), nowMs));
}

/** The head for the most serious state that applies. */
export function trayHead(state: State, tables: Tables, nowMs: number): Head {
  const connections = [...tables.connections.values()];
  return (
    signedOut(state, connections, nowMs) ??
    pausedHead(state, nowMs) ??
    hindered(state, connections, nowMs) ??
    knowing(tables, connections, nowMs)
  );
}

function signedOut(state: State, connections: readonly ConnectionRow[], nowMs: number): Head | null {
  if (!state.isLoaded) return { face: 'busy', ...trayWords.loading, remedies: [] };
  if (connections.length === 0) {
    const demo = item('open-demo', trayWords.openDemo, does({ kind: 'open-demo' }));
    const add = item('add-token', trayWords.addToken, goes(routes.welcome));
    return { face: 'signed-out', ...trayWords.noConnection, remedies: [add, demo] };
  }
  const labels = listed(connections.map((row) => row.label));
  const replace = item('replace-token', trayWords.replaceToken, goes(routes.connections));
  const retry = item('retry-vault', trayWords.tryNow, does({ kind: 'refresh' }));
  if (connections.every((row) => row.status === 'waiting-for-vault')) {
    return { face: 'signed-out', ...trayWords.vault(labels), remedies: [retry, replace] };
  }
  if (connections.every((row) => row.status === 'secret-lost')) {
    return { face: 'signed-out', ...trayWords.secretLost(labels), remedies: [replace] };
  }
  if (!connections.every((row) => row.status === 'refused' || row.status === 'secret-lost')) return null;
  return { face: 'signed-out', ...trayWords.refused(labels, lastWorked(connections), nowMs), remedies: [replace, retry] };
}

function pausedHead(state: State, nowMs: number): Head | null {
  if (!state.pause) return null;
  const resume = item('resume', trayWords.resume, does({ kind: 'resume-polling' }));
  return { face: 'paused', ...trayWords.paused(state.pause.untilMs, nowMs), remedies: [resume] };
}

/** Offline or throttled, if that is true for every connection that could work. */
function hindered(state: State, connections: readonly ConnectionRow[], nowMs: number): Head | null {
  const usable = connections.filter((row) => !['refused', 'secret-lost', 'waiting-for-vault'].includes(row.status));
  if (usable.length === 0) return null;
  if (usable.every((row) => row.status === 'offline')) {
    const retry = item('try-now', trayWords.tryNow, does({ kind: 'refresh' }));
    return { face: 'offline', ...trayWords.offline(state.isOnline, oldestFetch(usable), nowMs), remedies: [retry] };
  }
  if (!usable.every((row) => row.status === 'throttled')) return null;
  const untilMs = Math.min(...usable.map((row) => row.budget?.throttled?.untilMs ?? nowMs));
  const why = item('what-uses-it', trayWords.whatUsesIt, goes(routes.connections));
  const isElsewhere = usable.some(({ budget }) => budget !== null && isUsedElsewhere(budget));
  return { face: 'throttled', ...trayWords.throttled(untilMs, nowMs, isElsewhere), remedies: [why] };
}

function knowing(tables: Tables, connections: readonly ConnectionRow[], nowMs: number): Head {
  const fetchedAtMs = oldestFetch(connections);
  const summary = trayWords.summary(tables.droplets.size, connections.length);
  const subtitle = `${summary} · ${trayWords.updated(fetchedAtMs, nowMs)}`;
  if (tables.attention.size > 0) {
    return { face: 'attention', title: trayWords.attention(tables.attention.size), subtitle, remedies: [] };
  }
  const failing = connections.filter((row) => row.status === 'failing');
  if (failing.length > 0) {
    return { face: 'attention', title: failingTitle(failing), subtitle, remedies: [] };
  }
  const running = countRunning(tables);
  if (running > 0) return { face: 'busy', title: trayWords.busy(running), subtitle, remedies: [] };
  if (connections.every((row) => row.status === 'checking')) {
    return { face: 'ok', title: trayWords.checking, subtitle: summary, remedies: [] };
  }
  if (connections.every((row) => row.status === 'held')) {
    const ends = connections.map((row) => row.budget?.held?.untilMs ?? null);
    const untilMs = ends.includes(null) ? null : Math.min(...ends.filter((end) => end !== null));
    return { face: 'ok', title: trayWords.held(untilMs, nowMs), subtitle, remedies: [] };
  }
  const unread = [
    ...new Set(
      connections.flatMap((row) => row.unread.map(({ name, leftOut }) => (leftOut !== null ? trayWords.some(name) : name))),
    ),
  ];
  const title = unread.length === 0 && connections.every((row) => row.status === 'ok') ? trayWords.well : trayWords.wellAsRead;
  const more = unread.length === 0 ? [] : [trayWords.notRead(unread)];
  return { face: 'ok', title, subtitle: [subtitle, ...more].join(' · '), remedies: [] };
}

/** What all failures have in common, or that there are some. */
function failingTitle(failing: readonly ConnectionRow[]): string {
  const kinds = new Set(failing.map(({ droplets, actions }) => (droplets.failure ?? actions.failure)?.kind));
  const [kind] = kinds;
  return (kinds.size === 1 && kind ? trayWords.failingBy[kind] : undefined) ?? trayWords.failing;
}

function countRunning(tables: Tables): number {
  let running = 0;
  for (const action of tables.actions.values()) if (action.status === 'in-progress') running += 1;
  return running;
}

function oldestFetch(connections: readonly ConnectionRow[]): number | null {
  const times = connections.map((row) => row.droplets.fetchedAtMs).filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function lastWorked(connections: readonly ConnectionRow[]): number | null {
  const times = connections.map((row) => row.lastWorkedAtMs).filter((time) => time !== null);
  return times.length === 0 ? null : Math.max(...times);
}
