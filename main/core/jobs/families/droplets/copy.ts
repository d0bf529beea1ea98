import { failed, success } from '../../../../../preload/contract/failure.ts';
import { shortDay } from '../../../../../preload/contract/time-words.ts';
import { newDroplet } from '../../parts/new-droplet.ts';
import { listAt, textAt } from '../../thing.ts';
import { dropletOf } from './droplet.ts';

/** A droplet like this one, from its newest snapshot. */
export const copy = newDroplet({ name: 'copy', label: 'Copy of it…' }, async (context) => {
  const { ask, thing, nowMs } = context;
  const droplet = dropletOf(context);
  const snapshots = await ask.list('droplets_list_snapshots', { droplet_id: thing.id });
  if (!snapshots.ok) return snapshots;
  const [newest] = [...snapshots.value].sort((one, next) => textAt(next, 'created_at').localeCompare(textAt(one, 'created_at')));
  if (!newest || !droplet) {
    const message = `${thing.name} has no snapshot to make a copy from.`;
    return failed({ kind: 'conflict', message, nextStep: 'Take a snapshot of it first.' });
  }
  const day = shortDay(Date.parse(textAt(newest, 'created_at')), nowMs);
  return success({
    image: Number(textAt(newest, 'id')),
    regions: listAt(newest, 'regions').map(String),
    minDiskGb: Number(textAt(newest, 'min_disk_size')) || 1,
    name: `${droplet.name}-copy`,
    size: droplet.sizeSlug,
    more: { tags: droplet.tags },
    lines: [`It is made from ${textAt(newest, 'name')} of ${day}, with the same tags.`],
  });
});
