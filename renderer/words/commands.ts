import type { DropletActionType } from '../../preload/contract/command.ts';
import { sentences } from '../../preload/contract/isolates.ts';
import { counted } from './locale.ts';

/** Names of the droplet actions on buttons. An ellipsis means that a question follows. */
export const actionVerbs: Record<DropletActionType, string> = {
  power_on: 'Power on',
  power_off: 'Power off…',
  power_cycle: 'Power cycle…',
  reboot: 'Reboot',
  shutdown: 'Shut down…',
  snapshot: 'Take snapshot',
  enable_backups: 'Enable backups…',
  disable_backups: 'Disable backups…',
  enable_ipv6: 'Enable IPv6',
  rename: 'Rename…',
  resize: 'Resize…',
  rebuild: 'Rebuild…',
  restore: 'Restore…',
  password_reset: 'Reset password…',
};

/** What an action does to the droplet, shown beside its name. */
export const actionEffects: Record<DropletActionType, string> = {
  power_on: 'starts it',
  power_off: 'cuts the power, stays billed',
  power_cycle: 'cuts the power and starts it again',
  reboot: 'asks it to restart',
  shutdown: 'asks it to stop, stays billed',
  snapshot: 'best taken while it is off',
  enable_backups: 'adds a fifth to its price',
  disable_backups: 'deletes its backups',
  enable_ipv6: 'adds an IPv6 address',
  rename: 'changes the name only',
  resize: 'off for about a minute',
  rebuild: 'erases its disk',
  restore: 'replaces its disk',
  password_reset: 'emails a new root password',
};

/** Words about commands: their results and their questions. */
export const commandWords = sentences({
  commandFailed: 'That did not work',
  someDidNotStart: (count: number) => `${counted(count, 'droplet', 'droplets')} did not start`,
  notStarted: (names: string) => `Not started: ${names}`,
  tookLong: (span: string) => `took ${span}`,
  doneOf: (done: number, all: number) => `${done} of ${all} done`,
  failedOf: (failed: number, all: number) => `${failed} of ${all} failed`,
  show: 'Show',
  details: 'Details',
  showLog: 'Show its log',
  cancel: 'Cancel',
  keepIt: 'Keep it',
  goesAway: 'Will be deleted',
  stays: 'Stays, still billed',
  staysFree: 'Stays',
  staysUnlessTicked: 'Stays unless ticked',
  typeToGoOn: ['Type ', ' to go on'] as const,
  doNotAsk: 'Do not ask again',
  copied: (text: string) => `Copied ${text}`,
  copyFailed: 'It could not be copied',
  saved: (name: string) => `Saved ${name}`,
  copy: (what: string) => `Copy ${what}`,
  halfWay: (title: string) => `${title}: half way`,
  save: 'Save',
  busyReason: (title: string) => `${title} is not done yet`,
  lockedReason: 'DigitalOcean has locked it',
  keptByKubernetes: 'Kubernetes keeps this droplet: change its node pool instead',
  keptByPool: (pool: string) => `The autoscale pool ${pool} keeps this droplet: change the pool instead`,
  alreadyOn: 'It is on already',
  alreadyOff: 'It is off already',
  mustBeOn: 'It is off',
  restoreNone: 'It has neither a backup nor a snapshot',
  needed: 'This is needed',
});
