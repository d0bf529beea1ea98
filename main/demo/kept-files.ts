import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './wire/body.ts';
import type { FaultBoard } from './wire/faults.ts';
import { send } from './wire/send.ts';
import { randomOf } from './world/random.ts';
import type { World } from './world/world.ts';

/** An address works so long. */
const validMs = 900_000;

/** A file that can be read; without a text a place for one, which has bytes once they were sent. */
interface KeptFile {
  text: string | null;
  bytes: Buffer | null;
  untilMs: number;
}

const kept = new WeakMap<World, Map<string, KeptFile>>();

function keep(world: World, name: string, text: string | null): { path: string; expires_at: string } {
  const known = kept.get(world) ?? new Map<string, KeptFile>();
  kept.set(world, known);
  const path = `/files/${randomOf(world.seed, 'file', world.nextId()).hex(32)}/${encodeURIComponent(name)}`;
  const untilMs = world.now() + validMs;
  known.set(path, { text, bytes: null, untilMs });
  return { path, expires_at: new Date(untilMs).toISOString() };
}

/** An address for a file, as the API gives them out: whoever has it may read the file for a while. */
export function fileAddress(world: World, name: string, text: string): { download_url: string; expires_at: string } {
  const { path, expires_at } = keep(world, name, text);
  return { download_url: `${world.baseUrl()}${path}`, expires_at };
}

/** An address to which whoever has it may send one file for a while. */
export function uploadAddress(world: World, name: string): { presigned_url: string; object_key: string; expires_at: string } {
  const { path, expires_at } = keep(world, name, null);
  return { presigned_url: `${world.baseUrl()}${path}`, object_key: path.slice(1), expires_at };
}

/** What was sent to such an address; `null`: nothing yet. */
export const uploaded = (world: World, objectKey: string): Buffer | null => kept.get(world)?.get(`/${objectKey}`)?.bytes ?? null;

export const isFile = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/files/');

/** Serves such files beside the API. Like where DigitalOcean keeps them, it knows no token of the API, and refuses a request with one. */
export async function answerFile(
  world: World,
  faults: FaultBoard,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '', method = 'GET', headers } = request;
  const fault = faults.take({ operation: null, method, url });
  const file = kept.get(world)?.get(url);
  const isThere = file !== undefined && file.untilMs > world.now() && headers.authorization === undefined;
  const isAllowed = isThere && (file.text === null) === (method === 'PUT');
  const status = fault?.kind === 'status' ? fault.status : isAllowed ? 200 : 403;
  const sent = method === 'PUT' ? await readBody(request) : null;
  if (status === 200 && file && sent) file.bytes = sent;
  const bytes = Buffer.from(status === 200 ? (file?.text ?? '') : 'no\n');
  send(response, { status, headers: { 'content-type': 'application/octet-stream' }, bytes, stream: null }, fault);
}
