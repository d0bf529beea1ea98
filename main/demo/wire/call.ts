import type { Operation } from '../../core/digitalocean/catalogue/types.ts';
import type { SchemaBook } from '../catalogue.ts';
import { isRow, type Row } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';
import { notFound } from './problem.ts';

/** One request that was accepted: authenticated, within the limits, and with its body read. */
export interface Call {
  world: World;
  team: Team;
  operation: Operation;
  book: SchemaBook;
  /** The path as it was sent, decoded, without the query and without a slash at the end. */
  pathname: string;
  /** Values of the path's parameters, decoded. */
  path: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** Parsed JSON; text or bytes for operations that accept another media type; `undefined` without a body. */
  body: unknown;
}

/** An event stream: pieces with pauses between them. */
export interface StreamedBody {
  pieces: readonly string[];
  everyMs: number;
}

/** What to answer: exactly one of the bodies, or none. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  /** JSON that is already text, in parts to be joined. */
  parts?: readonly (string | Buffer)[];
  bytes?: Buffer;
  stream?: StreamedBody;
  /** Default application/json when there is a body. */
  mediaType?: string;
}

export type Handler = (call: Call) => Reply;

export const ok = (json: unknown): Reply => ({ status: 200, json });
export const created = (json: unknown): Reply => ({ status: 201, json });
export const accepted = (json?: unknown): Reply => (json === undefined ? { status: 202 } : { status: 202, json });
export const noContent = (): Reply => ({ status: 204 });

/** The body as an object; `{}` when there is none. */
export function bodyOf(call: Call): Row {
  return isRow(call.body) ? call.body : {};
}

/** A value of the path. */
export function pathValue(call: Call, name: string): string {
  return call.path[name] ?? '';
}

/** A row of one of the team's tables, or the API's 404. */
export function rowIn(call: Call, tablePath: string, id: unknown): Row {
  const row = call.team.table(tablePath).find(id);
  if (!row) throw notFound();
  return row;
}
