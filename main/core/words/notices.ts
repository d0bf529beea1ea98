import { sentences } from '../../../preload/contract/isolates.ts';
import { clock, duration } from '../../../preload/contract/time-words.ts';
import { actionNoun } from './actions.ts';
import { count, counted, listed, money, roundMoney } from './numbers.ts';
import { worldRegions } from './regions.ts';
import { clockTime } from './time.ts';

/** Every kind of notice, in the order of Settings: its name there, and the title of one notice about several of that kind. */
export const noticeKindWords = sentences({
  'action-completed': {
    name: 'An action is done',
    together: (count: number) => `${counted(count, 'action')} finished`,
  },
  'action-errored': {
    name: 'An action failed',
    together: (count: number) => `${counted(count, 'action')} failed`,
  },
  'action-slow': {
    name: 'An action takes far longer than usual',
    together: (count: number) => `${counted(count, 'action')} ${count === 1 ? 'takes' : 'take'} far longer than usual`,
  },
  'droplet-down': {
    name: 'A droplet went down unexpectedly',
    together: (count: number) => `${counted(count, 'droplet')} ${count === 1 ? 'is' : 'are'} down`,
  },
  'uptime-down': {
    name: 'An uptime check is down',
    together: (count: number) => `${counted(count, 'check')} ${count === 1 ? 'does' : 'do'} not answer`,
  },
  'uptime-up': {
    name: 'An uptime check is up again',
    together: (count: number) => `${counted(count, 'check')} ${count === 1 ? 'answers' : 'answer'} again`,
  },
  'alert-fired': {
    name: 'An alert fired',
    together: (count: number) => `${counted(count, 'alert')} fired`,
  },
  'alert-cleared': {
    name: 'An alert cleared',
    together: (count: number) => `${counted(count, 'alert')} cleared`,
  },
  'spend-threshold': {
    name: 'Spend passed your limit',
    together: (count: number) => `${counted(count, 'spending limit')} reached`,
  },
  'spend-share': {
    name: 'Spend nears your limit',
    together: (count: number) => `${counted(count, 'spending limit')} nearly reached`,
  },
  'spend-forecast': {
    name: 'The forecast passes your limit',
    together: (count: number) => `${counted(count, 'forecast')} over your limit`,
  },
  'spend-day': {
    name: 'A day costs far more than usual',
    together: (count: number) => `${counted(count, 'day')} cost far more than usual`,
  },
  'token-refused': {
    name: 'A token is refused',
    together: (count: number) => `${counted(count, 'token')} refused`,
  },
  'coming-up': {
    name: 'Something ends soon',
    together: (count: number) => `${counted(count, 'thing')} ${count === 1 ? 'is' : 'are'} coming up`,
  },
} as const);

/** What was true of some things and is over, for kinds whose title else says that it lasts. One thing may have been so several times. */
const wasSo: Readonly<Partial<Record<keyof typeof noticeKindWords, (things: number) => string>>> = {
  'action-slow': (things) => `${counted(things, 'thing')} had actions that took far longer than usual`,
  'droplet-down': (things) => `${counted(things, 'droplet')} went down`,
  'uptime-down': (things) => `${counted(things, 'check')} did not answer`,
  'uptime-up': (things) => `${counted(things, 'check')} answered again`,
};

/** Settings and history store the kinds, so a kind must never change its key. */
export type NoticeKind = keyof typeof noticeKindWords;
export const noticeKinds = Object.keys(noticeKindWords) as NoticeKind[];
/** False for a kind that another version wrote. */
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKindWords, kind);

/** Buttons of notices. An ellipsis means that a question follows. */
export const noticeButtonWords = {
  show: 'Show',
  powerOn: 'Power on',
  powerOff: 'Power off…',
  powerCycle: 'Power cycle…',
  tryAgain: 'Try again',
  replaceToken: 'Replace…',
  snooze: 'Snooze 1 h',
  endSnooze: 'End snooze',
} as const;

/**
 * What a desktop notice says. The title names the thing and what happened; the body names the team and gives the detail. Both
 * are short, because systems cut long ones.
 */
