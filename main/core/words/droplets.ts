/** The condition of a droplet on which nothing runs. `conditionWhile` has the words for running actions. */
export const conditionWords = {
  active: 'Active',
  /** DigitalOcean bills a droplet until it is destroyed, which people do not expect of one that is off. */
  off: 'Off, still billed',
  down: 'Down',
  starting: 'Starting',
  archived: 'Archived',
  unknown: (raw: string): string => (raw === '' ? 'Unknown' : raw.charAt(0).toUpperCase() + raw.slice(1)),
} as const;

/** What a droplet is called of which the API gives no name. */
export const namelessDroplet = (id: number): string => `droplet ${id}`;

/** "2 vCPU, 4 GB". Below 1024 MB in MB, else in GB to one decimal; without what is not known. */
export function sizeInWords(vcpus: number | null, memoryMb: number | null): string {
  const cpus = vcpus === null ? null : `${vcpus} vCPU`;
  return [cpus, memoryMb === null ? null : memoryInWords(memoryMb)].filter((part) => part !== null).join(', ') || '–';
}

const memoryInWords = (memoryMb: number): string =>
  memoryMb < 1024 ? `${memoryMb} MB` : `${Math.round((memoryMb / 1024) * 10) / 10} GB`;
