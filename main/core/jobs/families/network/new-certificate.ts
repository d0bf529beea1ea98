import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { wordsIn } from './addresses.ts';

const pem = (kind: string) => `[\\s\\S]*-----BEGIN ${kind}-----[\\s\\S]+`;
/** Files often hold both; the key has a field of its own, in which it is not shown. */
const certificatePattern = {
  source: `(?![\\s\\S]*PRIVATE KEY)${pem('CERTIFICATE')}`,
  words: 'text that begins with -----BEGIN CERTIFICATE-----, without the private key',
} as const;
const keyPattern = { source: pem('[A-Z ]*PRIVATE KEY'), words: 'text that begins with -----BEGIN PRIVATE KEY-----' } as const;

const pemFile = { endings: ['.pem', '.crt', '.cer', '.key'], mostBytes: 200_000 };

/** The fields of a new certificate: one that renews itself, or one's own. `before` is what it takes the place of. */
export function newFields(name: string, before: JsonObject): JobField[] {
  const kinds = [
    option('lets_encrypt', "From Let's Encrypt", 'renews itself'),
    option('custom', 'Your own', 'from files, renewed by you'),
  ];
  const own = { shownIf: { field: 'kind', values: ['custom'] }, isLong: true, fromFile: pemFile };
  const isOwn = textAt(before, 'type') === 'custom';
  return [
    choice({ name: 'kind', label: 'New certificate', choices: kinds, value: isOwn ? 'custom' : 'lets_encrypt' }),
    text({
      name: 'name',
      label: 'Its name',
      value: name,
      hint: 'No two certificates of a team have the same.',
    }),
    text({
      name: 'names',
      label: 'Names that it covers',
      value: listAt(before, 'dns_names').join(' '),
      hint: "With spaces between them. Their domains have to use DigitalOcean's name servers.",
      shownIf: { field: 'kind', values: ['lets_encrypt'] },
    }),
    text({ ...own, name: 'certificate', label: 'Certificate', pattern: certificatePattern }),
    text({ ...own, name: 'key', label: 'Private key', isSecret: true, pattern: keyPattern }),
    text({
      ...own,
      name: 'chain',
      label: 'Certificates between it and its root',
      isRequired: false,
      pattern: { ...certificatePattern, source: `(?:${certificatePattern.source})?` },
    }),
  ];
}

/** The body that makes it. */
export function created({ kind, name, names, certificate, key, chain }: JobValues): JsonObject {
  if (kind === 'lets_encrypt') return { name: String(name), type: 'lets_encrypt', dns_names: wordsIn(names) };
  const parts = { private_key: String(key), leaf_certificate: String(certificate) };
  return { name: String(name), type: 'custom', ...parts, ...(chain ? { certificate_chain: String(chain) } : {}) };
}

export const newCertificate: Job = {
  name: 'new',
  label: 'New certificate…',
  level: 'normal',
  isNew: true,
  keywords: 'create upload tls ssl https',
  submitLabel: 'Make certificate',
  open: ({ nowMs }) => success({ fields: newFields(datedName('certificate', nowMs), {}) }),
  plan: (values) => ({
    steps: [{ label: 'Make certificate', operationId: 'certificates_create', body: created(values) }],
    done: () => `The certificate ${values.name} is being made.`,
  }),
};
