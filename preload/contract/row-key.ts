import type { ConnectionRow, TableName, Tables } from './view.ts';

/** What tells a row of a table from the others. Apart from the rows' schemas, so that the page need not load those. */
export const rowKey = (table: TableName, row: Tables[TableName]): string =>
  table === 'connections' ? (row as ConnectionRow).id : (row as Exclude<Tables[TableName], ConnectionRow>).key;
