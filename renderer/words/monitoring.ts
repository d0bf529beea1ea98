import { sentences } from '../../preload/contract/isolates.ts';
import { duration } from '../../preload/contract/time-words.ts';
import { counted, wholeNumber } from './locale.ts';

/** Words of Monitoring. */
export const monitoringWords = sentences({
  section: 'What to look at',
  now: 'Now',
  charts: 'Charts',
  list: 'Alerts, uptime checks and alert policies',
  firing: 'Firing',
  noneFires: 'Nothing is firing',
  noneFiresAsRead: 'Nothing is firing in what was read',
  empty: 'Nothing is watched yet',
  uptime: 'Uptime checks',
  /** "3 of 4 up". */
  up: (up: number, all: number) => `${wholeNumber(up)} of ${wholeNumber(all)} up`,
  uptimeNone: 'No uptime check.',
  /** What people look for here, and the API has not. */
  noLatency: 'How long an answer takes, DigitalOcean’s API does not tell.',
  policies: 'Alert policies',
  quiet: (quiet: number, all: number) => `${wholeNumber(quiet)} of ${wholeNumber(all)} quiet`,
  policiesNone: 'No alert policy.',
  notRead: 'Not read, so nothing is known of them.',
  reading: 'Being read…',
  lately: 'Lately',
  latelyNone: 'No alert fired and no check went down while Buoy watched.',
  allNotices: 'All notices',
  change: 'Change',
  newCheck: 'New check…',
  newPolicy: 'New alert…',
  ofTeam: (team: string, text: string) => `${team}: ${text}`,
  snooze: 'Snooze 1 h',
  endSnooze: 'End snooze',
  /** Since when, and what the policy or the team is. */
  since: (time: string, detail: string) => `${detail} · since ${time}`,
  upSince: (time: string) => `up since ${time}`,
  downSince: (time: string | null) => (time === null ? 'down' : `down since ${time}`),
  upFrom: 'up',
  unknown: 'no answer yet',
  notYet: 'not looked at yet',
  paused: 'paused: nobody is told',
  checking: 'being checked',
  regionState: (region: string, state: string) => `${region} ${state}`,
  lastOutage: (lengthMs: number, time: string) => `last outage ${duration(lengthMs)}, ${time}`,
  percent: (value: number) => `${value === 100 ? '100' : value.toFixed(2)} %`,
  percentHint: 'Over 30 days, as DigitalOcean says. The lowest of its regions.',
  /** Of the bars of a check, for screen readers: what they show in one sentence. */
  bars: (days: number, troubled: number) =>
    days === 0
      ? 'Buoy has not seen it on any of the last 30 days'
      : `Seen on ${counted(days, 'day', 'days')} of the last 30: ${troubled === 0 ? 'never down' : `down on ${wholeNumber(troubled)}`}`,
  dayUp: (day: string) => `${day}: up`,
  dayDown: (day: string, downMs: number) => `${day}: down for ${duration(downMs)}`,
  dayUnknown: (day: string) => `${day}: not seen`,
  lookedAt: (time: string) => `looked at ${time}`,
  more: (count: number) => `${wholeNumber(count)} more`,
  notWatched: 'Not watched',
  busiestHead: 'Busiest droplets',
  watchedOf: (watched: number, all: number) => `${wholeNumber(watched)} of ${wholeNumber(all)} watched`,
  allDroplets: 'All droplets',
  noDroplets: 'No droplet.',
  noneRuns: 'None runs.',
  /** Of a row: what was measured. */
  cpu: 'CPU',
  memory: 'Memory',
  disk: 'Disk',
  measuredAt: (time: string) => `measured ${time}`,
  /** The rest of the droplets, whose highest value is known. */
  restBelow: (count: number, percent: string) => `${wholeNumber(count)} more, ${count === 1 ? 'at' : 'none above'} ${percent}.`,
  cpuUnread: 'No alert policy that is watched compares their CPU, and the drawings of it are switched off.',
  restUnknown: {
    none: (count: number) => `${counted(count, 'sends', 'send')} no metrics.`,
    failed: (count: number) => `The metrics of ${wholeNumber(count)} could not be read.`,
    spared: (count: number) => `${counted(count, 'is', 'are')} left out to spare requests.`,
    waiting: (count: number) => `${counted(count, 'is', 'are')} being read…`,
  },
  unwatchedHead: 'Droplets not watched',
  ofDroplets: (count: number, all: number) => `${wholeNumber(count)} of ${wholeNumber(all)}`,
  unwatched: {
    beyond: (count: number) => `${counted(count, 'is', 'are')} left out to spare requests, or in no alert policy`,
    silent: (count: number) => `${counted(count, 'sends', 'send')} no metrics: DigitalOcean’s agent is missing or does not run`,
    off: (count: number) => `${counted(count, 'is off and sends', 'are off and send')} nothing`,
    'no-policy': (count: number) => `${counted(count, 'is', 'are')} in no alert policy that is watched`,
  },
  unwatchedNames: (why: string, names: readonly string[], rest: number) =>
    `${why}: ${names.join(', ')}${rest > 0 ? ` and ${wholeNumber(rest)} more` : ''}.`,
  certificate: (until: string) => `certificate ends ${until}`,
  certificateEnded: (until: string) => `certificate ended ${until}`,
  certificateHint: (name: string) => `The certificate ${name} of this team, which is for this address`,
  copyAddress: 'Copy address',
});
