import type { Again, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

/** Where the system of a droplet finds a volume. https://docs.digitalocean.com/products/volumes/how-to/mount/ */
const deviceOf = (name: string): string => `/dev/disk/by-id/scsi-0DO_Volume_${name}`;

/** Offers to copy a command for the droplet's own shell. */
const copying = (label: string, done: string, text: string): Again => ({
  label,
  steps: [],
  done: () => done,
  copy: () => ({ what: 'Command', text }),
});

/** A name goes into a command, so that it is one only if it is what the API allows. */
const nameIn = ({ ownName }: Thing): string | null => (/^[\w-]+$/.test(ownName) ? ownName : null);

/** What mounts it where it was attached; `null`: it has no file system that Buoy knows of, and making one erases it. */
export function mounting(thing: Thing): Again | null {
  const name = nameIn(thing);
  if (name === null || textAt(thing.row, 'filesystem_type') === '') return null;
  const text = `mkdir -p /mnt/${name} && mount -o discard,defaults,noatime ${deviceOf(name)} /mnt/${name}`;
  return copying('Copy the mount command', `Copied what mounts ${thing.name} at /mnt/${name}, to be run on its droplet.`, text);
}

/** What grows the file system on it after it grew itself; `null`: nobody knows which it has. */
export function growing(thing: Thing): Again | null {
  const name = nameIn(thing);
  const commands: Record<string, string> = {
    ext4: `resize2fs ${deviceOf(name ?? '')}`,
    // XFS grows by the place where it is mounted.
    xfs: `xfs_growfs "$(findmnt -nro TARGET ${deviceOf(name ?? '')})"`,
  };
  const text = commands[textAt(thing.row, 'filesystem_type')];
  if (name === null || text === undefined) return null;
  return copying(
    'Copy what grows its file system',
    `Copied what grows the file system of ${thing.name}, to be run on its droplet.`,
    text,
  );
}
