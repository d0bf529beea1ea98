/** One step of a JSON pointer (RFC 6901), without the slash before it. */
export const pointerStep = (name: string | number): string => String(name).replaceAll('~', '~0').replaceAll('/', '~1');
