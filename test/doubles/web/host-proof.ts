import { createHmac, randomBytes } from 'node:crypto';
import type { Outcome } from '../../../preload/contract/failure.ts';

const sign = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url');

/** Meets the host as a page does, and returns the pass for this run. Fails when the host does not prove that it has the key. */
export async function meetHost(origin: string, session: string, key: string): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const { run, proof } = await ask<{ run: string; proof: string }>(origin, '/hello', { session, challenge });
  if (proof !== sign(key, `buoy host\n${challenge}\n${run}`)) throw new Error('The host did not prove itself');
  return sign(key, `buoy page\n${run}`);
}

/** Opens a session with the start key, which works once, and returns its pass. */
export async function passFor(origin: string, startKey: string): Promise<string> {
  const pass = await meetHost(origin, 'start', startKey);
  const { session, key } = await ask<{ session: string; key: string }>(origin, '/session', { pass });
  return meetHost(origin, session, key);
}

async function ask<Value>(origin: string, path: string, body: unknown): Promise<Value> {
  const headers = { 'content-type': 'application/json', origin };
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const outcome = (await answer.json()) as Outcome<Value>;
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}
