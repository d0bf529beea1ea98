import { allTeamsKey } from '../../../../preload/contract/month-key.ts';
import type { ActionRow, AttentionRow, DropletRow, IncidentRow, MenuNode, TrayView } from '../../../../preload/contract/view.ts';
import { routes } from '../../names/routes.ts';
import type { State } from '../../state/state.ts';
import { timeLeft } from '../../words/time.ts';
import { trayWords } from '../../words/tray.ts';
import type { Tables } from '../tables.ts';
import { type Chosen, chooseDroplets } from './choose-droplets.ts';
import { comingLines } from './coming-lines.ts';
import { dropletMenu } from './droplet-menu.ts';
import { headLine, trayHead } from './head.ts';
import { does, goes, heading, item, joined } from './nodes.ts';
import { pinMenu } from './pin-menu.ts';
import { tomorrowMs } from './tomorrow.ts';

/** Lines in each of the two lists, attention and running. */
const maximumListed = 8;
const incidentsListed = 3;
/** Lines of pins; nobody takes in more at a glance. */
const maximumPinned = 25;
/** Estimates move in steps of this size. A menu that differed at every poll would be sent and drawn again and again. */
const stepMs = 5000;

export interface TrayFacts {
  canQuit: boolean;
}

/**
 * The tray as a tree of lines: the state in words, what needs attention, what runs, droplets, money, and Buoy's own commands.
 * Electron draws it as a native menu; the page shows only the head and draws the tables itself. It changes only when its text
 * does, because every new menu has to be built again.
 */
export function trayView(state: State, tables: Tables, facts: TrayFacts, nowMs: number): TrayView {
  const head = trayHead(state, tables, nowMs);
  const menu = joined('menu', [
    [headLine(head, tables, nowMs)],
    head.remedies,
    incidentLines([...tables.incidents.values()]),
    attentionLines([...tables.attention.values()], nowMs),
    runningLines(tables, nowMs),
    comingLines(tables.coming.values(), nowMs),
    ...dropletGroups(state, tables),
    moneyLines(tables),
    ownLines(state, facts, nowMs),
  ]);
  // Only macOS has a place for it, beside the icon.
  const badge = head.face === 'attention' && tables.attention.size > 0 ? String(tables.attention.size) : '';
  return { ...head, badge, menu };
}

/** Trouble of DigitalOcean's own, which may be the reason of what follows. */
const incidentLines = (rows: readonly IncidentRow[]): MenuNode[] =>
  rows.slice(0, incidentsListed).map((row) => item(`incident/${row.key}`, row.text, goes(routes.overview)));

function attentionLines(rows: readonly AttentionRow[], nowMs: number): MenuNode[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, maximumListed).map((row) => {
    const show = goes(row.route ?? routes.overview);
    const detail = row.sinceMs === null ? null : trayWords.lasts(nowMs - row.sinceMs);
    const id = `attention/${row.key}`;
    if (!row.command) return item(id, row.title, show, { detail });
    const children = [
      item(`${id}/command`, row.command.label, does(row.command.command)),
      item(`${id}/show`, trayWords.show, show),
    ];
    return item(id, row.title, null, { detail, children });
  });
  return [heading('attention', trayWords.needsAttention), ...lines];
}

function runningLines(tables: Tables, exactMs: number): MenuNode[] {
  const nowMs = Math.floor(exactMs / stepMs) * stepMs;
  const running = [...tables.actions.values()].filter((action) => action.status === 'in-progress');
  if (running.length === 0) return [];
  const lines = running.slice(0, maximumListed).map((action) => {
    const extras = { detail: runningDetail(action, nowMs) };
    return item(`running/${action.key}`, action.title, goes(action.route ?? routes.activity), extras);
  });
  return [heading('running', trayWords.running), ...lines];
}

/** What is left of the estimate; without an estimate, how long the action has been running. */
function runningDetail(action: ActionRow, nowMs: number): string {
  const elapsedMs = nowMs - action.startedAtMs;
  if (action.usualMs === null) return trayWords.runningFor(elapsedMs);
  const leftMs = action.usualMs - elapsedMs;
  return leftMs > 0 ? timeLeft(leftMs) : trayWords.longerThanUsual;
}

