import { loadIndex } from '../../../main/core/digitalocean/catalogue/load.ts';
import type { Schema } from '../../../preload/contract/catalogue.ts';
import { readTags, schemasOf, walkSchema } from '../../unit/core/digitalocean/catalogue/read-catalogue.ts';

/** A text that a person reads, and what it is. */
export interface Read {
  /** "volumes_list attach: label of droplet". */
  where: string;
  /**
   * `label`: names something, in Buoy's own words. `option`: one of several to choose. `detail`: stands beside one, and tells it from
   * others. `value`: what a thing has. `fact`: the same among all that is known of it, where ids may be. `name`: what a thing is called. `number`: what is asked of a number. `sentence`: may hold names and values.
   */
  kind: 'label' | 'option' | 'detail' | 'value' | 'fact' | 'name' | 'number' | 'sentence';
  text: string;
  /** Of a number. */
  unit?: string;
}

/** Names that are written so, whatever the rules of words. */
const names =
  /\b(DigitalOcean|GitHub|GitLab|WordPress|NeMo|OpenSearch|MongoDB|PostgreSQL|MySQL|PgBouncer|OpenAI|InnoDB|NoSchedule|McKinsey|NodeJS|JavaScript|iSCSI|macOS)\b/g;

/** What people called the variables of their apps on the demo account. */
const variables = /\b(LOG_LEVEL|PUBLIC_URL|SESSION_SECRET)\b/g;

/** Values of the specification that are words, names or abbreviations of people too. Each was looked at. */
const plain = new Set(
  `A AAAA ALIAS CAA CNAME MX NS PTR SOA SRV TXT HTTP HTTPS HTTP2 HTTP3 TCP UDP ICMP JSON AVRO ANSI GPU CPU
   active off running free backup snapshot droplets min basic starter daily weekly ping rsyslog`.split(/\s+/),
);
/** Regions and sizes go by their codes among people, beside their name or where there is room for no more. */
const codes = /^(?:[a-z]{3}\d?|[a-z]+(?:-[a-z\d.]+)*-\d+(?:\.\d+)?(?:vcpu|gb|x\d*)[a-z\d.-]*|lb-(?:small|medium|large))$/;

/** Numbers that count what their label names, or that have no unit. */
const unitless = new Set([
  'Port',
  'At port',
  'To port',
  'Priority',
  'Weight',
  'Flags',
  'Nodes',
  'Load',
  'Healthy droplets',
  'More HTTP 4xx answers',
  'More HTTP 5xx answers',
  'Number of the transfer',
  "The partner's AS number",
]);

/** Addresses are data, which is shown as it is. */
const address = /https?:\/\/\S+/g;
/** Kubernetes names the tag of a cluster and the volume of a claim by an id: those are their names. */
const ofKubernetes = /\b(?:k8s:|pvc-)[\da-f-]{36}\b/g;
const uuid = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/;

/** A URN, or the number of a droplet or an image. */
const otherId = /\bdo:[a-z\d_]+:|^\d{6,}$/;

/** What makes a text unfit for people, by a name; nothing: it is in their words. */
export type Judge = (read: Read) => string[];

/** Reads the specification's own words, and judges by them. */
export async function createJudge(): Promise<Judge> {
  const { operations } = await loadIndex();
  const titles = new Set(operations.map(({ title }) => title.toLowerCase()));
  const ids = new Set(operations.map(({ id }) => id));
  const values = await enumValues();
  const isCode = (text: string): boolean =>
    values.has(text) && !plain.has(text) && !/^[A-Z][a-z]/.test(text) && !/^\d/.test(text);
  const partsOf = (text: string): string[] => text.split(/[,;·()]\s*|\s[·×]\s/).map((part) => part.trim());
  return ({ kind, text, unit }) => {
    // What people wrote may look like anything.
    const isOwn = kind !== 'value' && kind !== 'fact' && kind !== 'name';
    const bare = text.replace(address, '').replace(names, '').replace(variables, '');
    const faults: [string, boolean][] = [
      ['a schema name', isOwn && /\b[a-z][a-z\d]*(?:_[a-z\d]+)+\b/.test(bare)],
      ['a code in capitals', isOwn && /\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/.test(bare)],
      ['camel case', isOwn && (/\b[a-z]+[A-Z][a-z]/.test(bare) || /\b(?:[A-Z][a-z]+){2,}\b/.test(bare))],
      ['"UUID" or "slug"', isOwn && /uuid|slug/i.test(bare)],
      ['a number without its unit', unit === '' && !unitless.has(text)],
      ['a bare id', kind !== 'fact' && (uuid.test(bare.replace(ofKubernetes, '')) || (kind === 'name' && otherId.test(bare)))],
      ['the title of an operation', kind === 'label' && titles.has(text.replace(/…$/, '').toLowerCase())],
      ['the name of an operation', ids.has(text)],
      [
        'a value as the API spells it',
        kind !== 'sentence' && kind !== 'name' && partsOf(text).some((part) => isCode(part) && !isKnownCode(kind, part)),
      ],
    ];
    return faults.flatMap(([name, isSo]) => (isSo ? [name] : []));
  };
}

/** A code alone is not enough to choose by. */
const isKnownCode = (kind: Read['kind'], part: string): boolean => kind !== 'label' && kind !== 'option' && codes.test(part);

/** Every value that a schema lists. */
async function enumValues(): Promise<Set<string>> {
  const values = new Set<string>();
  const visit = (schema: Schema) => {
    for (const value of schema.enum ?? []) if (typeof value === 'string') values.add(value);
  };
  for (const { operations, schemas } of await readTags()) {
    for (const schema of [...Object.values(schemas), ...operations.flatMap(schemasOf)]) walkSchema(schema, visit);
  }
  return values;
}
