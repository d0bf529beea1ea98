import { sentences } from '../../../preload/contract/isolates.ts';
import { counted } from '../locale.ts';
import { dayName, utcHour } from './in-general.ts';

/** Words of facts about apps, clusters, pools and functions. */
export const computeWords = sentences({
  rolledBack: 'Rolled back',
  rolledBackText: 'New deployments wait until you keep or undo it.',
  rollBack: 'Roll back…',
  log: 'Log',
  step: (done: number, all: number) => `step ${done} of ${all}`,
  ready: (ready: number, wanted: number) => `${ready} of ${wanted} ready`,
  cpu: (percent: string) => `CPU ${percent}`,
  memory: (percent: string) => `memory ${percent}`,
  branch: (name: string) => `branch ${name}`,
  canBeInstalled: (version: string) => `${version} can be installed`,
  newest: 'the newest that is offered',
  running: (count: number) => `${count} running`,
  grows: (least: number, most: number) => `grows ${least} to ${most}`,
  window: (day: string, hour: string) =>
    [`${dayName(day)}${day === 'any' ? '' : 's'}`, utcHour(hour)].filter((part) => part !== '').join(' from '),
  patches: { true: 'patches install themselves', false: 'patches wait for you' },
  copies: { true: '3 copies', false: '1 copy' },
  between: (now: number, least: number, most: number) => `${now} of ${least} to ${most}`,
  fixed: (count: number) => `fixed: ${count}`,
  now: (percent: string) => `${percent} now`,
  aims: (percent: string) => `aims at ${percent}`,
  becauseOf: (reason: string) => reason,
  grew: (from: number, to: number) => `from ${counted(from, 'droplet', 'droplets')} to ${to}`,
  on: 'on',
  off: 'off',
  next: 'next',
  never: 'never ends',
  ends: 'ends',
});
