import type { JobChoice, JobField } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option, text } from '../../fields.ts';
import { textAt } from '../../thing.ts';
import { ipv4Pattern, ipv6Pattern } from './addresses.ts';
import { addressField, nameField, otherTarget, priorityField, targetField } from './record-names.ts';

/** Types of records that a person adds. The SOA record is there from the start. */
export const recordTypes: readonly JobChoice[] = [
  option('A', 'A', 'a name leads to an IPv4 address'),
  option('AAAA', 'AAAA', 'a name leads to an IPv6 address'),
  option('CNAME', 'CNAME', 'a name is another name for a host'),
  option('MX', 'MX', 'a server that takes mail'),
  option('TXT', 'TXT', 'a text, such as for SPF, DKIM or a proof of ownership'),
  option('NS', 'NS', 'a name server'),
  option('SRV', 'SRV', 'where a service runs'),
  option('CAA', 'CAA', 'who may issue certificates'),
];

/** Addresses to choose from, by the type of the record. */
export type Targets = Readonly<Record<'A' | 'AAAA', readonly JobChoice[]>>;

const longestTtl = 2_147_483_647;
const addressTypes = ['A', 'AAAA'] as const;
const escaped = (domain: string) => domain.replaceAll('.', '\\.');

const numberOf = (record: JsonObject, field: string, otherwise: number): number => {
  const value = record[field];
  return typeof value === 'number' ? value : otherwise;
};

/**
 * What a record of a type has. `record` is what is there, empty for a new one.
 *
 * @param only the type of an existing record; without it the fields of all types, each shown with its own
 * @param nextMail the priority of a further mail server
 */
export function recordFields(
  domain: string,
  record: JsonObject,
  targets: Targets,
  { only, nextMail = 10 }: { only?: string; nextMail?: number } = {},
): JobField[] {
  const fields: JobField[] = [];
  const add = (types: readonly string[], field: JobField): void => {
    if (only === undefined) fields.push(field.shownIf ? field : { ...field, shownIf: { field: 'type', values: [...types] } });
    else if (types.includes(only)) fields.push(field);
  };
  const data = textAt(record, 'data');
  nameFields(domain, textAt(record, 'name'), add);
  for (const type of addressTypes) {
    const other = option(otherTarget, 'Another address');
    const isKnown = targets[type].some(({ value }) => value === data);
    const name = targetField(type);
    const address = text({
      name: addressField(type),
      label: 'Address',
      value: isKnown ? '' : data,
      pattern: type === 'A' ? ipv4Pattern : ipv6Pattern,
    });
    if (targets[type].length === 0) {
      add([type], address);
      continue;
    }
    const value = isKnown ? data : data === '' ? null : otherTarget;
    add([type], choice({ name, label: 'Leads to', choices: [...targets[type], other], value }));
    add([type], { ...address, shownIf: { field: name, values: [otherTarget] } });
  }
  const hostHint = 'A whole name, such as mail.example.com; its final dot is added. @ is the domain itself.';
  add(['CNAME', 'NS', 'MX', 'SRV'], text({ name: 'host', label: 'Host', value: data, hint: hostHint }));
  add(['TXT'], text({ name: 'text', label: 'Text', value: data, hint: 'As it is, without quotes around it.' }));
  const tags = [
    option('issue', 'certificates'),
    option('issuewild', 'wildcard certificates'),
    option('iodef', 'reports of violations'),
  ];
  add(['CAA'], choice({ name: 'tag', label: 'About', choices: tags, value: textAt(record, 'tag') || 'issue' }));
  const issuerHint = 'Who may issue them, such as letsencrypt.org; for reports, where they go.';
  add(['CAA'], text({ name: 'issuer', label: 'Issuer', value: data, hint: issuerHint }));
  const whole = { minimum: 0, unit: '' };
  const flags = numberOf(record, 'flags', 0);
  add(['CAA'], number({ ...whole, name: 'flags', label: 'Flags', value: flags, maximum: 255 }));
  const most = { ...whole, maximum: 65_535 };
  for (const [type, usual] of [
    ['MX', nextMail],
    ['SRV', 10],
  ] as const) {
    const value = numberOf(record, 'priority', usual);
    add([type], number({ ...most, name: priorityField(type), label: 'Priority', value, hint: 'The lowest is tried first.' }));
  }
  const port = typeof record.port === 'number' ? record.port : null;
  add(['SRV'], number({ ...most, name: 'port', label: 'Port', value: port }));
  add(['SRV'], number({ ...most, name: 'weight', label: 'Weight', value: numberOf(record, 'weight', 100) }));
  const ttl = { value: numberOf(record, 'ttl', 1800), minimum: 30, maximum: longestTtl, unit: 's' };
  const everyType = [...recordTypes.map(({ value }) => value), 'SOA'];
  add(
    everyType,
    number({ ...ttl, name: 'ttl', label: 'Kept by others for', hint: 'The TTL: so long may others go on with the old value.' }),
  );
  return fields;
}

function nameFields(domain: string, value: string, add: (types: readonly string[], field: JobField) => void): void {
  const hint = `Such as www; * is any other name; nothing or @ is ${domain} itself.`;
  const usual = ['A', 'AAAA', 'MX', 'TXT', 'NS', 'CAA'];
  add(usual, text({ name: nameField('A'), label: 'Name', value, hint, isRequired: false }));
  const alias = { source: `(?!(?:@|${escaped(domain)}\\.?)$).+`, words: `not ${domain} itself, which cannot be a CNAME` };
  add(['CNAME'], text({ name: nameField('CNAME'), label: 'Name', value, pattern: alias }));
  const service = { source: '_[^.]+\\._[^.]+.*', words: 'service and protocol, such as _sip._tcp' };
  add(['SRV'], text({ name: nameField('SRV'), label: 'Name', value, pattern: service }));
}
