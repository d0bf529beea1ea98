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

/**
 * A machine by the slug of its size, such as "2 vCPU, 4 GB" for `db-s-2vcpu-4gb`. A slug that does not say so stays as it is.
 * `sizes` are rows of the API's list of sizes, if it was read.
 */
export function machineOf(slug: string, sizes: readonly Readonly<Record<string, unknown>>[] = []): string {
  const listed = sizes.find((one) => one.slug === slug);
  if (typeof listed?.vcpus === 'number' && typeof listed.memory === 'number') return machine(listed.vcpus, listed.memory);
  const said = /(\d+)vcpu-([\d.]+)gb/.exec(slug);
  return said ? `${said[1]} vCPU, ${said[2]} GB` : slug;
}

/** Sizes of the basic kind, which say nothing beside vCPUs and memory. */
const basicSize = /^(?:v?db-)?s-\d+vcpu-\d+gb$/;

/** "2 vCPU, 4 GB" for the slug of a basic size; null for others, whose slugs say what is special about them. */
export const basicMachineOf = (slug: string): string | null => (basicSize.test(slug) ? machineOf(slug) : null);
