import type { CatalogueIndex, DangerLevel, HttpMethod, OperationSummary, TagEntry } from './types.ts';

/** One operation as `index.json` stores it; the last two are 0 or 1. Rows without keys halve the size of the file. */
export type IndexRow = [
  id: string,
  method: string,
  path: string,
  title: string,
  tag: string,
  danger: string,
  isDeprecated: number,
  isRequired: number,
];

/** The content of `index.json`. */
export interface IndexFile {
  apiVersion: string;
  /** Repository and commit of the specification that the catalogue was made from. */
  source: string;
  tags: TagEntry[];
  /** `indexColumns`, so that the file explains itself. */
  columns: string[];
  rows: IndexRow[];
}

/** Names of the fields of a row, in order. The build script writes them into the file. */
export const indexColumns = ['id', 'method', 'path', 'title', 'tag', 'danger', 'isDeprecated', 'isRequired'];

/** For the build script: the index as it is stored. `decodeIndex` is its inverse. */
export function encodeIndex(index: CatalogueIndex): IndexFile {
  const rows = index.operations.map(
    (one): IndexRow => [
      one.id,
      one.method,
      one.path,
      one.title,
      one.tag,
      one.danger,
      one.isDeprecated ? 1 : 0,
      one.isRequired ? 1 : 0,
    ],
  );
  return { apiVersion: index.apiVersion, source: index.source, tags: index.tags, columns: indexColumns, rows };
}

/** The index as code uses it. Trusts the file, because the build script wrote it and a test reads it. */
export function decodeIndex(file: IndexFile): CatalogueIndex {
  const operations = file.rows.map(
    ([id, method, path, title, tag, danger, isDeprecated, isRequired]): OperationSummary => ({
      id,
      method: method as HttpMethod,
      path,
      title,
      tag,
      danger: danger as DangerLevel,
      isDeprecated: isDeprecated === 1,
      isRequired: isRequired === 1,
    }),
  );
  return { apiVersion: file.apiVersion, source: file.source, operations, tags: file.tags };
}
