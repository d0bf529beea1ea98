import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultBoard } from './wire/faults.ts';
import { send } from './wire/send.ts';
import { randomOf } from './world/random.ts';
import type { World } from './world/world.ts';

/** An address works so long. */
const validMs = 900_000;

const kept = new WeakMap<World, Map<string, { text: string; untilMs: number }>>();

/** An address for a file, as the API gives them out: whoever has it may read the file for a while. */
export function fileAddress(world: World, name: string, text: string): { download_url: string; expires_at: string } {
  const known = kept.get(world) ?? new Map();
  kept.set(world, known);
  const path = `/files/${randomOf(world.seed, 'file', world.nextId()).hex(32)}/${name}`;
  const untilMs = world.now() + validMs;
  known.set(path, { text, untilMs });
  return { download_url: `${world.baseUrl()}${path}`, expires_at: new Date(untilMs).toISOString() };
}

export const isFile = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/files/');

/** Serves such files beside the API. Like where DigitalOcean keeps them, it knows no token of the API, and refuses a request with one. */
export function answerFile(world: World, faults: FaultBoard, request: IncomingMessage, response: ServerResponse): void {
  const { url = '', method = 'GET', headers } = request;
  const fault = faults.take({ operation: null, method, url });
  const file = kept.get(world)?.get(url);
  const isThere = file !== undefined && file.untilMs > world.now() && headers.authorization === undefined;
  const status = fault?.kind === 'status' ? fault.status : isThere ? 200 : 403;
  const bytes = Buffer.from(status === 200 && file ? file.text : 'no\n');
  send(response, { status, headers: { 'content-type': 'application/octet-stream' }, bytes, stream: null }, fault);
}
