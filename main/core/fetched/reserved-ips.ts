import { z } from 'zod';
import { success } from '../../../preload/contract/failure.ts';
import { listReservedIps, listReservedIpv6, type ReservedIp } from '../digitalocean/resources/reserved-ips.ts';
import { mergeByKey } from '../same.ts';
import { rowsOf } from '../understood.ts';
import type { TrackedAction } from './actions.ts';
import { type Definition, pagesOf, type Read, type ReadContext, savedAs } from './definition.ts';

/** The reserved addresses that lead to one droplet, IPv4 before IPv6. */
export interface AssignedIps {
  dropletId: number;
  addresses: readonly string[];
}

/** By the droplet's id. Droplets without a reserved address are missing. */
export type ReservedIps = ReadonlyMap<number, AssignedIps>;

interface Needs {
  reservedIps: ReservedIps;
  actions: ReadonlyMap<string, Pick<TrackedAction, 'type' | 'completedAtMs'>>;
}

/** Types of actions that move an address, as the API spells them. */
const moves: ReadonlySet<string> = new Set(['assign_ip', 'unassign_ip']);
/** For so long after such an action the addresses are read more often. */
const movedForMs = 60_000;

/**
 * Reserved addresses of the droplets. A droplet does not list its own, and asking for each droplet would cost a request each,
 * so the two lists of the team are read.
 * https://docs.digitalocean.com/reference/api/digitalocean/#operation/reservedIPs_list
 */
export const reservedIps: Definition<ReservedIps, readonly AssignedIps[], Needs> = {
  empty: new Map(),
  fold: (held, answer) => mergeByKey(held, answer, ({ dropletId }) => dropletId),
  // Two requests every 20 minutes are 6, since addresses move rarely. The rest is for refreshes, for the reads after a move, and
  // for teams with more than 200 addresses.
  sharePerHour: 30,
  intervalMs: (chosenMs) => Math.max(chosenMs, 1_200_000),
  urgentIntervalMs({ actions }, nowMs) {
    for (const { type, completedAtMs } of actions.values()) {
      if (moves.has(type) && completedAtMs !== null && nowMs - completedAtMs < movedForMs) return movedForMs / 2;
    }
    return null;
  },
  requests: () => 2,
  read,
  saved: savedAs(rowsOf(z.object({ dropletId: z.number(), addresses: z.array(z.string()) })), {
    write: (held) => [...held.values()].map(({ dropletId, addresses }) => ({ dropletId, addresses: [...addresses] })),
    read: (saved) => new Map(saved.map((assigned) => [assigned.dropletId, assigned])),
  }),
  wakesPollers: false,
  bearsNews: false,
};

/** Fails only when the IPv4 addresses cannot be read. When IPv6 fails, the known IPv6 addresses stay. */
async function read({ api, options, connection }: ReadContext<Needs>): Promise<Read<readonly AssignedIps[]>> {
  const [v4, v6] = await Promise.all([listReservedIps(api, options), listReservedIpv6(api, options)]);
  const cost = (v4.ok ? pagesOf(v4.value.length) : 1) + (v6.ok ? pagesOf(v6.value.length) : 1);
  if (!v4.ok) return { outcome: v4, cost };
  const ipv6 = v6.ok ? v6.value : knownIpv6(connection()?.reservedIps);
  return { outcome: success(byDroplet([...v4.value, ...ipv6])), cost };
}

const knownIpv6 = (held: ReservedIps = new Map()): ReservedIp[] =>
  [...held.values()].flatMap(({ dropletId, addresses }) =>
    addresses.filter((address) => address.includes(':')).map((address) => ({ address, dropletId })),
  );

function byDroplet(reserved: readonly ReservedIp[]): AssignedIps[] {
  const assigned = new Map<number, string[]>();
  for (const { address, dropletId } of reserved) {
    if (dropletId === null) continue;
    assigned.set(dropletId, [...(assigned.get(dropletId) ?? []), address]);
  }
  return [...assigned].map(([dropletId, addresses]) => ({ dropletId, addresses }));
}
