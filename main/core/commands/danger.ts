import type { DropletActionType } from '../../../preload/contract/command.ts';

/**
 * How much harm a droplet action can do. `destructive` ones erase the disk or the backups, so a person types the name first; `disruptive` ones
 * interrupt the droplet, so a person confirms them; `normal` ones run at once. Deleting is a command of its own.
 */
export function dangerOf(type: DropletActionType): 'normal' | 'disruptive' | 'destructive' {
  switch (type) {
    case 'rebuild':
    case 'restore':
    case 'disable_backups':
      return 'destructive';
    case 'power_off':
    case 'power_cycle':
    case 'shutdown':
    case 'resize':
    case 'password_reset':
      return 'disruptive';
    case 'power_on':
    case 'reboot':
    case 'snapshot':
    case 'enable_backups':
    case 'enable_ipv6':
    case 'rename':
      return 'normal';
    default:
      return type satisfies never;
  }
}
