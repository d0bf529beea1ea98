// Buoy's API client in the shape that the side-by-side bench wants. Runs the built bundle: `npm run build` first.
// One client per base URL, so that a burst shares one pacer; PACE_WIN (milliseconds) and PACE_BURST scale its minute.
import { openNodeApi } from '../out/client/index.js';

/** @type {Map<string, import('../main/core/digitalocean/api.ts').Api>} */
const clients = new Map();

const { PACE_WIN, PACE_BURST } = process.env;
const pace = {
  ...(PACE_WIN ? { minuteWindowMs: Number(PACE_WIN) } : {}),
  ...(PACE_BURST ? { minuteLimit: Number(PACE_BURST) } : {}),
};

/** A script that reads one small thing would not wait longer. A listing or a burst has the client's own deadline. */
const accountDeadlineMs = 16_000;

/** @param {{ baseUrl: string, token: string }} options */
function clientFor({ baseUrl, token }) {
  let client = clients.get(baseUrl);
  if (!client) {
    client = openNodeApi({ baseUrl, token, pace });
    clients.set(baseUrl, client);
  }
  return client;
}

/**
 * @template T
 * @param {import('../preload/contract/failure.ts').Outcome<T>} outcome
 * @returns {T}
 */
function valueIn(outcome) {
  if (outcome.ok) return outcome.value;
  throw Object.assign(new Error(outcome.failure.message), { code: outcome.failure.kind, failure: outcome.failure });
}

/** @param {{ baseUrl: string, token: string }} options */
export async function listAllDroplets(options) {
  return valueIn(await clientFor(options).listAll('droplets_list')).items;
}

/** @param {{ baseUrl: string, token: string }} options */
export async function getAccount(options) {
  const answer = await clientFor(options).call('account_get', {}, { deadlineMs: accountDeadlineMs });
  return /** @type {{ account: unknown }} */ (valueIn(answer).body).account;
}

/** @param {{ baseUrl: string, token: string, id: number }} options */
export async function getDroplet({ id, ...options }) {
  const answer = await clientFor(options).call('droplets_get', { path: { droplet_id: id } });
  return /** @type {{ droplet: unknown }} */ (valueIn(answer).body).droplet;
}

/** @param {{ baseUrl: string, token: string, id: number, type: string }} options */
export async function dropletAction({ id, type, ...options }) {
  const answer = await clientFor(options).call('dropletActions_post', { path: { droplet_id: id }, body: { type } });
  return /** @type {{ action: unknown }} */ (valueIn(answer).body).action;
}

export async function close() {
  await Promise.all([...clients.values()].map((client) => client.close()));
  clients.clear();
}
