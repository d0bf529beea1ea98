import type { Random } from '../world/random.ts';
import { dayMs, isoOf } from '../world/world.ts';

/** What an invented value may use. */
export interface MakeContext {
  random: Random;
  nowMs: number;
  /** What is being described, in a word of its path: `databases`, `node_pools`. */
  noun: string;
  /** A value that refers to something that exists; `undefined` when the name refers to nothing. */
  reference: (name: string, kind: 'text' | 'number' | 'list' | 'thing') => unknown;
}

const nouns: Record<string, readonly string[]> = {
  agents: ['support-desk', 'release-notes', 'docs-helper', 'on-call-brief'],
  knowledge_bases: ['handbook', 'product-docs', 'tickets-2026'],
  workspaces: ['support', 'research', 'field-tests'],
  namespaces: ['webhooks', 'thumbnails', 'nightly'],
  projects: ['storefront', 'internal-tools', 'research'],
};
const sentences = ['', 'Set up in spring', 'See the runbook before changing', 'Used by the shop'];
const things = ['harbour', 'lantern', 'tide', 'quay', 'beacon', 'mooring', 'gull', 'ferry', 'anchor', 'jetty'];
const roles = ['main', 'api', 'web', 'jobs', 'cache', 'edge', 'staging', 'reports'];

function nameFor({ noun, random }: MakeContext): string {
  const known = nouns[noun];
  return known ? random.pick(known) : `${random.pick(things)}-${random.pick(roles)}`;
}

type Maker = (context: MakeContext) => string;

const address: Maker = ({ random }) => `203.0.113.${random.whole(2, 250)}`;
const host: Maker = ({ random }) => `${random.pick(things)}.example.com`;
const moment =
  (lowestDays: number, highestDays: number): Maker =>
  ({ random, nowMs }) =>
    isoOf(nowMs - random.whole(lowestDays * 24, highestDays * 24) * (dayMs / 24));

/** By the property's name. The first pattern that fits decides. */
const byName: readonly [RegExp, Maker][] = [
  [/^(expires_at|not_after|next_run_at|expiry)/, ({ random, nowMs }) => isoOf(nowMs + random.whole(20, 300) * dayMs)],
  [/^(created_at|create_time|created_time|started_at|reserved_at|assigned_at)$/, moment(30, 700)],
  [/(_at|_time|timestamp|^date)$/, moment(0, 29)],
  [/(_|^)uuid$/, ({ random }) => random.uuid()],
  [/(_|^)(ipv6|v6)(_|$)/, ({ random }) => `2001:db8::${random.hex(4)}`],
  [/(cidr|ip_range|subnet|prefix_range)/, ({ random }) => `10.${random.whole(10, 130)}.0.0/20`],
  [/(_|^)(ip|ipv4|ip_address|gateway|gateway_ip|router_ip)$/, address],
  [/email/, () => 'ops@example.com'],
  [/(_|^)(uri|url|endpoint|link|webhook)s?$/, (around) => `https://${host(around)}/${around.noun}`],
  [/(hostname|host|domain|dns_name|fqdn|origin|server)s?$/, host],
  [/^region(_slug|_id)?$/, () => 'fra1'],
  [/sha1|fingerprint/, ({ random }) => random.hex(40)],
  [/digest|sha256/, ({ random }) => `sha256:${random.hex(64)}`],
  [/(password|secret|(^|_)token$|auth_key|access_key|private_key|api_key|^key$)/, ({ random }) => `demo-${random.hex(32)}`],
  [/^(state|status|phase|lifecycle_status)$/, () => 'active'],
  [/tokens|count$|^cpus$/, ({ random }) => String(random.whole(1, 64))],
  [/slug$/, ({ random }) => `${random.pick(things)}-${random.pick(roles)}`],
  [/commit/, ({ random }) => random.hex(40)],
  [/(certificate|^ca$|_cert$)/, ({ random }) => Buffer.from(`demo certificate ${random.hex(16)}`).toString('base64')],
  [/(price|amount|cost|usd|balance)/, ({ random }) => `${random.whole(1, 90)}.00`],
  [/semantic_version/, () => '17.2.0'],
  [/version/, () => '1.2.0'],
  [/cron|schedule/, () => '0 4 * * *'],
  [/^urn$/, ({ random }) => `do:droplet:${random.whole(400_000_000, 499_999_999)}`],
  [/(^|_)(id|uuid)s?$/, ({ random }) => random.uuid()],
  [/(name|label|title)s?$/, nameFor],
  [/(description|details|note|purpose|instruction|comment)/, ({ random }) => random.pick(sentences)],
  [/(created_by|owner|user_id|author)/, () => 'mara'],
  [/(path|folder)/, () => '/srv/data'],
  [/tags?$/, ({ random }) => random.pick(['prod', 'web', 'ops', 'jobs'])],
  [/size|tier|plan/, () => 'small'],
  [/model/, () => 'harbour-chat-8b'],
];

