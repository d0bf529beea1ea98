import { isolated } from '../../../preload/contract/isolates.ts';

/** The words for one type of action: before it starts, while it runs, once it is done, and when it failed. */
interface ActionWords {
  /** On a button: "Power cycle". */
  label: string;
  /** "Rebooting", before the name or alone as a droplet's condition. */
  doing: string;
  /** "Rebooted", before the name. */
  done: string;
  /** "Reboot", as in "Reboot of web-02 failed". */
  noun: string;
}

/**
 * By the API's type. The API adds types without notice: a type that is missing here is shown by its own name, see `wordsFor`.
 * https://docs.digitalocean.com/reference/api/digitalocean/#tag/Droplet-Actions
 */
const words: Readonly<Record<string, ActionWords>> = {
  create: { label: 'Create', doing: 'Creating', done: 'Created', noun: 'Creation' },
  destroy: { label: 'Destroy', doing: 'Destroying', done: 'Destroyed', noun: 'Destruction' },
  power_on: { label: 'Power on', doing: 'Powering on', done: 'Powered on', noun: 'Power on' },
  power_off: { label: 'Power off', doing: 'Powering off', done: 'Powered off', noun: 'Power off' },
  power_cycle: { label: 'Power cycle', doing: 'Power cycling', done: 'Power cycled', noun: 'Power cycle' },
  reboot: { label: 'Reboot', doing: 'Rebooting', done: 'Rebooted', noun: 'Reboot' },
  /** Done means that its system was asked, not that it stopped. */
  shutdown: { label: 'Shut down', doing: 'Shutting down', done: 'Sent a shutdown to', noun: 'Shutdown' },
  snapshot: { label: 'Take snapshot', doing: 'Snapshot of', done: 'Took a snapshot of', noun: 'Snapshot' },
  enable_backups: { label: 'Enable backups', doing: 'Enabling backups of', done: 'Enabled backups of', noun: 'Enabling backups' },
  disable_backups: {
    label: 'Disable backups',
    doing: 'Disabling backups of',
    done: 'Disabled backups of',
    noun: 'Disabling backups',
  },
  change_backup_policy: {
    label: 'Change backup policy',
    doing: 'Changing the backups of',
    done: 'Changed the backups of',
    noun: 'Change of backups',
  },
  enable_ipv6: { label: 'Enable IPv6', doing: 'Enabling IPv6 on', done: 'Enabled IPv6 on', noun: 'Enabling IPv6' },
  rename: { label: 'Rename', doing: 'Renaming', done: 'Renamed', noun: 'Rename' },
  resize: { label: 'Resize', doing: 'Resizing', done: 'Resized', noun: 'Resize' },
  rebuild: { label: 'Rebuild', doing: 'Rebuilding', done: 'Rebuilt', noun: 'Rebuild' },
  restore: { label: 'Restore', doing: 'Restoring', done: 'Restored', noun: 'Restore' },
  password_reset: {
    label: 'Reset root password',
    doing: 'Resetting the root password of',
    done: 'Reset the root password of',
    noun: 'Password reset',
  },
  change_kernel: {
    label: 'Change kernel',
    doing: 'Changing the kernel of',
    done: 'Changed the kernel of',
    noun: 'Kernel change',
  },
  enable_private_networking: {
    label: 'Enable private networking',
    doing: 'Enabling private networking on',
    done: 'Enabled private networking on',
    noun: 'Enabling private networking',
  },
  migrate: { label: 'Migrate', doing: 'Migrating', done: 'Migrated', noun: 'Migration' },
  delete: { label: 'Delete', doing: 'Deleting', done: 'Deleted', noun: 'Deletion' },
  attach: { label: 'Attach', doing: 'Attaching', done: 'Attached', noun: 'Attaching' },
  detach: { label: 'Detach', doing: 'Detaching', done: 'Detached', noun: 'Detaching' },
  reassign: { label: 'Reassign', doing: 'Reassigning', done: 'Reassigned', noun: 'Reassigning' },
  switch_performance_tier: {
    label: 'Change performance',
    doing: 'Changing the performance of',
    done: 'Changed the performance of',
    noun: 'Change of performance',
  },
  assign: { label: 'Assign', doing: 'Assigning', done: 'Assigned', noun: 'Assigning' },
  unassign: { label: 'Unassign', doing: 'Unassigning', done: 'Unassigned', noun: 'Unassigning' },
  attach_volume: { label: 'Attach volume', doing: 'Attaching', done: 'Attached', noun: 'Attaching' },
  detach_volume: { label: 'Detach volume', doing: 'Detaching', done: 'Detached', noun: 'Detaching' },
  assign_ip: { label: 'Assign address', doing: 'Assigning', done: 'Assigned', noun: 'Assigning' },
  unassign_ip: { label: 'Unassign address', doing: 'Unassigning', done: 'Unassigned', noun: 'Unassigning' },
  transfer: { label: 'Transfer', doing: 'Transferring', done: 'Transferred', noun: 'Transfer' },
  convert: { label: 'Convert', doing: 'Converting', done: 'Converted', noun: 'Conversion' },
};

