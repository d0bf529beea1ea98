import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { duration } from '../../../../../preload/contract/time-words.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { addressChoices } from './addresses.ts';
import { recordFields } from './record-fields.ts';
import { contentOf, hostName, recordOf, sameRecord } from './record-names.ts';

const domainOf = ({ parent }: Thing): string => parent.domain_name ?? '';
const path = (thing: Thing) => ({ domain_name: domainOf(thing), domain_record_id: thing.id });
const typeOf = ({ row }: Thing): string => textAt(row, 'type');
const isMail = (thing: Thing) => typeOf(thing) === 'MX';
const isZone = (thing: Thing) => typeOf(thing) === 'NS' && textAt(thing.row, 'name') === '@';

/** A read leaves out the final dot that a write wants: that alone is no change. */
function changedRecord(base: JsonObject, record: JsonObject, domain: string): JsonObject {
  const isSame = typeof base.data === 'string' && hostName(base.data, domain) === record.data;
  return { ...base, ...record, ...(isSame ? { data: base.data ?? null } : {}) };
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Domain-Records */
export const recordJobs: readonly Job[] = [
  {
    name: 'edit',
    label: 'Edit…',
    level: 'normal',
    isMain: true,
    keywords: 'change point ttl',
    submitLabel: 'Save',
    async open(context) {
      const { thing, ask } = context;
      const type = typeOf(thing);
      const [base, A, AAAA] = await Promise.all([
        ask.base('domains_patch_record', path(thing)),
        type === 'A' ? addressChoices(context, 4) : [],
        type === 'AAAA' ? addressChoices(context, 6) : [],
      ]);
      if (!base.ok) return base;
      const fields = recordFields(domainOf(thing), base.value, { A, AAAA }, { only: type });
      return success({ fields, data: { base: base.value } });
    },
    plan(values, { thing }, { data = {} }) {
      const domain = domainOf(thing);
      const opened = objectAt(data, 'base');
      const record = recordOf(typeOf(thing), values, domain);
      const change = (base: JsonObject) => changedRecord(base, record, domain);
      return {
        steps: [{ label: 'Save', operationId: 'domains_patch_record', path: path(thing), edit: { opened, change } }],
        done: () =>
          `${thing.name}: ${contentOf(record)}. Others see it within ${duration(Number(opened.ttl ?? record.ttl) * 1000)}.`,
      };
    },
  },
  {
    name: 'copy-value',
    label: 'Copy value',
    level: 'safe',
    isMain: true,
    isFor: (thing) => typeOf(thing) !== 'SOA',
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied ${textAt(thing.row, 'data')}.`,
      copy: () => ({ what: 'Value', text: textAt(thing.row, 'data') }),
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'disruptive',
    forMany: sentUnread,
    keywords: 'remove',
    off: (thing) => (typeOf(thing) === 'SOA' ? 'A domain cannot be without its SOA record.' : null),
    async open({ thing, ask, isOneOfMany }) {
      const read = isOneOfMany ? null : await ask.read('domains_get_record', path(thing));
      if (read?.ok === false) return read;
      const more = isMail(thing)
        ? [`Mail to ${domainOf(thing)} may stop.`]
        : isZone(thing)
          ? [`Without its name servers all of ${domainOf(thing)} stops.`]
          : [];
      const record = read === null ? thing.row : objectAt(isObject(read.value) ? read.value : {}, 'domain_record');
      return success({ lines: [`${thing.name}: ${contentOf(record)}`, ...more], data: { record } });
    },
    plan(_values, { thing }, { data = {} }) {
      const record = isObject(data.record) ? data.record : thing.row;
      return {
        steps: [{ label: 'Delete', operationId: 'domains_delete_record', path: path(thing) }],
        done: () => `The ${thing.name} is deleted: ${contentOf(record)}.`,
        again: {
          steps: [
            {
              label: 'Make it again',
              operationId: 'domains_create_record',
              path: { domain_name: domainOf(thing) },
              body: sameRecord(record, domainOf(thing)),
            },
          ],
          done: () => `The ${thing.name} is there again: ${contentOf(record)}.`,
        },
      };
    },
  },
];
