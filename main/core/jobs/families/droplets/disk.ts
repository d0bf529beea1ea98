import { failed, success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { shortDay } from '../../../../../preload/contract/time-words.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { datedName, keepingCost } from '../../../words/job-parts.ts';
import { count } from '../../../words/numbers.ts';
import { choice, choices, chosen, option, several, text, tick } from '../../fields.ts';
import { namedAlike } from '../../for-many.ts';
import type { Job, JobContext } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { act, isOn, off, offWhileKept, onDroplet } from './droplet.ts';
import { imageId, imageSources, imageWords, reference } from './images.ts';

const gigabytesOf = (row: JsonObject): number => Number(textAt(row, 'size_gigabytes')) || 0;

const lost = (name: string) => ({
  goes: [`Everything on the disk of ${name}`],
  stays: ['Its addresses, its volumes and its name'],
});

function imageChoices(images: readonly JsonObject[], droplet: Droplet) {
  const fitting = images.filter(
    (image) =>
      listAt(image, 'regions').includes(droplet.regionSlug) && Number(textAt(image, 'min_disk_size')) <= (droplet.diskGb ?? 0),
  );
  const isPresent = (image: JsonObject) => textAt(image, 'id') === String(droplet.imageId);
  const ordered = [...fitting.filter(isPresent), ...fitting.filter((image) => !isPresent(image))];
  return ordered.map((image) => option(imageId(image), imageWords(image), isPresent(image) ? 'it has this now' : null));
}

export const rebuild: Job = {
  name: 'rebuild',
  label: 'Rebuild…',
  level: 'destructive',
  keywords: 'reinstall image system erase',
  off: offWhileKept,
  open: onDroplet(async ({ ask }, droplet) => {
    const read = await Promise.all(imageSources.map(({ query }) => ask.list('images_list', {}, query)));
    const fields = [];
    for (const [at, source] of imageSources.entries()) {
      const images = read[at];
      if (!images) continue;
      if (!images.ok) return images;
      const offered = imageChoices(images.value, droplet);
      const [first] = offered;
      const value = first?.detail ? first.value : null;
      fields.push(
        choice({ name: source.name, label: 'Image', choices: offered, value, shownIf: { field: 'from', values: [source.name] } }),
      );
    }
    const from = choice({
      name: 'from',
      label: 'From',
      choices: imageSources.map((one) => option(one.name, one.label)),
      value: 'system',
    });
    return success({ fields: [from, ...fields], ...lost(droplet.name) });
  }),
  plan(values, { thing }, { fields }) {
    const from = String(values.from);
    const image = String(values[from]);
    return {
      steps: [{ ...act(thing, 'Rebuild', { type: 'rebuild', image: reference(image) }), value: chosen(fields, from, image) }],
      done: () => `${thing.name} is being rebuilt from ${chosen(fields, from, image)}.`,
    };
  },
};

export const restore: Job = {
  name: 'restore',
  label: 'Restore…',
  level: 'destructive',
  isMain: true,
  keywords: 'backup snapshot put back rollback',
  off: offWhileKept,
  open: onDroplet(async ({ ask, thing, nowMs }, droplet) => {
    const path = { droplet_id: thing.id };
    const [backups, snapshots] = await Promise.all([
      ask.list('droplets_list_backups', path),
      ask.list('droplets_list_snapshots', path),
    ]);
    if (!backups.ok) return backups;
    if (!snapshots.ok) return snapshots;
    const offered = (kind: 'backup' | 'snapshot', rows: readonly JsonObject[]) =>
      [...rows]
        .sort((one, next) => textAt(next, 'created_at').localeCompare(textAt(one, 'created_at')))
        .map((row) => {
          const day = shortDay(Date.parse(textAt(row, 'created_at')), nowMs);
          return option(`${kind}:${textAt(row, 'id')}`, `${textAt(row, 'name')}, ${day}`, `${kind}, ${gigabytesOf(row)} GB`);
        });
    const all = [...offered('backup', backups.value), ...offered('snapshot', snapshots.value)];
    const [newest] = all;
    if (!newest) return failed({ kind: 'conflict', message: `${droplet.name} has no backups and no snapshots.` });
    return success({
      goes: [`What the disk of ${droplet.name} has and that one has not`],
      stays: ['Its addresses, its volumes and its name'],
      fields: [
        choice({ name: 'image', label: 'From', choices: all, value: newest.value }),
        tick({ name: 'first', label: 'Take a snapshot of it as it is now first' }),
      ],
      data: {
        days: Object.fromEntries(
          (['backup', 'snapshot'] as const).flatMap((kind) =>
            (kind === 'backup' ? backups : snapshots).value.map((row) => [
              `${kind}:${textAt(row, 'id')}`,
              shortDay(Date.parse(textAt(row, 'created_at')), nowMs),
            ]),
          ),
        ),
      },
    });
  }),
  weigh({ image, first }, { data = {} }) {
    const day = textAt(objectAt(data, 'days'), String(image));
    if (day === '') return {};
    return { lines: [`What was written since ${day} is lost${first === true ? ', but for the snapshot' : ''}.`] };
  },
  plan({ image, first }, { thing, nowMs }, { fields }) {
    const [kind, id] = String(image).split(':');
    // A restore takes backups of the droplet itself only.
    const body = { type: kind === 'backup' ? 'restore' : 'rebuild', image: Number(id) };
    const from = chosen(fields, 'image', image);
    const back = { ...act(thing, 'Restore', body), value: from };
    const snapshot = {
      ...act(thing, 'Snapshot', { type: 'snapshot', name: datedName(thing.ownName, nowMs) }),
      isAwaited: true as const,
    };
    return {
      steps: first === true ? [snapshot, back] : [back],
      chain: {
        running: `Restoring ${thing.name}, after a snapshot of it`,
        completed: `Restored ${thing.name} from ${from}, after a snapshot of it`,
        errored: `${thing.name} was not restored`,
      },
      done: () => `${thing.name} is being restored from ${from}.`,
    };
  },
};

/** What the last one took, which tells more than the size of the disk. It is no part of the question, so that it may fail. */
async function lastOf({ ask, thing }: JobContext): Promise<string[]> {
  const snapshots = await ask.list('droplets_list_snapshots', { droplet_id: thing.id });
  const [last] = (snapshots.ok ? snapshots.value : []).sort((one, next) =>
    textAt(next, 'created_at').localeCompare(textAt(one, 'created_at')),
  );
  const gigabytes = Number(textAt(last ?? {}, 'size_gigabytes')) || 0;
  return gigabytes === 0 ? [] : [`The last one is ${gigabytes} GB, ${keepingCost(gigabytes)}.`];
}

/** Volumes are no part of a droplet's snapshot. Those that it has are offered beside it. */
async function volumesOf({ ask }: JobContext, droplet: Droplet) {
  if (droplet.volumeIds.length === 0) return { offered: [], lines: [] };
  const volumes = await ask.list('volumes_list', {}, { region: droplet.regionSlug });
  if (!volumes.ok)
    return { offered: [], lines: [`Its volumes are not in it, and could not be read. ${volumes.failure.message}`] };
  const own = volumes.value.filter((volume) => droplet.volumeIds.includes(textAt(volume, 'id')));
  return {
    offered: own.map((one) => option(textAt(one, 'id'), textAt(one, 'name'), `${textAt(one, 'size_gigabytes')} GiB`)),
    lines: ['Its volumes are not in it: tick those of which to take one too.'],
  };
}

export const snapshot: Job = {
  name: 'snapshot',
  label: 'Snapshot…',
  level: 'normal',
  forMany: namedAlike(({ things, droplets }) => {
    const all = things.flatMap(({ id }) => droplets.get(Number(id)) ?? []);
    const gigabytes = all.reduce((sum, { diskGb }) => sum + (diskGb ?? 0), 0);
    const running = all.some(({ status }) => status === 'active')
      ? ['What those that run are writing may be missing. A droplet that is off is cleaner.']
      : [];
    const volumes = all.some(({ volumeIds }) => volumeIds.length > 0) ? ['Their volumes are not in it.'] : [];
    return { lines: [`At most ${count(gigabytes)} GB together, ${keepingCost(gigabytes)}.`, ...running, ...volumes] };
  }),
  keywords: 'backup image copy volumes',
  off,
  open: onDroplet(async (context, droplet) => {
    const { nowMs } = context;
    const [{ offered, lines }, last] = await Promise.all([volumesOf(context, droplet), lastOf(context)]);
    const running = isOn(context)
      ? [`${droplet.name} runs: what it is writing may be missing. A droplet that is off is cleaner.`]
      : [];
    const fields = [text({ name: 'name', label: 'Name', value: datedName(droplet.name, nowMs) })];
    return success({
      lines: [`At most ${droplet.diskGb ?? 0} GB, ${keepingCost(droplet.diskGb ?? 0)}.`, ...last, ...running, ...lines],
      fields: offered.length === 0 ? fields : [...fields, choices({ name: 'volumes', label: 'Volumes', choices: offered })],
    });
  }),
  plan({ name, volumes }, { thing }, { fields }) {
    const ticked = several(volumes);
    const ofVolumes = ticked.map((id) => ({
      label: `Snapshot of ${chosen(fields, 'volumes', id)}`,
      operationId: 'volumeSnapshots_create',
      path: { volume_id: id },
      body: { name: `${name}-${chosen(fields, 'volumes', id)}` },
    }));
    const also = ticked.length === 0 ? '' : ` with ${ticked.map((id) => chosen(fields, 'volumes', id)).join(', ')}`;
    return {
      steps: [act(thing, 'Snapshot', { type: 'snapshot', name: String(name) }), ...ofVolumes],
      done: () => `Snapshot ${name} of ${thing.name}${also} is being taken.`,
    };
  },
};
