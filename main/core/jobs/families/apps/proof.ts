import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option } from '../../fields.ts';
import type { Again, Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

const domainsIn = (row: JsonObject): JsonObject[] => listAt(row, 'domains').filter(isObject);
const nameOf = (domain: JsonObject): string => textAt(objectAt(domain, 'spec'), 'domain');
const isOpen = (domain: JsonObject): boolean => textAt(domain, 'phase') !== 'ACTIVE';

/** TXT records that prove a domain, as they are entered: its name and its text. */
const proofsOf = (domain: JsonObject): string[] =>
  listAt(domain, 'validations')
    .filter(isObject)
    .map((one) => `${textAt(one, 'txt_name')} TXT "${textAt(one, 'txt_value')}"`);

const appIn = (body: Json): JsonObject => (isObject(body) ? objectAt(body, 'app') : {});

/** Offered once a domain is added whose records are kept elsewhere: by then its proof can be read. */
export const proofOf = (thing: Thing, name: string): Again => {
  const proof = ([body]: readonly Json[]): string =>
    domainsIn(appIn(body ?? null))
      .filter((domain) => nameOf(domain) === name)
      .flatMap(proofsOf)
      .join('\n');
  return {
    label: 'Copy its proof',
    steps: [{ label: 'Read it', operationId: 'apps_get', path: { id: thing.id } }],
    copy: (answers) => (proof(answers) === '' ? null : { what: `Proof of ${name}`, text: proof(answers) }),
    done: (answers) =>
      proof(answers) === ''
        ? `${name} needs no proof.`
        : `The record that proves ${name} is copied: ${proof(answers)}. Enter it where the records of ${name} are kept.`,
  };
};

/** What proves to DigitalOcean that a domain is one's own, for whoever keeps its records elsewhere. */
export const copyProof: Job = {
  name: 'copy-proof',
  label: 'Copy the proof of a domain…',
  level: 'safe',
  keywords: 'txt record validate verify domain',
  submitLabel: 'Copy',
  isFor: ({ row }) => domainsIn(row).some(isOpen),
  async open({ thing, ask }) {
    const read = await ask.read('apps_get', { id: thing.id });
    if (!read.ok) return read;
    const waiting = domainsIn(appIn(read.value)).filter((domain) => isOpen(domain) && proofsOf(domain).length > 0);
    if (waiting.length === 0) {
      return failed({ kind: 'conflict', message: `No domain of ${thing.name} waits for a TXT record.` });
    }
    return success({
      lines: waiting.map((domain) => `${nameOf(domain)}: ${proofsOf(domain).join(', ')}`),
      fields: [
        choice({ name: 'domain', label: 'Domain', choices: waiting.map((domain) => option(nameOf(domain), nameOf(domain))) }),
      ],
      data: { proofs: Object.fromEntries(waiting.map((domain) => [nameOf(domain), proofsOf(domain).join('\n')])) },
    });
  },
  plan: ({ domain }, _context, { data = {} }) => ({
    steps: [],
    copy: () => ({ what: `Proof of ${domain}`, text: textAt(objectAt(data, 'proofs'), String(domain)) }),
    done: () => `The record that proves ${domain} is copied. Enter it where the records of ${domain} are kept.`,
  }),
};
