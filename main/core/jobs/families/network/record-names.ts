import type { JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { partsOf } from '../../parts/again.ts';

/*
 * Names of records are relative to their domain ("www", "@" for the domain itself), names that records lead to are whole and end
 * with a dot: https://docs.digitalocean.com/products/networking/dns/how-to/manage-records/ (read in November 2026).
 */

/** The relative name of what a person typed, who may have typed the whole name. Nothing means the domain itself. */
export function relativeName(typed: string, domain: string): string {
  const name = typed.trim().replace(/\.$/, '');
  if (name === '' || name === domain) return '@';
  return name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : name;
}

/** The whole name that a relative one stands for. */
export const wholeName = (name: string, domain: string): string => (name === '@' ? domain : `${name}.${domain}`);

/** A name to lead to, as the API takes it. A single word is a name in the same domain. */
export function hostName(typed: string, domain: string): string {
  const host = typed.trim();
  if (host === '' || host === '@' || host.endsWith('.')) return host;
  return host.includes('.') ? `${host}.` : `${host}.${domain}.`;
}

/** What a record says, as people read it. */
export function contentOf({ type, data, priority, port, ttl }: JsonObject): string {
  if (type === 'SOA') return `${ttl} s`;
  const plain = String(data ?? '').replace(/(?<=.)\.$/, '');
  if (type === 'MX') return `${plain} with priority ${priority}`;
  return type === 'SRV' ? `${plain}, port ${port}` : plain;
}

const leads: readonly string[] = ['A', 'AAAA', 'CNAME'];

/** "www.example.com → 203.0.113.7" or "TXT record of example.com: v=spf1 -all". */
export function recordSentence(body: JsonObject, domain: string): string {
  const whole = wholeName(String(body.name ?? '@'), domain);
  return leads.includes(String(body.type))
    ? `${whole} → ${contentOf(body)}`
    : `${body.type} record of ${whole}: ${contentOf(body)}`;
}

const textIn = (values: JobValues, name: string): string => String(values[name] ?? '');
const numberIn = (values: JobValues, name: string): number => Number(values[name] ?? 0);

/** The record that the values of a form describe, with the fields of its type and no others. */
export function recordOf(type: string, values: JobValues, domain: string): JsonObject {
  const ttl = numberIn(values, 'ttl');
  const name = relativeName(textIn(values, nameField(type)), domain);
  const host = hostName(textIn(values, 'host'), domain);
  switch (type) {
    case 'A':
    case 'AAAA': {
      // Without anything to choose from, only an address is asked.
      const target = values[targetField(type)] ?? otherTarget;
      return { type, name, data: target === otherTarget ? textIn(values, addressField(type)) : String(target), ttl };
    }
    case 'MX':
      return { type, name, data: host, priority: numberIn(values, priorityField(type)), ttl };
    case 'SRV':
      return {
        type,
        name,
        data: host,
        priority: numberIn(values, priorityField(type)),
        port: numberIn(values, 'port'),
        weight: numberIn(values, 'weight'),
        ttl,
      };
    case 'CAA': {
      const issuer = textIn(values, 'issuer');
      const data = values.tag === 'iodef' ? issuer : hostName(issuer, domain);
      return { type, name, data, flags: numberIn(values, 'flags'), tag: textIn(values, 'tag'), ttl };
    }
    case 'TXT':
      return { type, name, data: textIn(values, 'text'), ttl };
    case 'SOA':
      return { type, ttl };
    default:
      return { type, name, data: host, ttl };
  }
}

const ofEveryType = ['type', 'name', 'data', 'ttl'];
const furtherOf: Readonly<Record<string, readonly string[]>> = {
  MX: ['priority'],
  SRV: ['priority', 'port', 'weight'],
  CAA: ['flags', 'tag'],
};
/** Types whose value is a host, which a read tells without the final dot that a write wants. */
const hostTypes = ['CNAME', 'NS', 'MX', 'SRV', 'CAA'];

/** The record that was read, as it is made. */
export function sameRecord(record: JsonObject, domain: string): JsonObject {
  const type = String(record.type);
  const isHost = hostTypes.includes(type) && record.tag !== 'iodef';
  const made = partsOf(record, [...ofEveryType, ...(furtherOf[type] ?? [])]);
  return isHost ? { ...made, data: hostName(String(record.data ?? ''), domain) } : made;
}

/** The value of a choice of targets that stands for an address of one's own. */
export const otherTarget = 'other';
export const nameField = (type: string): string => (type === 'CNAME' ? 'alias' : type === 'SRV' ? 'service' : 'name');
export const priorityField = (type: string): string => (type === 'SRV' ? 'turn' : 'priority');
export const targetField = (type: string): string => (type === 'AAAA' ? 'target6' : 'target');
export const addressField = (type: string): string => (type === 'AAAA' ? 'address6' : 'address');
