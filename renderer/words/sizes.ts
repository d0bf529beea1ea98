import { wholeNumber } from './locale.ts';

/** "512 MB", "8 GB". */
export const memory = (mb: number): string =>
  mb < 1024 ? `${wholeNumber(mb)} MB` : `${Number.isInteger(mb / 1024) ? wholeNumber(mb / 1024) : (mb / 1024).toFixed(1)} GB`;

/** "2 vCPU, 8 GB", without what is not known; "–" if nothing is. */
export const machine = (vcpus: number | null, memoryMb: number | null): string =>
  [vcpus === null ? null : `${wholeNumber(vcpus)} vCPU`, memoryMb === null ? null : memory(memoryMb)]
    .filter((part) => part !== null)
    .join(', ') || '–';

/** "82 %", with a no-break space. */
export const percent = (fraction: number): string => `${Math.round(fraction * 100)}\u00a0%`;