function wordsFor(type: string): ActionWords {
  const known = Object.hasOwn(words, type) ? words[type] : undefined;
  if (known) return known;
  const plain = type.replace(/[_\s-]+/g, ' ').trim() || 'action';
  const label = plain.charAt(0).toUpperCase() + plain.slice(1);
  return { label, doing: `${label} of`, done: `Done: ${plain} of`, noun: label };
}

/** On buttons and in menus: "Shut down". */
export const actionLabel = (type: string): string => wordsFor(type).label;
/** In sentences: "Shutdown". */
export const actionNoun = (type: string): string => wordsFor(type).noun;

/** An action and its resource: "Resizing worker-01 to c-4", "Rebooted web-02", "Reboot of web-02 failed". */
export function actionTitle(action: { type: string; status: string; name: string; value: string | null }): string {
  const { label, doing, done, noun } = wordsFor(action.type);
  const only = isolated(action.name);
  const name = `${only}${suffix(action.type, action.value)}`;
  if (action.status === 'in-progress') return `${doing} ${name}`;
  if (action.status === 'completed') return `${done} ${name}`;
  if (action.status === 'errored') return `${noun} of ${only} failed`;
  return `${label}: ${only}`;
}

/** The condition of a droplet on which that action runs: "Rebooting", "Taking a snapshot". */
export function conditionWhile(type: string): string {
  if (type === 'snapshot') return 'Taking a snapshot';
  return wordsFor(type).doing.replace(/( of| on)$/, '');
}

/** What the action should make of its resource, or to and from what: " to c-4", " from ubuntu-24-04-x64". */
function suffix(type: string, value: string | null): string {
  if (value === null) return '';
  if (towards.has(type)) return ` to ${isolated(value)}`;
  return away.has(type) ? ` from ${isolated(value)}` : '';
}

const towards: ReadonlySet<string> = new Set(['assign', 'assign_ip', 'attach', 'attach_volume', 'rename', 'resize', 'transfer']);
const away: ReadonlySet<string> = new Set(['detach', 'detach_volume', 'rebuild', 'restore', 'unassign', 'unassign_ip']);

/** What the API's kinds of resource are called. It lists volumes as `backend`. */
const thingNames: Readonly<Record<string, string>> = {
  reserved_ip: 'reserved IP',
  reserved_ipv6: 'reserved IPv6',
  floating_ip: 'reserved IP',
  backend: 'volume',
  share: 'NFS share',
};

/** What an action of that type is always about, whatever the API calls its resource. */
const thingsByType: Readonly<Record<string, string>> = {
  attach_volume: 'volume',
  detach_volume: 'volume',
  assign_ip: 'reserved IP',
  unassign_ip: 'reserved IP',
  transfer: 'image',
  convert: 'image',
};

/** The resource of an action while its name is not known: "droplet 3164494", "a volume". */
export function unnamed(type: string, resourceType: string, resourceId: string | null): string {
  const kind = resourceType.toLowerCase();
  const named = Object.hasOwn(thingNames, kind) ? thingNames[kind] : kind.replaceAll('_', ' ');
  const byType = Object.hasOwn(thingsByType, type) ? thingsByType[type] : undefined;
  const thing = (named?.startsWith('reserved') ? named : byType) ?? named ?? '';
  if (thing === '' || thing === 'unknown') return resourceId ?? 'something';
  if (resourceId !== null) return `${thing} ${resourceId}`;
  return /^([aeiou]|NFS)/.test(thing) ? `an ${thing}` : `a ${thing}`;
}

/** What to say when an action failed. The API says that it failed, but never why. */
export const erroredWords = (title: string, actionId: number | null) => ({
  message: `${title}. DigitalOcean gives no reason.`,
  nextStep:
    actionId === null
      ? 'Look at it in the control panel, then try again.'
      : `Try again; if it fails again, name action ${actionId} to DigitalOcean's support.`,
});
