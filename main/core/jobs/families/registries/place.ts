import type { Thing } from '../../job.ts';

/** Where the images of all registries are pulled from. */
export const host = 'registry.digitalocean.com';

/** The registry in which a repository or a clean-up lies. */
export const inRegistry = ({ parent }: Thing) => ({ registry_name: parent.registry_name ?? '' });
