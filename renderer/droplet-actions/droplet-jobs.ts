import type { DropletActionType } from '../../preload/contract/command.ts';
import type { JobThing } from '../../preload/contract/job.ts';
import type { DropletRow } from '../../preload/contract/view.ts';

/** The droplet as its jobs want it, in the API's words. */
export const thingOfDroplet = (droplet: DropletRow): JobThing => ({
  connectionId: droplet.connectionId,
  familyId: 'droplets_list',
  id: String(droplet.id),
  parent: {},
  row: {
    id: droplet.id,
    name: droplet.name,
    status: droplet.status,
    locked: droplet.isLocked,
    tags: droplet.tags,
    features: droplet.features,
    volume_ids: droplet.volumeIds,
    region: { slug: droplet.regionSlug },
  },
});

/** Actions that need a value, and the job that asks for it. */
export const jobOfAction: Partial<Record<DropletActionType, string>> = {
  resize: 'resize',
  rebuild: 'rebuild',
  rename: 'rename',
  restore: 'restore',
  snapshot: 'snapshot',
  enable_backups: 'backups-on',
  disable_backups: 'backups-off',
};

/** Jobs that stand among the actions already. */
export const amongActions: ReadonlySet<string> = new Set([...Object.values(jobOfAction), 'shut-down']);
