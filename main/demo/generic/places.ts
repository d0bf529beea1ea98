/** Old names of places whose things are kept under another one. */
const renames: readonly [RegExp, string][] = [
  [/^\/v2\/registry\/(?=[^/]+\/)/, '/v2/registries/'],
  [/\/repositoriesV2$/, '/repositories'],
  [/\/garbage-collections$/, '/garbage-collection'],
  [/^\/v2\/floating_ips/, '/v2/reserved_ips'],
];

/** Where the things of a path are kept. Works for paths with values and for those with parameters in braces. */
export function placeOf(path: string): string {
  return renames.reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), path);
}

/** The path without its last piece, and that piece. */
export function splitLast(path: string): { parent: string; last: string } {
  const at = path.lastIndexOf('/');
  return { parent: path.slice(0, at), last: path.slice(at + 1) };
}

export const isParameter = (piece: string) => piece.startsWith('{') && piece.endsWith('}');

/**
 * Pieces of a path with values, cut as the template is. A value may hold slashes of its own, so the template decides
 * where the pieces end; `values` are those of the template's parameters.
 */
export function fillPath(template: string, values: Record<string, string>): string {
  return template.replaceAll(/\{([^/}]+)\}/g, (_, name: string) => (values[name] ?? '').replaceAll('/', '%2F'));
}
