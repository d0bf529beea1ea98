import type { JobChoice } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { option } from '../../fields.ts';
import type { Ask, JobContext } from '../../job.ts';
import { objectAt, regionOf, textAt } from '../../thing.ts';

/** What a list offers to choose from; nothing where it cannot be read, since another value can be typed. */
export async function suggestions(ask: Ask, operationId: string): Promise<JsonObject[]> {
  const listed = await ask.list(operationId);
  return listed.ok ? listed.value : [];
}

/** Addresses of the team to lead a name to: droplets, load balancers and reserved addresses, by name. Each address once. */
export async function addressChoices({ ask, droplets }: JobContext, version: 4 | 6): Promise<JobChoice[]> {
  const [balancers, reserved] = await Promise.all([
    suggestions(ask, 'loadBalancers_list'),
    suggestions(ask, version === 4 ? 'reservedIPs_list' : 'reservedIPv6_list'),
  ]);
  const ofDroplets = [...droplets.values()].flatMap(({ name, publicV4, publicV6, regionSlug }) =>
    (version === 4 ? publicV4 : publicV6).map((address) => option(address, name, `${address}, droplet in ${regionSlug}`)),
  );
  const ofBalancers = balancers.map((row) => {
    const address = textAt(row, version === 4 ? 'ip' : 'ipv6');
    return option(address, textAt(row, 'name'), `${address}, load balancer in ${regionOf(row)}`);
  });
  const ofReserved = reserved.map((row) => {
    const address = textAt(row, 'ip');
    const droplet = textAt(objectAt(row, 'droplet'), 'name');
    return option(address, address, droplet === '' ? 'reserved, not assigned' : `reserved, at ${droplet}`);
  });
  const byAddress = new Map([...ofDroplets, ...ofBalancers, ...ofReserved].map((one) => [one.value, one]));
  byAddress.delete('');
  return [...byAddress.values()];
}

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = `${octet}(?:\\.${octet}){3}`;
const ipv6 = '(?=.*:)[0-9a-fA-F:.]{2,45}';

export const ipv4Pattern = { source: ipv4, words: 'an address such as 203.0.113.7' } as const;
export const ipv6Pattern = { source: ipv6, words: 'an address such as 2001:db8::7' } as const;

const one = `(?:${ipv4}(?:/(?:3[0-2]|[12]?\\d))?|${ipv6}(?:/(?:12[0-8]|1[01]\\d|\\d?\\d))?)`;
/** Addresses or ranges of them, with spaces, commas or line breaks between them. */
export const addressesPattern = {
  source: `${one}(?:[\\s,]+${one})*`,
  words: 'addresses such as 203.0.113.7, or ranges such as 203.0.113.0/24',
} as const;

export const wordsIn = (text: unknown): string[] =>
  String(text ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
