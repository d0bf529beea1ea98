import type { FailureKind } from '../../preload/contract/failure.ts';
import { sentences } from '../../preload/contract/isolates.ts';
import { counted } from './locale.ts';
import { noBalance } from './money.ts';

/** Words of the overview. */
export const overviewWords = sentences({
  attention: 'Needs attention',
  allWell: 'All well',
  allWellDetail: (droplets: number, teams: number) =>
    `${counted(droplets, 'droplet', 'droplets')} in ${counted(teams, 'team', 'teams')}, nothing needs you.`,
  noProblemSeen: 'No problem seen',
  notAllRead: 'Not everything that could need you was read.',
  notRead: 'not all read',
  running: 'Running',
  nothingRuns: 'Nothing runs right now.',
  lately: 'Lately',
  all: 'All activity',
  teams: 'Teams',
  issues: (count: number) => counted(count, 'issue', 'issues'),
  well: 'all well',
  pinned: 'Pinned',
  offStillBilled: (price: string) => `${price}, still billed`,
  asOf: (time: string) => `as of ${time}`,
  ofLimit: (share: string) => `${share} of limit`,
  limit: (amount: string) => `limit ${amount}`,
  forecastFor: (day: string) => `Forecast for ${day}`,
  about: (amount: string) => `about ${amount}`,
  noForecast: 'after the first days of the month',
  likelyBetween: 'Likely between',
  fromTo: (from: string, to: string) => `${from} and ${to}`,
  teamsTogether: (counted: number, of: number) => (counted === of ? `${of} teams together` : `${counted} of ${of} teams`),
  limitOfAll: (amount: string) => `${amount} for all teams`,
  yourLimit: 'Your limit',
  noLimit: 'none set',
  monthSoFar: (month: string) => `${month} so far`,
  noBalance: (failure: FailureKind | null) => `${noBalance(failure)}.`,
  spendLabel: (spent: string, forecast: string | null, limit: string | null) =>
    [`${spent} this month`, forecast && `about ${forecast} by its end`, limit && `limit ${limit}`].filter(Boolean).join(', '),
});
