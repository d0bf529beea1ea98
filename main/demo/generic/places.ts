/** Old paths of collections whose things are stored under another path. */
const renames: readonly [RegExp, string][] = [
  [/^\/v2\/registry\/(?=[^/]+\/)/, '/v2/registries/'],
  [/\/repositoriesV2$/, '/repositories'],
  [/\/garbage-collections$/, '/garbage-collection'],
  [/^\/v2\/floating_ips/, '/v2/reserved_ips'],
];

/** The path under which the things of a path are stored. Accepts paths with values and paths with parameters in braces. */
export function placeOf(path: string): string {
  return renames.reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), path);
}

/** The path without its last part, and that part. */
export function splitLast(path: string): { parent: string; last: string } {
  const at = path.lastIndexOf('/');
  return { parent: path.slice(0, at), last: path.slice(at + 1) };
}

export const isParameter = (piece: string) => piece.startsWith('{') && piece.endsWith('}');

/**
 * Splits a path with values as its template is split. A value may contain slashes, so the template decides where each part
 * ends. `values` are those of the template's parameters.
 */
export function fillPath(template: string, values: Record<string, string>): string {
  return template.replaceAll(/\{([^/}]+)\}/g, (_, name: string) => (values[name] ?? '').replaceAll('/', '%2F'));
}
