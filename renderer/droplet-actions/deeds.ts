import type { DropletActionType } from '../../preload/contract/command.ts';
import { clusterInTags } from '../../preload/contract/kubernetes-made.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import type { IconName } from '../components/icons/icon.tsx';
import { commandWords } from '../words/commands.ts';
import { stateWords } from '../words/states.ts';

/** An action on a droplet as the menus, the panel and the palette offer it. */
export interface Deed {
  type: DropletActionType;
  icon: IconName;
  /** `normal` runs at once; before `disruptive` the core asks, for some by name. */
  level: 'normal' | 'disruptive';
  /** Why the droplet's state does not allow it; `null`: it does. */
  reason: (droplet: DropletRow) => string | null;
}

const always = () => null;
const whileOn = (droplet: DropletRow) => (droplet.status === 'off' ? commandWords.mustBeOn : null);

/** In the order in which they are offered: the least dangerous first, then the most often used. */
export const deeds: readonly Deed[] = [
  {
    type: 'power_on',
    icon: 'play',
    level: 'normal',
    reason: (droplet) => (droplet.status === 'active' ? commandWords.alreadyOn : null),
  },
  { type: 'reboot', icon: 'refresh', level: 'normal', reason: whileOn },
  { type: 'snapshot', icon: 'camera', level: 'normal', reason: always },
  { type: 'rename', icon: 'edit', level: 'normal', reason: always },
  {
    type: 'enable_backups',
    icon: 'backup',
    level: 'normal',
    reason: always,
  },
  { type: 'disable_backups', icon: 'backup', level: 'disruptive', reason: always },
  { type: 'enable_ipv6', icon: 'network', level: 'normal', reason: always },
  {
    type: 'shutdown',
    icon: 'power',
    level: 'disruptive',
    reason: (droplet) => (droplet.status === 'off' ? commandWords.alreadyOff : null),
  },
  {
    type: 'power_off',
    icon: 'power',
    level: 'disruptive',
    reason: (droplet) => (droplet.status === 'off' ? commandWords.alreadyOff : null),
  },
  { type: 'power_cycle', icon: 'power', level: 'disruptive', reason: whileOn },
  { type: 'password_reset', icon: 'key', level: 'disruptive', reason: always },
  { type: 'resize', icon: 'resize', level: 'disruptive', reason: always },
  { type: 'rebuild', icon: 'rebuild', level: 'disruptive', reason: always },
  {
    type: 'restore',
    icon: 'restore',
    level: 'disruptive',
    reason: (droplet) => (droplet.backupIds.length + droplet.snapshotIds.length === 0 ? commandWords.restoreNone : null),
  },
];

const hasFeature = (droplet: DropletRow, feature: string): boolean => droplet.features.includes(feature);

/**
 * The deeds that apply to the droplet: power on or its opposites, and one of the two backup switches. None for one that is
 * archived, which is gone for good.
 */
export const deedsFor = (droplet: DropletRow): readonly Deed[] =>
  deeds.filter(({ type }) => {
    if (droplet.condition === 'archived') return false;
    switch (type) {
      case 'power_on':
        return droplet.status === 'off';
      case 'reboot':
      case 'shutdown':
      case 'power_off':
      case 'power_cycle':
        return droplet.status !== 'off';
      case 'enable_backups':
        return !hasFeature(droplet, 'backups');
      case 'disable_backups':
        return hasFeature(droplet, 'backups');
      case 'enable_ipv6':
        return !hasFeature(droplet, 'ipv6');
      default:
        return true;
    }
  });

/** Why nothing can be done to the droplet now: offline, an action that is not done, or locked. `null`: something can. */
export const blockedReason = (droplet: DropletRow, isOnline: boolean): string | null => {
  if (!isOnline) return stateWords.offlineReason;
  if (droplet.actionKey !== null) return commandWords.busyReason(droplet.conditionText);
  return droplet.isLocked ? commandWords.lockedReason : null;
};

/** The cluster that keeps a droplet as one of its nodes, by the tag that Kubernetes puts on it; `null`: none. */
export const clusterOf = (droplet: DropletRow): string | null => clusterInTags(droplet.tags);

/** Why a droplet is not to be stopped or changed by hand: something keeps it, and would put another one in its place. */
export const keptReason = (droplet: DropletRow, poolName: string | null = null): string | null => {
  if (clusterOf(droplet) !== null) return commandWords.keptByKubernetes;
  return poolName === null ? null : commandWords.keptByPool(poolName);
};

/** `poolName`: of the autoscale pool that it is known to belong to. */
export const deedReason = (deed: Deed, droplet: DropletRow, isOnline: boolean, poolName: string | null = null): string | null =>
  blockedReason(droplet, isOnline) ??
  (deed.level === 'disruptive' ? keptReason(droplet, poolName) : null) ??
  deed.reason(droplet);
