import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { choices, chosen, number, several, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Step, Thing } from '../../job.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { newPartnerAttachment } from './new-partner-attachment.ts';
import { routerAddress } from './router-address.ts';
import { vpcChoices } from './vpc-choices.ts';

const path = ({ id }: Thing) => ({ pa_id: id });

/** Of the key in an answer. The published schema leaves open whether it is one object or a list of one. */
function partOfKey(answer: Json | undefined, field: string, part: 'value' | 'created_at'): string {
  const found = isObject(answer) ? answer[field] : undefined;
  const key = Array.isArray(found) ? found[0] : found;
  return isObject(key) ? textAt(key, part) : '';
}
const keyIn = (answer: Json | undefined, field: string): string => partOfKey(answer, field, 'value');

const base = ({ ask, thing }: JobContext) => ask.base('partnerAttachments_patch', path(thing));

const patch = (label: string, thing: Thing, opened: JsonObject, change: (body: JsonObject) => JsonObject): Step => ({
  label,
  operationId: 'partnerAttachments_patch',
  path: path(thing),
  edit: { opened, change },
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Partner-Network-Connect */
export const partnerAttachmentJobs: readonly Job[] = [
  newPartnerAttachment,
  {
    name: 'copy-service-key',
    label: 'Copy service key',
    level: 'safe',
    isMain: true,
    keywords: 'secret megaport',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read', operationId: 'partnerAttachments_get_service_key', path: path(thing) }],
      done: ([answer]) =>
        keyIn(answer, 'service_key') === ''
          ? `${thing.name} has no service key yet.`
          : `Copied the service key of ${thing.name}. The partner asks for it.`,
      copy: ([answer]) => {
        const key = keyIn(answer, 'service_key');
        return key === '' ? null : { what: 'Service key', text: key };
      },
    }),
  },
  {
    name: 'vpcs',
    label: 'Change VPCs…',
    level: 'disruptive',
    isMain: true,
    keywords: 'network add remove',
    submitLabel: 'Save',
    async open(context) {
      const [opened, vpcs] = await Promise.all([base(context), context.ask.list('vpcs_list')]);
      if (!opened.ok) return opened;
      if (!vpcs.ok) return vpcs;
      const offered = vpcChoices(vpcs.value);
      const value = listAt(opened.value, 'vpc_ids').map(String);
      return success({
        fields: [choices({ name: 'vpcs', label: 'VPCs', choices: offered, value, isRequired: true })],
        data: { base: opened.value },
      });
    },
    weigh: ({ vpcs }, { fields, data = {} }) =>
      taken(
        listAt(objectAt(data, 'base'), 'vpc_ids').map((id) => chosen(fields, 'vpcs', id)),
        several(vpcs).map((id) => chosen(fields, 'vpcs', id)),
        (gone) => `No longer reached over this line: ${gone}.`,
      ),
    plan({ vpcs }, { thing }, { data = {} }) {
      const ids = several(vpcs);
      return {
        steps: [patch('Change VPCs', thing, objectAt(data, 'base'), (body) => ({ ...body, vpc_ids: ids }))],
        done: () => `${thing.name} reaches ${counted(ids.length, 'VPC')}.`,
      };
    },
  },
  {
    name: 'new-service-key',
    label: 'New service key…',
    level: 'disruptive',
    keywords: 'rotate regenerate secret',
    async open({ ask, thing }) {
      const lines = ['The old key ends. The partner has to get the new one.'];
      const read = await ask.read('partnerAttachments_get_service_key', path(thing));
      if (!read.ok && read.failure.kind !== 'not-found') return read;
      return success({ lines, data: { before: read.ok ? partOfKey(read.value, 'service_key', 'created_at') : '' } });
    },
    plan: (_values, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Make a key',
          operationId: 'partnerAttachments_create_service_key',
          path: path(thing),
          follows: {
            kind: 'partner-service-key',
            target: { pa_id: thing.id, before: textAt(data, 'before') },
            type: 'renew the key of',
            resourceType: 'partner attachment',
            name: thing.name,
          },
        },
      ],
      done: () => `A new service key of ${thing.name} is being made: copy it in a moment.`,
    }),
  },
  {
    name: 'bgp',
    label: 'BGP…',
    level: 'disruptive',
    keywords: 'router asn peer',
    submitLabel: 'Save',
    async open(context) {
      const [opened, read] = await Promise.all([
        base(context),
        context.ask.read('partnerAttachments_get_bgp_auth_key', path(context.thing)),
      ]);
      if (!opened.ok) return opened;
      if (!read.ok) return read;
      // An update without the key of the session would end it.
      const key = keyIn(read.value, 'bgp_auth_key');
      if (key === '') return failed({ kind: 'conflict', message: `${context.thing.name} has no key for BGP yet.` });
      const bgp = objectAt(opened.value, 'bgp');
      const asn = Number(textAt(bgp, 'peer_router_asn')) || null;
      return success({
        lines: ['Routes are exchanged anew, so nothing may pass for a moment. The key of the session stays.'],
        fields: [
          text({ name: 'local', label: "DigitalOcean's router", value: textAt(bgp, 'local_router_ip'), pattern: routerAddress }),
          text({ name: 'peer', label: "The partner's router", value: textAt(bgp, 'peer_router_ip'), pattern: routerAddress }),
          number({
            name: 'asn',
            label: "The partner's AS number",
            value: asn,
            minimum: 1,
            maximum: 4_294_967_295,
            unit: '',
          }),
        ],
        data: { base: opened.value, key },
      });
    },
    plan({ local, peer, asn }, { thing }, { data = {} }) {
      const routers = { local_router_ip: String(local), peer_router_ip: String(peer), peer_router_asn: Number(asn) };
      const bgp = { ...routers, auth_key: textAt(data, 'key') };
      return {
        steps: [patch('Save', thing, objectAt(data, 'base'), (body) => ({ ...body, bgp }))],
        done: () => `${thing.name} exchanges routes with ${peer}, AS ${asn}.`,
      };
    },
  },
  {
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    submitLabel: 'Save',
    async open(context) {
      const opened = await base(context);
      if (!opened.ok) return opened;
      const pattern = { source: '[a-zA-Z0-9\\-.]+', words: 'letters, digits, dots and hyphens' };
      const field = text({ name: 'name', label: 'Name', value: textAt(opened.value, 'name'), pattern });
      return success({ fields: [field], data: { base: opened.value } });
    },
    plan: ({ name }, { thing }, { data = {} }) => ({
      steps: [patch('Rename', thing, objectAt(data, 'base'), (body) => ({ ...body, name: String(name) }))],
      done: () => `${thing.name} is now called ${name}.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove disconnect',
    async open({ thing }) {
      const children = listAt(thing.row, 'children').length;
      const line = 'What is on the other side no longer reaches its VPCs. The order at the partner is ended there.';
      return success({
        lines: [line],
        goes: [children === 0 ? thing.name : `${thing.name}, which ${counted(children, 'other attachment')} depends on`],
      });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'partnerAttachments_delete', path: path(thing) }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];
