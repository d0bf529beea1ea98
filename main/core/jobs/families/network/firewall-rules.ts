import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listed } from '../../../words/numbers.ts';
import type { JobContext, Weight } from '../../job.ts';
import { listAt, objectAt } from '../../thing.ts';

/** Both directions of a firewall's rules, with the field that says who is on the other side. */
export const directions = {
  inbound: { rules: 'inbound_rules', others: 'sources' },
  outbound: { rules: 'outbound_rules', others: 'destinations' },
} as const;
export type Direction = keyof typeof directions;

export const everyone: readonly string[] = ['0.0.0.0/0', '::/0'];

export const rulesOf = (firewall: JsonObject, direction: Direction): JsonObject[] =>
  listAt(firewall, directions[direction].rules).filter(isObject);

const wellKnown: Readonly<Record<string, string>> = {
  'tcp 22': 'SSH',
  'tcp 80': 'HTTP',
  'tcp 443': 'HTTPS',
  'tcp 3306': 'MySQL',
  'tcp 5432': 'PostgreSQL',
};

/** "SSH 22", "UDP 443", "all TCP ports", "ping and other ICMP". A read tells "0" for all ports. */
export function portsSentence({ protocol, ports }: JsonObject): string {
  const way = String(protocol);
  if (way === 'icmp') return 'ping and other ICMP';
  const isAll = ports === undefined || ports === null || ports === '' || ports === '0' || ports === 'all';
  if (isAll) return `all ${way.toUpperCase()} ports`;
  return `${wellKnown[`${way} ${ports}`] ?? way.toUpperCase()} ${ports}`;
}

const isEveryone = (addresses: readonly unknown[]) => addresses.includes('0.0.0.0/0') || addresses.includes('::/0');

/** Who is on the other side of a rule: "everyone", "bastion-01", "tag prod". */
export function othersSentence(rule: JsonObject, direction: Direction, { droplets }: Pick<JobContext, 'droplets'>): string {
  const others = objectAt(rule, directions[direction].others);
  const addresses = listAt(others, 'addresses');
  if (isEveryone(addresses)) return 'everyone';
  const names = [
    ...addresses.map(String),
    ...listAt(others, 'droplet_ids').map((id) => droplets.get(Number(id))?.name ?? `droplet ${id}`),
    ...listAt(others, 'tags').map((tag) => `tag ${tag}`),
    ...listAt(others, 'load_balancer_uids').map(() => 'a load balancer'),
    ...listAt(others, 'kubernetes_ids').map(() => 'a cluster'),
  ];
  return names.length === 0 ? 'nobody' : listed(names);
}

/** Droplets that a firewall covers, by id or by a tag of theirs. */
export function coveredBy(firewall: JsonObject, { droplets }: Pick<JobContext, 'droplets'>): { id: number; name: string }[] {
  const ids = new Set(listAt(firewall, 'droplet_ids').map(Number));
  const tags = new Set(listAt(firewall, 'tags').map(String));
  return [...droplets.values()].filter(({ id, tags: own }) => ids.has(id) || own.some((tag) => tags.has(tag)));
}

/** Droplets that no firewall covers yet, by id. Where that cannot be read, all may be such. */
export async function bareDroplets({ ask, droplets }: JobContext): Promise<number[]> {
  const firewalls = await ask.list('firewalls_list');
  const covered = new Set(
    (firewalls.ok ? firewalls.value : []).flatMap((row) => coveredBy(row, { droplets }).map(({ id }) => id)),
  );
  return [...droplets.keys()].filter((id) => !covered.has(id));
}

/** A first firewall shuts out whatever it does not let in; a further one only lets more in. */
export function firstFirewall(
  ids: readonly number[],
  bare: readonly unknown[],
  { droplets }: Pick<JobContext, 'droplets'>,
): Weight {
  const names = ids.filter((id) => bare.includes(id)).map((id) => droplets.get(id)?.name ?? `droplet ${id}`);
  if (names.length === 0) return { level: 'normal' };
  return {
    level: 'disruptive',
    lines: [`${listed(names, 6)} had no firewall: from then on only what this one allows comes in.`],
  };
}

const sshPort = 22;

/** Who can no longer sign in where without this rule, as a sentence; none if it lets no SSH in. */
export function sshLoss(rule: JsonObject, firewall: JsonObject, context: Pick<JobContext, 'droplets'>): string[] {
  const [from = 0, to = from] = String(rule.ports ?? '0')
    .split('-')
    .map(Number);
  const isAll = from === 0 || Number.isNaN(from);
  if (rule.protocol !== 'tcp' || !(isAll || (from <= sshPort && sshPort <= to))) return [];
  return [`SSH to ${coveredNames(firewall, context)} is no longer open to ${othersSentence(rule, 'inbound', context)}.`];
}

export const coveredNames = (firewall: JsonObject, context: Pick<JobContext, 'droplets'>): string => {
  const names = coveredBy(firewall, context).map(({ name }) => name);
  return names.length === 0 ? 'no droplet' : listed(names);
};
