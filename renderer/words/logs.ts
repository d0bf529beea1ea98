import { sentences } from '../../preload/contract/isolates.ts';
import type { LogEnd } from '../../preload/contract/log.ts';
import type { LogType } from '../../preload/contract/log-route.ts';
import { counted, wholeNumber } from './locale.ts';

/** What was written when, as the segments above a log say it. */
export const logTypeNames: Record<LogType, string> = {
  build: 'Build',
  deploy: 'Deploy',
  run: 'Run',
  crashed: 'Crashed',
  job: 'Job run',
};

/** In place of lines where there are none. */
const nothingWritten: Record<LogType, string> = {
  build: 'There is no build log of this deployment.',
  deploy: 'There is no deploy log of this deployment. It may not have come so far.',
  run: 'There is no run log of this deployment. DigitalOcean keeps none of what is no longer live.',
  crashed: 'No instance of this deployment ended by itself. What one writes before it does is shown here.',
  job: 'This run has written nothing.',
};

const endings: Record<LogEnd, string> = {
  over: 'This log is complete',
  none: 'Nothing more comes',
  unwatched: 'Ended after ten minutes in which nobody looked',
  much: 'Ended after 250 MB',
};

export const logWords = sentences({
  title: 'Log',
  label: (app: string, component: string | null, type: string) =>
    component === null ? `Log of ${app}: ${type}` : `Log of ${app}, ${component}: ${type}`,
  back: (name: string) => `Back to ${name}`,
  theApp: 'the app',
  wrap: 'Wrap long lines',
  copyShown: 'Copy what is shown',
  clear: 'Clear',
  save: 'Save…',
  saved: (name: string) => `Saved as ${name}`,
  components: 'Component',
  allComponents: 'All components',
  types: 'What was written',
  search: 'Search',
  hits: (at: number | null, count: number) =>
    count === 0 ? 'none' : at === null ? wholeNumber(count) : `${wholeNumber(at)} of ${wholeNumber(count)}`,
  sayHit: (at: number, count: number, text: string) => `${wholeNumber(at)} of ${wholeNumber(count)}: ${text}`,
  noHits: 'No line has that',
  previous: 'Previous hit',
  next: 'Next hit',
  clearSearch: 'Clear the search',
  onlyHits: 'Only hits',
  follow: 'Follow',
  newest: (behind: number) => (behind === 0 ? 'Newest' : `Newest, ${wholeNumber(behind)} more`),
  opening: 'Asking DigitalOcean where the log is',
  reading: 'Reading the log',
  quiet: 'Connected. Nothing was written yet.',
  quietDetail: 'Lines show here as they are written.',
  cleared: 'Cleared',
  clearedDetail: 'New lines show here as they are written.',
  noMatch: 'No line matches',
  noMatchDetail: 'Change the search, or show all lines.',
  nothing: 'Nothing was written',
  nothingDetail: (type: LogType) => nothingWritten[type],
  asks: (host: string) => `This log is kept at ${host}`,
  asksDetail: 'That is none of DigitalOcean’s own hosts. Buoy sends it the address that DigitalOcean gave, and nothing else.',
  allow: (host: string) => `Read it from ${host}`,
  failedWhat: 'this log',
  tryAgain: 'Try again',
  readAgain: 'Read it again',
  goOn: 'Go on',
  noPlace: 'There is no such log',
  noPlaceDetail: 'Open the log from an app, a deployment or a run of a job.',
  apps: 'Show the apps',
  following: 'Following',
  live: 'Live',
  connecting: 'Connecting',
  asking: 'Nothing is read before you answer',
  waiting: (seconds: number) => (seconds <= 0 ? 'Connecting again' : `Connecting again in ${seconds} s`),
  failed: 'Stopped',
  ended: (why: LogEnd) => endings[why],
  count: (lines: number, since: string | null) =>
    since === null ? counted(lines, 'line', 'lines') : `${counted(lines, 'line', 'lines')} since ${since}`,
  last: (ago: string) => `the last one ${ago}`,
  dropped: (count: number) => `${counted(count, 'older line', 'older lines')} dropped`,
  kept: 'Only in memory, the last 5 MB',
  skipped: (count: number) => `${counted(count, 'line', 'lines')} came too fast and were dropped here.`,
  copied: (count: number) => counted(count, 'line', 'lines'),
  levels: { error: 'error', warn: 'warn' },
});
