/** Values that the form of an operation starts with. They are part of its address. */
export interface OperationStart {
  connectionId?: string | undefined;
  path?: Readonly<Record<string, string>> | undefined;
  query?: Readonly<Record<string, string>> | undefined;
}

/** Address of an operation's form: `#/operations/ID?connection=…&path.NAME=…&query.NAME=…`. */
export function operationRoute(operationId: string, start: OperationStart = {}): string {
  const values = new URLSearchParams();
  if (start.connectionId !== undefined) values.set('connection', start.connectionId);
  for (const [name, value] of Object.entries(start.path ?? {})) values.set(`path.${name}`, value);
  for (const [name, value] of Object.entries(start.query ?? {})) values.set(`query.${name}`, value);
  const text = values.toString();
  return `#/operations/${encodeURIComponent(operationId.toWellFormed())}${text === '' ? '' : `?${text}`}`;
}