/** The choice among thousands of droplets is made once for each table and order of pins, not each time an age goes on. */
const chosen = new WeakMap<Tables['droplets'], { pinnedKeys: readonly string[]; choice: Chosen }>();

function chosenFrom(droplets: Tables['droplets'], pinnedKeys: readonly string[]): Chosen {
  const known = chosen.get(droplets);
  if (known?.pinnedKeys === pinnedKeys) return known.choice;
  const choice = chooseDroplets(droplets.values(), pinnedKeys);
  chosen.set(droplets, { pinnedKeys, choice });
  return choice;
}

function dropletGroups(state: State, tables: Tables): MenuNode[][] {
  const { pinned, byTeam, total, isCut } = chosenFrom(tables.droplets, state.settings.pinned);
  if (tables.connections.size === 0) return [];
  const groups: MenuNode[][] = [];
  const pins = pinnedLines(state, tables, pinned);
  if (pins.length > 0) groups.push([heading('pinned', trayWords.pinned), ...pins]);
  if (total === 0) groups.push([item('no-droplets', trayWords.noDroplets, null)]);
  for (const [id, rows] of byTeam) {
    const label = tables.connections.size === 1 ? trayWords.droplets : (tables.connections.get(id)?.label ?? '');
    groups.push([heading(`team/${id}`, label), ...rows.map((row) => dropletMenu(row, state))]);
  }
  if (isCut) groups.push([item('all-droplets', trayWords.allInWindow(total), goes(routes.droplets))]);
  return groups;
}

/** Pinned droplets and other pinned things in the person's own order. */
function pinnedLines(state: State, tables: Tables, droplets: readonly DropletRow[]): MenuNode[] {
  const chosen = new Map(droplets.map((row) => [row.key, row]));
  const lines = state.settings.pinned.flatMap((key) => {
    const droplet = chosen.get(key);
    const thing = tables.pins.get(key);
    return droplet ? [dropletMenu(droplet, state)] : thing ? [pinMenu(thing)] : [];
  });
  return lines.slice(0, maximumPinned);
}

/** This month's spending with its forecast; several teams are listed below it. */
function moneyLines(tables: Tables): MenuNode[] {
  const spend = tables.months.get(allTeamsKey);
  if (!spend) return [];
  const detail = trayWords.forecast(spend.forecast?.usd ?? null, spend.generatedAtMs);
  const label = trayWords.month(spend.usedUsd, spend.generatedAtMs);
  const teams = [...tables.connections.values()].filter((row) => row.balance !== null);
  if (teams.length < 2) return [item('money', label, goes(routes.billing), { detail })];
  const children = teams.map((row) => {
    const month = tables.months.get(row.id);
    const used = month?.usedUsd ?? '0';
    const forecast = trayWords.forecast(month?.forecast?.usd ?? null, spend.generatedAtMs);
    return item(`money/${row.id}`, trayWords.teamMoney(row.label, used), goes(routes.billing), { detail: forecast });
  });
  return [item('money', label, null, { detail, children })];
}

/** Buoy's own commands. Without a connection there is nothing to refresh or to pause. */
function ownLines(state: State, facts: TrayFacts, nowMs: number): MenuNode[] {
  const isUsable = state.connections.size > 0;
  const pauses = [
    item('pause/hour', trayWords.pauseHour, does({ kind: 'pause-polling', untilMs: roundedHour(nowMs) })),
    item('pause/tomorrow', trayWords.pauseTomorrow, does({ kind: 'pause-polling', untilMs: tomorrowMs(nowMs) })),
    item('pause/open', trayWords.pauseOpen, does({ kind: 'pause-polling', untilMs: null })),
  ];
  const pause = item('pause', trayWords.pause, null, { children: pauses });
  const resume = item('resume-polling', trayWords.resume, does({ kind: 'resume-polling' }));
  return [
    item('open', trayWords.open, goes(routes.overview)),
    ...(isUsable ? [item('refresh', trayWords.refresh, does({ kind: 'refresh' }))] : []),
    ...(isUsable ? [state.pause ? resume : pause] : []),
    ...(facts.canQuit ? [item('quit', trayWords.quit, { kind: 'quit' })] : []),
  ];
}

/** An hour from now, rounded up to five minutes. An exact time would change the menu every second. */
function roundedHour(nowMs: number): number {
  const step = 300_000;
  return Math.ceil((nowMs + 3_600_000) / step) * step;
}
