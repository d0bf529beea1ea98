import { success } from '../../../../../preload/contract/failure.ts';
import type { Json, JsonObject } from '../../../../../preload/contract/json.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { duration } from '../../../../../preload/contract/time-words.ts';
import { choice, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Thing } from '../../job.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { addressChoices, wordsIn } from './addresses.ts';
import { newDomain } from './new-domain.ts';
import { recordFields, recordTypes } from './record-fields.ts';
import { contentOf, recordOf, recordSentence } from './record-names.ts';

const path = ({ id }: Thing) => ({ domain_name: id });
const answered = (answers: readonly Json[]): JsonObject => (isObject(answers[0]) ? answers[0] : {});
const within = (ttl: unknown): string => duration(Number(ttl) * 1000);

/** A further mail server is tried after those that are there. */
async function nextPriority({ ask, thing }: JobContext): Promise<number> {
  const mail = await ask.list('domains_list_records', path(thing), { type: 'MX' });
  const priorities = mail.ok ? mail.value.map(({ priority }) => Number(priority)).filter(Number.isInteger) : [];
  return Math.min(65_535, Math.max(0, ...priorities) + 10);
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Domains */
export const domainJobs: readonly Job[] = [
  newDomain,
  {
    name: 'add-record',
    label: 'Add record…',
    level: 'normal',
    makes: 'domains_list_records',
    isMain: true,
    keywords: 'dns point name a aaaa cname mx txt srv caa',
    async open(context) {
      const [A, AAAA, nextMail] = await Promise.all([
        addressChoices(context, 4),
        addressChoices(context, 6),
        nextPriority(context),
      ]);
      const type = choice({ name: 'type', label: 'Type', choices: [...recordTypes], value: 'A' });
      return success({ fields: [type, ...recordFields(context.thing.name, {}, { A, AAAA }, { nextMail })] });
    },
    plan(values, { thing }) {
      const body = recordOf(String(values.type), values, thing.name);
      return {
        steps: [{ label: 'Add record', operationId: 'domains_create_record', path: path(thing), body }],
        done: () => `${recordSentence(body, thing.name)}, known within ${within(body.ttl)}.`,
      };
    },
  },
  {
    name: 'copy-name-servers',
    label: 'Copy name servers',
    level: 'safe',
    isMain: true,
    keywords: 'ns registrar delegate',
    plan: (_values, { thing }) => {
      const servers = (answers: readonly Json[]): string[] =>
        listAt(answered(answers), 'domain_records')
          .filter(isObject)
          .filter(({ name }) => name === '@')
          .map(contentOf);
      return {
        steps: [
          { label: 'Read', operationId: 'domains_list_records', path: path(thing), query: { type: 'NS', per_page: '200' } },
        ],
        done: (answers) => `Copied ${servers(answers).join(', ')}: to be entered where ${thing.name} is registered.`,
        copy: (answers) => ({ what: 'Name servers', text: servers(answers).join('\n') }),
      };
    },
  },
  {
    name: 'new-certificate',
    label: 'New certificate…',
    level: 'normal',
    keywords: 'tls ssl https lets encrypt',
    async open({ thing }) {
      const names = { name: 'names', label: 'Names', value: `${thing.ownName} www.${thing.ownName}` };
      return success({
        lines: ["Let's Encrypt issues it, and DigitalOcean renews it by itself as long as the name servers are DigitalOcean's."],
        fields: [
          text({ name: 'name', label: 'Name of the certificate', value: thing.ownName }),
          text({ ...names, hint: `With spaces between them. *.${thing.name} is every name one level below.` }),
        ],
      });
    },
    plan: ({ name, names }, { thing }) => ({
      steps: [
        {
          label: 'Order certificate',
          operationId: 'certificates_create',
          body: { name: String(name), type: 'lets_encrypt', dns_names: wordsIn(names) },
        },
      ],
      done: () => `The certificate ${name} of ${thing.name} is being issued.`,
    }),
  },
  {
    name: 'save-zone-file',
    label: 'Save zone file',
    level: 'safe',
    keywords: 'export backup bind',
    plan: (_values, { thing }) => {
      const zone = (answers: readonly Json[]) => textAt(objectAt(answered(answers), 'domain'), 'zone_file');
      return {
        steps: [{ label: 'Read', operationId: 'domains_get', path: path(thing) }],
        done: (answers) =>
          zone(answers) === ''
            ? `DigitalOcean has no zone file of ${thing.name} yet.`
            : `The zone file of ${thing.name} is saved.`,
        file: (answers) =>
          zone(answers) === '' ? null : { name: `${thing.ownName}.zone`, mediaType: 'text/plain', text: zone(answers) },
      };
    },
  },
  moveToProject('domain'),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove zone',
    async open({ thing, ask }) {
      const records = await ask.list('domains_list_records', path(thing));
      if (!records.ok) return records;
      return success({
        lines: ['Web, mail and everything else under that name stops, unless its name servers are elsewhere.'],
        goes: [`${thing.name}, with ${counted(records.value.length, 'record')}`],
        stays: ['The registration of the name, which is not at DigitalOcean'],
      });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'domains_delete', path: path(thing) }],
      done: () => `${thing.name} is deleted, with its records.`,
    }),
  },
];
