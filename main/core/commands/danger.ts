import type { DropletActionType } from '../../../preload/contract/command.ts';

/**
 * How much harm a droplet action can do. `disruptive` actions interrupt the droplet or replace its disk, so a person confirms
 * them first; `normal` ones run at once. Deleting is a command of its own.
 */
export function dangerOf(type: DropletActionType): 'normal' | 'disruptive' {
  switch (type) {
    case 'power_off':
    case 'power_cycle':
    case 'shutdown':
    case 'resize':
    case 'rebuild':
    case 'restore':
    case 'password_reset':
      return 'disruptive';
    case 'power_on':
    case 'reboot':
    case 'snapshot':
    case 'enable_backups':
    case 'disable_backups':
    case 'enable_ipv6':
    case 'rename':
      return 'normal';
    default:
      return type satisfies never;
  }
}
