import type { Json } from '../../forms/json/json.ts';
import { parseJson } from '../../forms/json/parse.ts';

/** Which operation is open, and the values in its address. */
export interface Place {
  operationId: string;
  connectionId: string | null;
  path: Record<string, string>;
  query: Record<string, string>;
  /** `undefined`: the address has no body, or it is not JSON. */
  body: Json | undefined;
}

/** Reads `#/operations/ID?connection=…&path.NAME=…&query.NAME=…&body=…`; `null`: no operation is open. */
export function placeOf(hash: string): Place | null {
  const [address = '', search = ''] = splitOnce(hash, '?');
  const [view, id, ...more] = address.replace(/^#?\/?/, '').split('/');
  if (view !== 'operations' || !id || more.some((part) => part !== '')) return null;
  const values = new URLSearchParams(search);
  const named = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      [...values].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]),
    );
  const body = values.get('body');
  const parsed = body === null ? null : parseJson(body);
  return {
    operationId: decode(id),
    connectionId: values.get('connection'),
    path: named('path.'),
    query: named('query.'),
    body: parsed?.ok ? parsed.value : undefined,
  };
}

const splitOnce = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
