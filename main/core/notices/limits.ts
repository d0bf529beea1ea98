import type { Notice, NoticePart } from '../../../preload/contract/notice.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import { routes } from '../names/routes.ts';
import { type NoticeKind, noticeWords } from '../words/notices.ts';
import { showButton } from './buttons.ts';
import type { NoticeDraft } from './definition.ts';

/** This many notices of a kind at once become one. */
export const burstFrom = 4;
/** Facts of a burst that are kept one by one. The history has room for 500 notices, and must stay a small file. */
const partsAtMost = 50;
/** After `burstFrom` notices of a kind within this time, further ones go to the history without a sound. */
const burstWindowMs = 60_000;

export interface TellingOptions {
  settings: Settings['notices'];
  nowMs: number;
  /** Facts that were told already, in this run and before. */
  told: ReadonlySet<string>;
  /** Until when matters are snoozed, Unix milliseconds. */
  snoozes: ReadonlyMap<string, number>;
  /** The history, newest first. */
  history: readonly Notice[];
  /** These are the first answers after a start or a sleep: everything found becomes one notice of each kind. */
  isAfterAbsence: boolean;
}

/** Rows for the history, where silent ones are marked, and the facts that count as told from now on. */
export interface ToldNotices {
  notices: Notice[];
  facts: string[];
}

/**
 * Turns drafts into notices: each fact once, a burst of one kind as a single notice, and nothing on the desktop while the
 * person wants quiet. A silent notice still goes to the history, and its fact counts as told.
 */
export function tell(drafts: readonly NoticeDraft[], options: TellingOptions): ToldNotices {
  const { told, nowMs } = options;
  const fresh = drafts.filter((draft, index) => {
    return !told.has(draft.fact) && drafts.findIndex((other) => other.fact === draft.fact) === index;
  });
  const [snoozed = [], awake = []] = [true, false].map((is) => fresh.filter((draft) => isSnoozed(draft, options) === is));
  const notices = snoozed.map((draft): Notice => ({ ...alone(draft, nowMs), isSilent: true }));
  for (const [kind, group] of Map.groupBy(awake, (draft) => draft.kind)) {
    const isOne = group.length >= burstFrom || (options.isAfterAbsence && group.length > 1);
    const rows = isOne ? [together(kind, group, options)] : group.map((draft) => alone(draft, nowMs));
    const isQuiet = isSilenced(kind, options.settings, nowMs);
    let shown = shownLately(kind, options);
    for (const row of rows) {
      const isSilent = isQuiet || shown >= burstFrom;
      if (!isSilent) shown += 1;
      notices.push({ ...row, isSilent });
    }
  }
  return { notices, facts: fresh.map((draft) => draft.fact) };
}

/** Fields that every new notice starts with. Its time is when it is told, not when the fact happened. */
const common = (nowMs: number) => ({ atMs: nowMs, isRead: false, isSilent: false });

/** Whether the person wants to hear nothing of that matter for now: neither that it lasts nor that it ended. */
const isSnoozed = ({ about }: NoticeDraft, { snoozes, nowMs }: TellingOptions): boolean =>
  about !== null && (snoozes.get(about.matter) ?? 0) > nowMs;

/** What a notice about one fact and a part of one about several have in common. */
function partOf(draft: NoticeDraft, atMs: number): NoticePart {
  const { fact, title, body, route, about } = draft;
  const matter = about === null || about.isOver ? null : about.matter;
  return { key: fact, title, body, route, atMs, matter, buttons: [...draft.buttons] };
}

function alone(draft: NoticeDraft, nowMs: number): Notice {
  const { kind, connectionId, name } = draft;
  return { ...partOf(draft, nowMs), kind, connectionId, name, count: 1, parts: [], ...common(nowMs) };
}

/** One notice about several facts. It leads to their common place, else to Activity. */
function together(kind: NoticeKind, group: readonly NoticeDraft[], { nowMs, isAfterAbsence }: TellingOptions): Notice {
  const connectionIds = new Set(group.map((draft) => draft.connectionId));
  const ways = new Set(group.map((draft) => draft.route));
  const names = [...new Set(group.map((draft) => draft.name).filter((name) => name !== ''))];
  const route = (ways.size === 1 ? group[0]?.route : null) ?? routes.activity;
  return {
    key: `together/${group[0]?.fact}`,
    kind,
    title: noticeWords.togetherTitle(kind, group.length, isAfterAbsence),
    body: noticeWords.togetherBody(names),
    connectionId: connectionIds.size === 1 ? (group[0]?.connectionId ?? null) : null,
    name: '',
    route,
    matter: null,
    buttons: [showButton(route)],
    count: group.length,
    parts: group.slice(0, partsAtMost).map((draft) => partOf(draft, draft.atMs)),
    ...common(nowMs),
  };
}

/** How many notices of that kind were on the desktop within the last minute. */
function shownLately(kind: NoticeKind, { history, nowMs }: TellingOptions): number {
  return history.filter((row) => row.kind === kind && !row.isSilent && nowMs - row.atMs < burstWindowMs && row.atMs <= nowMs)
    .length;
}

/** Whether notices of that kind stay off the desktop now. */
export function isSilenced(kind: NoticeKind, settings: Settings['notices'], nowMs: number): boolean {
  if (!settings.isOn || settings.muted.includes(kind)) return true;
  if (settings.snoozedUntilMs !== null && settings.snoozedUntilMs > nowMs) return true;
  return settings.quietHours.isOn && isWithin(settings.quietHours.from, settings.quietHours.to, nowMs);
}

/**
 * Whether the local time is within quiet hours. `from` and `to` are "HH:MM"; `to` itself is outside. They span midnight when
 * `to` is the earlier one, and the whole day when both are equal.
 */
function isWithin(from: string, to: string, nowMs: number): boolean {
  const at = new Date(nowMs);
  const now = at.getHours() * 60 + at.getMinutes();
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start < end ? now >= start && now < end : now >= start || now < end;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
