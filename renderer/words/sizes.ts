import { wholeNumber } from './locale.ts';

/** "512 MB", "8 GB". */
export const memory = (mb: number): string =>
  mb < 1024 ? `${wholeNumber(mb)} MB` : `${Number.isInteger(mb / 1024) ? wholeNumber(mb / 1024) : (mb / 1024).toFixed(1)} GB`;

/** "2 vCPU, 8 GB". */
export const machine = (vcpus: number, memoryMb: number): string => `${wholeNumber(vcpus)} vCPU, ${memory(memoryMb)}`;

/** "82 %", with a no-break space. */
export const percent = (fraction: number): string => `${Math.round(fraction * 100)}\u00a0%`;
