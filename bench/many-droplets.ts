import { type Droplet, listDroplets } from '../main/core/digitalocean/resources/droplets.ts';
import type { HostFacts } from '../main/core/host-facts.ts';
import { reduce } from '../main/core/state/reduce.ts';
import { initialState, newConnection, type State } from '../main/core/state/state.ts';
import { startDemo } from '../main/demo/server.ts';
import { openNodeApi } from '../scripts/client/node-api.ts';

const connectionId = 'c1';

export const hostFacts: HostFacts = {
  version: '0.0.0',
  platform: process.platform,
  desktop: 'other',
  capabilities: {
    tray: true,
    keychain: true,
    desktopNotices: true,
    startAtLogin: false,
    saveDialog: true,
    quit: true,
    demo: false,
    terminal: false,
  },
};

/** Droplets of the demo account's first team, as the client reads them from its pages. */
export async function demoDroplets(count: number): Promise<Droplet[]> {
  const demo = await startDemo({ droplets: count + 9 });
  const api = openNodeApi({ token: demo.tokens[0]?.token ?? '', baseUrl: demo.baseUrl });
  const listed = await listDroplets(api);
  await api.close();
  await demo.close();
  if (!listed.ok) throw new Error(listed.failure.message);
  if (listed.value.length < count) throw new Error(`The demo account has ${listed.value.length} droplets`);
  return listed.value.slice(0, count);
}

/** The state once a team's droplets have been read. */
export function stateWith(droplets: readonly Droplet[], atMs: number): State {
  const connection = newConnection({ id: connectionId, label: 'Harbour Works', isDemo: false, isForThisRunOnly: false });
  return polled({ ...initialState, isLoaded: true, connections: new Map([[connectionId, connection]]) }, droplets, atMs);
}

/** The state after one more poll. */
export const polled = (state: State, droplets: readonly Droplet[], atMs: number): State =>
  reduce(state, { type: 'fetched', what: 'droplets', connectionId, answer: droplets, requestedAtMs: atMs, atMs });

/** What a poll returns: all objects are new, and one droplet has become locked. */
export const withOneChanged = (droplets: readonly Droplet[], index: number): Droplet[] =>
  structuredClone(droplets).map((droplet, at) => (at === index ? { ...droplet, isLocked: !droplet.isLocked } : droplet));
