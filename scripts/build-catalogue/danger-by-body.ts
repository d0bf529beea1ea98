import type { DangerByBody } from '../../main/core/digitalocean/catalogue/types.ts';

/** What is unassigned, detached or moved is cut off where it was, and can be joined again. */
const assignment: DangerByBody = { property: 'type', levels: { assign: 'normal', unassign: 'disruptive' } };

/** Operations whose effect depends on the body. The operation itself then gets the worst of these levels. */
export const dangerByBody: ReadonlyMap<string, DangerByBody> = new Map<string, DangerByBody>([
  [
    'dropletActions_post',
    {
      property: 'type',
      levels: {
        enable_backups: 'normal',
        // All backups of the droplet are deleted with it: docs.digitalocean.com/products/images/backups/how-to/disable
        disable_backups: 'destructive',
        change_backup_policy: 'normal',
        reboot: 'normal',
        power_cycle: 'disruptive',
        shutdown: 'disruptive',
        power_off: 'disruptive',
        power_on: 'normal',
        password_reset: 'disruptive',
        // These two erase the disk: what was written since the image was taken does not come back.
        restore: 'destructive',
        resize: 'disruptive',
        rebuild: 'destructive',
        rename: 'normal',
        change_kernel: 'disruptive',
        enable_ipv6: 'normal',
        snapshot: 'normal',
      },
    },
  ],
  [
    'dropletActions_post_byTag',
    {
      property: 'type',
      levels: {
        enable_backups: 'normal',
        // All backups of the droplet are deleted with it: docs.digitalocean.com/products/images/backups/how-to/disable
        disable_backups: 'destructive',
        power_cycle: 'disruptive',
        shutdown: 'disruptive',
        power_off: 'disruptive',
        power_on: 'normal',
        enable_ipv6: 'normal',
        snapshot: 'normal',
      },
    },
  ],
  ['imageActions_post', { property: 'type', levels: { convert: 'normal', transfer: 'normal' } }],
  ['volumeActions_post', { property: 'type', levels: { attach: 'normal', detach: 'disruptive' } }],
  ['volumeActions_post_byId', { property: 'type', levels: { attach: 'normal', detach: 'disruptive', resize: 'normal' } }],
  [
    'nfs_create_action',
    {
      property: 'type',
      levels: {
        resize: 'normal',
        snapshot: 'normal',
        attach: 'normal',
        detach: 'disruptive',
        reassign: 'disruptive',
        switch_performance_tier: 'disruptive',
      },
    },
  ],
  ['floatingIPsAction_post', assignment],
  ['reservedIPsActions_post', assignment],
  ['reservedIPv6Actions_post', assignment],
]);
