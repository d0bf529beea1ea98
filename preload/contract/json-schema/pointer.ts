/** One step of a JSON pointer (RFC 6901), without the slash before it. */
export const pointerStep = (name: string | number): string => String(name).replaceAll('~', '~0').replaceAll('/', '~1');

/** A pointer's steps, without the escapes of JSON pointers. */
export const pointerSteps = (pointer: string): string[] =>
  pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
