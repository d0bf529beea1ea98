/** What a list says of a droplet on which nothing runs. */
export const conditionWords = {
  active: 'Active',
  off: 'Off, still billed',
  down: 'Down',
  starting: 'Starting',
  archived: 'Archived',
  unknown: (raw: string): string => (raw === '' ? 'Unknown' : raw.charAt(0).toUpperCase() + raw.slice(1)),
} as const;

/** "2 vCPU, 4 GB". */
export function sizeInWords(vcpus: number, memoryMb: number): string {
  const memory = memoryMb < 1024 ? `${memoryMb} MB` : `${Math.round((memoryMb / 1024) * 10) / 10} GB`;
  return `${vcpus} vCPU, ${memory}`;
}