/** A believable text for a property of that name; '' when none is known. */
export function textFor(name: string, format: string | undefined, around: MakeContext): string {
  const lower = name.toLowerCase();
  if (format === 'uuid') return around.random.uuid();
  if (format === 'date') return moment(0, 60)(around).slice(0, 10);
  if (format === 'date-time')
    return (byName.find(([pattern], index) => index < 3 && pattern.test(lower))?.[1] ?? moment(1, 90))(around);
  if (format === 'email') return 'ops@example.com';
  if (format === 'ipv4') return address(around);
  if (format === 'ipv6') return `2001:db8::${around.random.hex(4)}`;
  if (format === 'uri' || format === 'url') return `https://${host(around)}/${around.noun}`;
  if (format === 'hostname') return host(around);
  if (format === 'binary' || format === 'byte') return Buffer.from('demo').toString('base64');
  const maker = byName.find(([pattern]) => pattern.test(lower))?.[1];
  return maker ? maker(around) : '';
}

const numbersByName: readonly [RegExp, (random: Random) => number][] = [
  [/port/, () => 5432],
  [/percent|utilization|ratio/, (random) => random.whole(12, 78)],
  [/gib|gigabytes|_gb|disk/, (random) => random.whole(2, 40) * 10],
  [/bytes/, (random) => random.whole(20, 900) * 1_048_576],
  [/mib|_mb|memory/, (random) => 1024 * random.whole(1, 16)],
  [/(price|cost|usd|amount)/, (random) => random.whole(5, 90)],
  [/ttl|timeout|seconds|period/, (random) => random.whole(1, 10) * 60],
  [/tokens?/, (random) => random.whole(2, 64) * 128],
  [/(^|_)id$/, (random) => random.whole(100_000_000, 999_999_999)],
  [/count|total|num|quantity|instances|replicas/, (random) => random.whole(1, 5)],
];

/** A believable number for a property of that name. The caller applies the bounds. */
export function numberFor(name: string, random: Random): number {
  const maker = numbersByName.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  return maker ? maker(random) : random.whole(1, 20);
}

/** Properties that healthy things do not have. */
export const isRare = (name: string): boolean =>
  /^(deleted|cancell?ed|failed|deprecated)_at$|^(cloned_from|forked_from_id|errors?|failure_reason|error_message|last_error)$/.test(
    name,
  );

/** Values of an enumeration that mean "well, and nothing is going on". The best comes first. */
const steady =
  /^(.*_)?(active|online|running|healthy|succeeded|success|completed|complete|available|verified|provisioned|ready|up|deployed|live|open|green|enabled|joined|indexed|finished|status_running|ok)$/i;
const starting =
  /^(.*_)?(new|creating|provisioning|pending|pending_build|waiting|requested|in_progress|in-progress|validating|checking|queued|starting|configuring|waiting_for_deployment|deploying|created)$/i;

/** The value in which a thing comes to rest, among those its schema lists. */
export function steadyOf(values: readonly unknown[]): unknown {
  return values.find((value) => typeof value === 'string' && steady.test(value)) ?? firstMeant(values);
}

/** The value with which a new thing starts; `undefined` when its schema lists none. */
export function startingOf(values: readonly unknown[]): unknown {
  return values.find((value) => typeof value === 'string' && starting.test(value));
}

/** The first value of an enumeration is often "unknown". */
function firstMeant(values: readonly unknown[]): unknown {
  return values.find((value) => typeof value !== 'string' || !/unknown|unspecified|invalid|^$/i.test(value)) ?? values[0];
}
