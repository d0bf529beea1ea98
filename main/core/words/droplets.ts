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

/** "2 vCPU, 4 GB". Below 1024 MB in MB, else in GB to one decimal. */
export function sizeInWords(vcpus: number, memoryMb: number): string {
  const memory = memoryMb < 1024 ? `${memoryMb} MB` : `${Math.round((memoryMb / 1024) * 10) / 10} GB`;
  return `${vcpus} vCPU, ${memory}`;
}
