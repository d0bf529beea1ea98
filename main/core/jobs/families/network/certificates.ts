import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { listed } from '../../../words/numbers.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job, Step, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { created, newCertificate, newFields } from './new-certificate.ts';

/** A load balancer or CDN endpoint that shows a certificate, and the update that gives it another. */
interface Use {
  name: string;
  updateId: string;
  path: Record<string, string>;
}

const rulesOf = (row: JsonObject) => listAt(row, 'forwarding_rules').filter(isObject);

/**
 * The id that a certificate has by now: one of Let's Encrypt gets another when it is renewed, and keeps its name.
 * https://github.com/digitalocean/terraform-provider-digitalocean/issues/500
 */
async function idNow(ask: Ask, { id, ownName }: Thing): Promise<Outcome<string>> {
  const listed = await ask.list('certificates_list');
  if (!listed.ok) return listed;
  const isThere = listed.value.some((row) => textAt(row, 'id') === id);
  const renewed = listed.value.find((row) => textAt(row, 'name') === ownName && textAt(row, 'type') === 'lets_encrypt');
  return success(isThere || renewed === undefined ? id : textAt(renewed, 'id'));
}

/** Where a certificate is used. Fails when one of the places cannot be read: nobody knows then. */
async function usesOf(ask: Ask, id: string): Promise<Outcome<Use[]>> {
  const [balancers, endpoints] = await Promise.all([ask.list('loadBalancers_list'), ask.list('cdn_list_endpoints')]);
  if (!balancers.ok) return balancers;
  if (!endpoints.ok) return endpoints;
  const shown = balancers.value.filter((row) => rulesOf(row).some((rule) => rule.certificate_id === id));
  return success([
    ...shown.map((row) => ({
      name: textAt(row, 'name'),
      updateId: 'loadBalancers_update',
      path: { lb_id: textAt(row, 'id') },
    })),
    ...endpoints.value
      .filter((row) => row.certificate_id === id)
      .map((row) => ({
        name: textAt(row, 'custom_domain') || textAt(row, 'endpoint'),
        updateId: 'cdn_update_endpoints',
        path: { cdn_id: textAt(row, 'id') },
      })),
  ]);
}

const idOf = (answer: Json | undefined): string => textAt(objectAt(isObject(answer) ? answer : {}, 'certificate'), 'id');

/** Gives the new certificate to everything that shows the old one. Without an id of the new one nothing changes. */
function replaced(old: string, base: JsonObject, [answer]: readonly Json[]): JsonObject {
  const id = idOf(answer) || old;
  const swap = (row: JsonObject): JsonObject => (row.certificate_id === old ? { ...row, certificate_id: id } : row);
  return Array.isArray(base.forwarding_rules) ? { ...base, forwarding_rules: rulesOf(base).map(swap) } : swap(base);
}

const stepFor =
  (id: string) =>
  (use: Json): Step => {
    const { updateId, path, name, base } = isObject(use) ? use : {};
    return {
      label: `Give it to ${name}`,
      operationId: String(updateId),
      named: String(name),
      path: Object.fromEntries(
        Object.entries(isObject(path) ? path : {}).map(([parameter, value]) => [parameter, String(value)]),
      ),
      edit: { opened: isObject(base) ? base : {}, change: (body, answers) => replaced(id, body, answers), usesAnswers: true },
      isAwaited: true,
    };
  };

const deletion = (id: string): Step => ({
  label: 'Delete the old one',
  operationId: 'certificates_delete',
  path: { certificate_id: id },
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Certificates */
export const certificateJobs: readonly Job[] = [
  newCertificate,
  {
    name: 'replace',
    label: 'Replace…',
    level: 'disruptive',
    isMain: true,
    keywords: 'renew new upload tls ssl',
    async open(context) {
      const { ask, thing, nowMs } = context;
      const id = await idNow(ask, thing);
      if (!id.ok) return id;
      const uses = await usesOf(ask, id.value);
      if (!uses.ok) return uses;
      const opened: Json[] = [];
      for (const use of uses.value) {
        const base = await ask.base(use.updateId, use.path);
        if (!base.ok) return base;
        opened.push({ ...use, base: base.value });
      }
      const names = listed(uses.value.map(({ name }) => name));
      return success({
        lines: [
          names === '' ? 'Nothing shows it, so nothing changes for visitors.' : `Visitors of ${names} see the new one.`,
          'The new one is made first, and the old one deleted at the end.',
        ],
        fields: newFields(datedName(thing.ownName, nowMs), thing.row),
        data: { id: id.value, uses: opened },
      });
    },
    plan: (values, { thing }, { data = {} }) => ({
      steps: [
        { label: 'Make the new one', operationId: 'certificates_create', body: created(values), isAwaited: true },
        ...listAt(data, 'uses').map(stepFor(textAt(data, 'id') || thing.id)),
        deletion(textAt(data, 'id') || thing.id),
      ],
      chain: {
        running: `Replacing certificate ${thing.name}`,
        completed: `Replaced certificate ${thing.name} by ${values.name}`,
        errored: `Replacement of certificate ${thing.name} stopped`,
      },
      done: () => `${thing.name} is replaced by ${values.name}.`,
    }),
  },
  {
    name: 'copy-fingerprint',
    label: 'Copy fingerprint',
    level: 'safe',
    isMain: true,
    keywords: 'sha1',
    off: ({ row }) => (textAt(row, 'sha1_fingerprint') === '' ? 'It is not issued yet.' : null),
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied the SHA-1 fingerprint of ${thing.name}.`,
      copy: () => ({ what: 'Fingerprint', text: textAt(thing.row, 'sha1_fingerprint') }),
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    async open({ ask, thing }) {
      const id = await idNow(ask, thing);
      if (!id.ok) return id;
      const uses = await usesOf(ask, id.value);
      if (!uses.ok) return uses;
      if (uses.value.length === 0) {
        return success({ lines: ['No load balancer and no CDN endpoint uses it.'], data: { id: id.value } });
      }
      const message = `${thing.name} is used by ${listed(uses.value.map(({ name }) => name))}.`;
      return failed({ kind: 'conflict', message, nextStep: 'Replace it instead: that gives them the new one first.' });
    },
    plan: (_values, { thing }, { data = {} }) => ({
      steps: [{ ...deletion(textAt(data, 'id') || thing.id), label: 'Delete' }],
      done: () => `${thing.name} is deleted.`,
    }),
  },
];
