import type { ConnectionRow, TableName, Tables } from './view.ts';

/** The key of a row within its table. It is not beside the rows' schemas, so that the page need not load those. */
export const rowKey = (table: TableName, row: Tables[TableName]): string =>
  table === 'connections' ? (row as ConnectionRow).id : (row as Exclude<Tables[TableName], ConnectionRow>).key;
