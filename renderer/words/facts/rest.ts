import { sentences } from '../../../preload/contract/isolates.ts';
import { counted, wholeNumber } from '../locale.ts';

/** Words of facts about projects, tags, checks, policies, invoices and the AI platform. */
export const restWords = sentences({
  empty: 'Nothing',
  count: (count: number, one: string) => counted(count, one),
  keyKind: (kind: string, comment: string) => (comment === '' ? kind : `${kind}, ${comment}`),
  noPool: 'No autoscale pool',
  sinkWithoutId: 'DigitalOcean tells no id of this log sink, so it cannot be deleted by itself.',
  endsWith: (destination: string) =>
    destination === ''
      ? 'It ends when its destination is deleted.'
      : `It ends when its destination ${destination} is deleted, with all that sends there.`,
  noRule: 'No rule goes by it',
  checkRegions: { us_east: 'US East', us_west: 'US West', eu_west: 'EU West', se_asia: 'SE Asia' },
  since: 'since',
  days30: (percent: string) => `${percent} in 30 days`,
  outage: (region: string, length: string) => `${region}, for ${length}`,
  noOutage: 'None known',
  everyone: 'Nobody is told',
  paused: 'Paused: nobody is told',
  isOn: 'On',
  /** Why what an agent has nothing of is hidden. */
  without: {
    functions: 'it has no functions',
    guardrails: 'it has no guardrails',
    bases: 'it answers from no knowledge base',
    children: 'it hands on to no other agent',
  },
  oneByOne: 'one by one by “Add knowledge…”',
  keysNotTold: 'DigitalOcean does not tell which droplets have it',
  nobodySends: 'No cluster sends its logs there',
  scansAreOff: 'Nothing was looked at: security scans are not turned on for this team',
  notScanned: 'Nothing was looked at yet',
  calm: 'Calm, by Buoy’s own reckoning',
  unwatched: 'Not watched: it is muted',
  notReckoned: 'Not reckoned yet',
  /** "api-01 91 %": what a policy fires for, and the value that it saw. */
  fires: (name: string, value: string) => `${name} ${value}`,
  policy: (metric: string, limit: string, window: string) => `${metric} ${limit} for ${window}`,
  everyDroplet: 'Every droplet of the team',
  muted: 'Muted: nobody is told',
  tokens: (count: number) => `${wholeNumber(count)} tokens in 30 days`,
  visibility: {
    VISIBILITY_PRIVATE: 'Only with a key',
    VISIBILITY_PUBLIC: 'Anyone with the address',
    VISIBILITY_PLAYGROUND: 'Only in the playground',
    VISIBILITY_DISABLED: 'Nobody',
  },
  noKeys: 'None: nobody can ask it',
  noSource: 'None: there is nothing to answer from',
  noSchedule: 'Only when asked',
  onDemand: 'Off',
  totalTokens: (count: number) => `${wholeNumber(count)} tokens`,
  unusedBase: 'No agent',
  requests: (done: number, all: number, failed: number) =>
    `${done} of ${counted(all, 'request', 'requests')}${failed === 0 ? '' : `, ${failed} failed`}`,
  rows: (done: number, all: number) => `${done} of ${counted(all, 'row', 'rows')}`,
  findings: (count: number, severity: string) => `${counted(count, 'finding', 'findings')}: ${severity}`,
  noFinding: 'Nothing was found',
  keptFor: (days: number) => `kept for ${counted(days, 'day', 'days')}`,
  members: (count: number) => counted(count, 'member', 'members'),
  utc: (hour: number) => `from ${String(hour).padStart(2, '0')}:00 UTC`,
  everyDay: 'Every day',
  perMonth: (amount: string) => `${amount} a month`,
  perHour: (amount: string) => `${amount} an hour`,
  instance: (vcpus: number, memory: string) => `${vcpus} vCPU, ${memory}`,
  machine: (vcpus: number, memory: string, disk: string) => `${vcpus} vCPU, ${memory}, ${disk} disk`,
});