export const noticeWords = sentences({
  /** Only after Buoy looked. Else an action's own sentence says that it is done. */
  seenTitle: (name: string, status: 'active' | 'off') => (status === 'active' ? `${name} is back` : `${name} is off`),
  /** All that a completed shutdown says. */
  toldToStopTitle: (name: string) => `${name} was told to shut down`,
  stillOnTitle: (name: string) => `${name} did not stop`,
  stillOnBody: (team: string, afterMs: number) => `${team} · still on ${duration(afterMs)} after its shutdown. Power it off?`,
  /** `type` where the title does not say already what was done. */
  completedBody: (type: string | null, team: string, tookMs: number | null) =>
    `${type === null ? '' : `${actionNoun(type)}, `}${team}${tookMs === null ? '' : ` · took ${duration(tookMs)}`}`,
  erroredBody: (team: string, reason: string) => `${team} · ${reason}`,
  slowTitle: (title: string) => `${title} takes far longer than usual`,
  slowBody: (team: string, usual: string) => `${team} · usually ${usual}`,
  downTitle: (name: string) => `${name} is down`,
  downBody: (team: string, region: string) => `${team} · ${region} · nobody turned it off`,
  uptimeDownTitle: (name: string) => `${name} does not answer`,
  uptimeDownBody: (team: string, target: string, { downIn, sinceMs }: { downIn: readonly string[]; sinceMs: number | null }) =>
    [
      team,
      target,
      ...(downIn.length === 0 ? [] : [`seen from ${worldRegions(downIn)}`]),
      ...(sinceMs === null ? [] : [`since ${clock(sinceMs)}`]),
    ].join(' · '),
  uptimeUpTitle: (name: string) => `${name} answers again`,
  uptimeUpBody: (team: string, tookMs: number | null, target: string) =>
    [team, target, ...(tookMs === null ? [] : [`it was down for ${duration(tookMs)}`])].join(' · '),
  alertBody: (team: string, value: string, sinceMs: number, nowMs: number) =>
    `${team} · now ${value} · since ${clockTime(sinceMs, nowMs)}`,
  alertClearedTitle: (title: string) => `No longer: ${title}`,
  alertClearedBody: (team: string, value: string, sinceMs: number, nowMs: number) =>
    `${team} · now ${value} · it fired since ${clockTime(sinceMs, nowMs)}, for ${duration(nowMs - sinceMs)}`,
  /** In place of each time that something comes and goes. */
  flapsTitle: (title: string, times: number) => `${title}: ${count(times)} times in the last hour`,
  spendTitle: (usedUsd: string, thresholdUsd: string) => `${money(usedUsd)} spent, over ${money(thresholdUsd)}`,
  spendShareTitle: (percent: number, limitUsd: string) => `Over ${percent} % of ${money(limitUsd)} spent`,
  spendForecastTitle: (forecastUsd: string, limitUsd: string) =>
    `Heading for about ${roundMoney(forecastUsd)}, over ${money(limitUsd)}`,
  spendBody: (teams: number) => (teams === 1 ? 'This month' : `This month, ${teams} teams together`),
  spendDayTitle: (spentUsd: string) => `${money(spentUsd)} in a day`,
  spendDayBody: (team: string, usualUsd: string) => `${team} · usually about ${money(usualUsd)}`,
  refusedTitle: (label: string) => `${label}: token refused`,
  refusedBody: (lastWorkedAtMs: number | null, nowMs: number) =>
    lastWorkedAtMs === null
      ? 'Replace it in Settings.'
      : `It last worked ${clockTime(lastWorkedAtMs, nowMs)}. Replace it in Settings.`,
  /** Said of an action of whose kind nothing was learned yet. `ranMs` is a lower bound. */
  longTitle: (title: string) => `${title} takes unusually long`,
  longBody: (team: string, ranMs: number) => `${team} · running for over ${duration(ranMs)}`,
  comingTitle: (title: string, until: string) => `${title} ${until}`,
  comingBody: (team: string, detail: string) => (detail === '' ? team : `${team} · ${detail}`),
  togetherTitle: (kind: NoticeKind, count: number, isAfterAbsence: boolean) =>
    `${noticeKindWords[kind].together(count)}${isAfterAbsence ? ' while Buoy was away' : ''}`,
  /** Of notices that came one by one and are over, about so many things. */
  runTitle(kind: NoticeKind, count: number, things: number) {
    const was = wasSo[kind];
    if (was === undefined) return noticeKindWords[kind].together(count);
    return things === count ? was(things) : `${was(things)}, ${count} times in all`;
  },
  togetherBody: (names: readonly string[]) => listed(names, 4),
} as const);
