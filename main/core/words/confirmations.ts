import type { DropletActionType } from '../../../preload/contract/command.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { actionLabel } from './actions.ts';
import { counted, listed, money } from './numbers.ts';

/** What each disruptive action does to one droplet, and to several. Actions that are not here run without a question. */
const effects: Partial<Record<DropletActionType, [one: string, many: string]>> = {
  power_cycle: [
    'It is cut off and started again at once. Unsaved data in memory is lost. Reboot is the gentler way.',
    'They are cut off and started again at once. Unsaved data in memory is lost. Reboot is the gentler way.',
  ],
  power_off: [
    'It is cut off at once, as if the plug were pulled. Unsaved data in memory is lost, and it stays billed while it is off.',
    'They are cut off at once, as if the plug were pulled. Unsaved data in memory is lost, and they stay billed while they are off.',
  ],
  shutdown: [
    'It is asked to shut down and stays off until somebody powers it on. It stays billed while it is off.',
    'They are asked to shut down and stay off until somebody powers them on. They stay billed while they are off.',
  ],
  resize: [
    'It must be off for this, and is not reachable until it is powered on again.',
    'They must be off for this, and are not reachable until they are powered on again.',
  ],
  rebuild: [
    'Its disk is erased and set up again from the image. Its addresses stay.',
    'Their disks are erased and set up again from the image. Their addresses stay.',
  ],
  restore: [
    'Its disk is replaced by the image. Everything written since the image was taken is lost.',
    'Their disks are replaced by the image. Everything written since the image was taken is lost.',
  ],
  disable_backups: [
    'Its backups are deleted, and no new ones are made. Those that you want to keep have to become snapshots first.',
    'Their backups are deleted, and no new ones are made. Those that you want to keep have to become snapshots first.',
  ],
  password_reset: [
    'It gets a new root password, which DigitalOcean mails to the account. It is restarted for that.',
    'They get new root passwords, which DigitalOcean mails to the account. They are restarted for that.',
  ],
};

const unknownEffect: [string, string] = ['It is interrupted.', 'They are interrupted.'];

/** Questions before something that can do harm: a title, lines with the effect and the team, and the label of the button. */
export const confirmationWords = sentences({
  title: (type: DropletActionType, names: readonly string[]) =>
    `${actionLabel(type)} ${names.length === 1 ? names[0] : counted(names.length, 'droplet')}?`,
  effect: (type: DropletActionType, count: number) => (effects[type] ?? unknownEffect)[count === 1 ? 0 : 1],
  /** What does not come back after a destructive action. */
  goes: (type: DropletActionType, names: readonly string[]) => {
    if (type === 'disable_backups') return `All backups of ${listed(names, 8)}`;
    return names.length === 1
      ? `The disk of ${names[0]}, with all that is on it`
      : `The disks of ${listed(names, 8)}, with all that is on them`;
  },
  goesByTag: (tag: string) => `All backups of every droplet tagged ${tag}`,
  diskGrows: 'The disk grows too. It cannot be made smaller again.',
  droplets: (names: readonly string[]) => `Droplets: ${listed(names, 8)}.`,
  team: (labels: readonly string[]) => `${labels.length === 1 ? 'Team' : 'Teams'}: ${listed(labels)}.`,
  address: (address: string) => `Address: ${address}.`,
  usually: (text: string) => `Usually takes ${text}.`,
  byTagTitle: (type: DropletActionType, tag: string) => `${actionLabel(type)} every droplet tagged ${tag}?`,
  byTag: (tag: string, names: readonly string[]) =>
    names.length === 0
      ? `Buoy knows of no droplet tagged ${tag} now.`
      : `${counted(names.length, 'droplet')} now: ${listed(names, 8)}.`,
  destroyTitle: (name: string) => `Destroy ${name}?`,
  destroyEffect: 'Its disk is erased. Nobody can undo this, not even DigitalOcean.',
  destroyLabel: 'Destroy droplet',
  destroyAllLabel: 'Destroy all of it',
  goesDroplet: (name: string, priceMonthlyUsd: number | null) =>
    priceMonthlyUsd === null ? `Droplet ${name}` : `Droplet ${name}, which saves ${money(priceMonthlyUsd)} a month`,
  resource: (kind: string, name: string) => `${kind} ${name}`,
  associatedUnknown: (why: string) => `Buoy could not read what else belongs to it. That may stay and keep costing. ${why}`,
} as const);

/** What a person types: the droplet's name, or how many they are. */
export const toType = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : counted(names.length, 'droplet');

/** Kinds of resources that can outlive their droplet, by the names of the API's lists. */
export const associatedNames = {
  volumes: 'Volume',
  snapshots: 'Snapshot',
  volume_snapshots: 'Volume snapshot',
  reserved_ips: 'Reserved IP',
  floating_ips: 'Floating IP',
} as const;
