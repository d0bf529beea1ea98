import type { IndexFile } from '../../main/core/digitalocean/catalogue/index-file.ts';
import type { CatalogueIndex, TagCatalogue } from '../../main/core/digitalocean/catalogue/types.ts';

/*
 * The layout of the files: one operation, schema or tag on each line. A change of the API then shows as a few changed lines,
 * and the files are smaller than indented JSON.
 */

function lines(values: unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(',\n');
}

export function writeTag({ tag, operations, schemas }: TagCatalogue): string {
  const named = Object.entries(schemas).map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`);
  return `{"tag":${JSON.stringify(tag)},\n"operations":[\n${lines(operations)}\n],\n"schemas":{\n${named.join(',\n')}\n}}\n`;
}

export function writeIndex({ apiVersion, source, tags, columns, rows }: IndexFile): string {
  const head = `"apiVersion":${JSON.stringify(apiVersion)},\n"source":${JSON.stringify(source)},\n`;
  const body = `"tags":[\n${lines(tags)}\n],\n"columns":${JSON.stringify(columns)},\n"rows":[\n${lines(rows)}\n]`;
  return `{${head}${body}}\n`;
}

/** The module that names the file of every tag literally, because a bundler cannot follow a computed import. */
export function writeTagFiles(tags: CatalogueIndex['tags']): string {
  const entries = tags.map(({ name, slug }) => {
    const quoted = `'${name.replaceAll("'", "\\'")}'`;
    return `  [${quoted}, () => import('./tags/${slug}.json', { with: { type: 'json' } })],`;
  });
  return [
    '// Written by scripts/build-catalogue; do not edit.',
    '',
    '/** Loaders of the files in `tags/`, by tag name. */',
    'export const tagFiles: ReadonlyMap<string, () => Promise<{ default: unknown }>> = new Map<',
    '  string,',
    '  () => Promise<{ default: unknown }>',
    '>([',
    ...entries,
    ']);',
    '',
  ].join('\n');
}
