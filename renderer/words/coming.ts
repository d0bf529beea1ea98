import type { ComingKind, LeadKind } from '../../preload/contract/coming-kinds.ts';
import { sentences } from '../../preload/contract/isolates.ts';
import { clock, daysApart, weekday } from '../../preload/contract/time-words.ts';
import { counted, wholeNumber } from './locale.ts';
import { asTitle } from './sentences.ts';

const week = 7;

/** So many fit into a toast of two lines. */
const severalNamed = 2;

/** Words of what is coming up. Titles and details of the lines come from the core. */
export const comingWords = sentences({
  card: 'Coming up',
  all: 'All',
  allLabel: 'All that is coming up',
  several: (count: number) => `${counted(count, 'thing is', 'things are')} coming up`,
  /** The first ones by name. */
  severalDetail: (titles: readonly string[]) => {
    const rest = titles.length - severalNamed;
    return [titles.slice(0, severalNamed).join('; '), ...(rest > 0 ? [`and ${wholeNumber(rest)} more`] : [])].join(', ');
  },
  none: 'Nothing is near.',
  back: 'Back to the overview',
  label: 'What is coming up',
  groups: {
    past: 'Over',
    week: 'This week',
    month: 'Next 30 days',
    later: 'Later',
    choice: 'When you choose',
    untold: 'No date told',
  },
  kinds: {
    certificates: 'Certificates',
    tokens: 'Tokens',
    keys: 'Access keys',
    versions: 'Versions',
    maintenance: 'Maintenance',
    backups: 'Backups',
    upgrades: 'Upgrades',
    prefixes: 'Reserved prefixes',
  } satisfies Record<ComingKind, string>,
  everyKind: 'Every kind',
  emptyTitle: 'Nothing is coming up',
  /** Where some lists could not be read. */
  emptyTitleAsRead: 'Nothing is coming up in what was read',
  emptyDetail: 'Nothing with a date was found.',
  emptyDetailUntold: 'Nothing with a date was found. What has none is below.',
  noneOfKindTitle: 'Nothing of this kind',
  noneOfKindDetail: 'Choose another kind, or every kind.',
  readingDetail: 'Asking DigitalOcean for dates',
  save: 'Save as calendar…',
  saved: (entries: number) => `${counted(entries, 'entry', 'entries')} saved as a calendar`,
  noEntries: 'Nothing here has a date that a calendar could hold',
  more: (title: string) => `More for: ${title}`,
  /** The hours of a window, where the person is. */
  hours: (atMs: number, endsAtMs: number | null) =>
    endsAtMs === null ? `from ${clock(atMs)}` : `${clock(atMs)} to ${clock(endsAtMs)}`,
  unread: (team: string) => `Not read in ${team}:`,
  leftOut: (team: string) => `${team}:`,
  unreadOf: (lists: readonly { name: string; why: string }[]) =>
    lists.map(({ name, why }) => `${name} (${asTitle(why)})`).join(', '),
  foot: (ago: string | null) =>
    [
      ago === null ? 'Dates are read twice a day.' : `Dates are read twice a day, last ${ago}.`,
      'The end of a token is what you entered: DigitalOcean does not tell it.',
    ].join(' '),
  marks: { near: 'soon', ends: 'ends', upkeep: 'upkeep' },
  leads: 'Tell me before',
  leadOf: (days: number) => (days === 0 ? 'Never' : counted(days, 'day', 'days')),
  leadHint: 'Whatever is chosen, again 7 days and 1 day before.',
  isOff: 'These notices are switched off in Settings.',
  leadLabel: (kind: string) => `${kind}: tell me before`,

  tokenEnd: 'Token ends on…',
  tokenEndTitle: (label: string) => `When does the token of ${label} end?`,
  tokenEndLabel: 'Last day',
  tokenEndHint: 'DigitalOcean shows it beside the token, but does not tell Buoy. Leave it empty if it never ends.',
  tokenEndsIn: (until: string) => `token ends ${until}`,
  tokenEnded: (until: string) => `token ended ${until}`,
} as const);

/** Names of the kinds that have lead times. */
export const leadName = (kind: LeadKind): string => comingWords.kinds[kind];

/** Below a date: how near the day is, its name within this year, or another year. */
export function dayBelow(atMs: number, nowMs: number): string {
  const days = daysApart(nowMs, atMs);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const [year, thisYear] = [atMs, nowMs].map((ms) => new Date(ms).getFullYear());
  // Within a week the name says which day it is, even in another year.
  return year === thisYear || Math.abs(days) < week ? weekday(atMs) : String(year);
}
