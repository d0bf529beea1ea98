import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { clock } from '../../../../../preload/contract/time-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, choices, option, text, tick } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterPath } from './cluster-facts.ts';

const days = ['any', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const dayWords = (day: string): string => (day === 'any' ? 'Any day' : `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`);
const addressesIn = (typed: unknown): string[] =>
  String(typed ?? '')
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
const isAddress = (one: string): boolean =>
  /^(\d{1,3}\.){3}\d{1,3}(\/\d{1,2})?$/.test(one) || /^[0-9a-fA-F:]+:[0-9a-fA-F:]*(\/\d{1,3})?$/.test(one);

const save = (thing: Thing, opened: JsonObject, change: (base: JsonObject) => JsonObject) => ({
  label: 'Save',
  operationId: 'kubernetes_update_cluster',
  path: clusterPath(thing),
  edit: { opened, change },
});

const whyNotConnected = ({ row }: Thing): string | null =>
  listAt(row, 'registries').length === 0 ? 'No registry is connected.' : null;

export const clusterSettingJobs: readonly Job[] = [
  {
    name: 'window',
    label: 'Maintenance and upgrades…',
    level: 'normal',
    keywords: 'window automatic upgrade surge day hour',
    submitLabel: 'Save',
    async open({ thing, ask, nowMs }) {
      const base = await ask.base('kubernetes_update_cluster', clusterPath(thing));
      if (!base.ok) return base;
      const policy = objectAt(base.value, 'maintenance_policy');
      const today = new Date(nowMs).setUTCHours(0, 0, 0, 0);
      const hours = Array.from({ length: 24 }, (_, at) => `${String(at).padStart(2, '0')}:00`);
      const start = textAt(policy, 'start_time');
      const all = start === '' || hours.includes(start) ? hours : [start, ...hours];
      return success({
        fields: [
          choice({
            name: 'day',
            label: 'Day (UTC)',
            choices: days.map((day) => option(day, dayWords(day))),
            value: textAt(policy, 'day') || 'any',
          }),
          choice({
            name: 'start',
            label: 'From',
            choices: all.map((one) =>
              option(
                one,
                `${one} UTC`,
                `${clock(today + Number(one.slice(0, 2)) * 3_600_000 + Number(one.slice(3)) * 60_000)} here`,
              ),
            ),
            value: start || null,
          }),
          tick({ name: 'isAutomatic', label: 'Install new patches by itself then', value: base.value.auto_upgrade === true }),
          tick({ name: 'isSurge', label: 'Make new nodes before old ones go', value: base.value.surge_upgrade === true }),
        ],
        data: { base: base.value },
      });
    },
    plan: ({ day, start, isAutomatic, isSurge }, { thing }, { data = {} }) => ({
      steps: [
        save(thing, objectAt(data, 'base'), (base) => ({
          ...base,
          maintenance_policy: { ...objectAt(base, 'maintenance_policy'), day: String(day), start_time: String(start) },
          auto_upgrade: isAutomatic === true,
          surge_upgrade: isSurge === true,
        })),
      ],
      done: () =>
        `Maintenance of ${thing.name}: ${dayWords(String(day))} from ${start} UTC, ${isAutomatic === true ? 'with' : 'without'} automatic patches.`,
    }),
  },
  {
    name: 'api-access',
    label: 'Who reaches the API…',
    level: 'disruptive',
    keywords: 'allow my address control plane firewall ip',
    submitLabel: 'Save',
    isFor: ({ row }) => isObject(row.control_plane_firewall),
    async open({ thing, ask, lastAddresses }) {
      const base = await ask.base('kubernetes_update_cluster', clusterPath(thing));
      if (!base.ok) return base;
      const now = objectAt(base.value, 'control_plane_firewall');
      const allowed = listAt(now, 'allowed_addresses').map(String);
      const typed = addressesIn(lastAddresses).filter((one) => !allowed.includes(one));
      return success({
        fields: [
          tick({ name: 'isOn', label: 'Let only these addresses in', value: now.enabled === true }),
          text({
            name: 'addresses',
            label: 'Addresses and ranges, one a line',
            isLong: true,
            value: (allowed.length > 0 ? allowed : typed).join('\n'),
            hint: allowed.length > 0 && typed.length > 0 ? `You typed ${listed(typed)} last.` : null,
            shownIf: { field: 'isOn', values: ['true'] },
          }),
        ],
        data: { base: base.value },
      });
    },
    weigh({ isOn, addresses }, { data = {} }) {
      const now = objectAt(objectAt(data, 'base'), 'control_plane_firewall');
      const before = listAt(now, 'allowed_addresses').map(String);
      if (isOn !== true)
        return now.enabled === true ? { level: 'disruptive', lines: ['Every address may reach the API.'] } : { level: 'normal' };
      if (now.enabled !== true) return { level: 'disruptive', lines: ['Everyone else loses the API, kubectl included.'] };
      return taken(before, addressesIn(addresses), (gone) => `Loses the API: ${gone}.`);
    },
    wrong({ addresses }) {
      const bad = addressesIn(addresses).find((one) => !isAddress(one));
      return bad === undefined ? null : { field: 'addresses', message: `${bad} is no address and no range.` };
    },
    plan({ isOn, addresses }, { thing }, { data = {} }) {
      const isSome = isOn === true;
      const allowed = addressesIn(addresses);
      const before = listAt(objectAt(objectAt(data, 'base'), 'control_plane_firewall'), 'allowed_addresses');
      const added = allowed.filter((one) => !before.includes(one));
      return {
        ...(isSome && added.length > 0 ? { addresses: added.join(' ') } : {}),
        steps: [
          save(thing, objectAt(data, 'base'), (base) => ({
            ...base,
            control_plane_firewall: {
              ...objectAt(base, 'control_plane_firewall'),
              enabled: isSome,
              ...(isSome ? { allowed_addresses: allowed } : {}),
            },
          })),
        ],
        done: () =>
          isSome
            ? `The API of ${thing.name} lets in ${allowed.length === 1 ? '1 address' : `${allowed.length} addresses`}.`
            : `The API of ${thing.name} is open to every address.`,
      };
    },
  },
  {
    name: 'connect-registry',
    label: 'Connect a registry…',
    level: 'normal',
    keywords: 'images pull container',
    submitLabel: 'Connect',
    async open({ thing, ask }) {
      const listed = await ask.list('registries_list');
      if (!listed.ok) return listed;
      const connected = listAt(thing.row, 'registries');
      const names = listed.value.map((one) => textAt(one, 'name')).filter((name) => !connected.includes(name));
      const hint = names.length === 0 ? 'There is no registry that is not connected yet.' : null;
      return success({
        fields: [choice({ name: 'registry', label: 'Registry', choices: names.map((name) => option(name, name)), hint })],
      });
    },
    plan: ({ registry }, { thing }) => ({
      steps: [
        {
          label: 'Connect',
          operationId: 'kubernetes_add_registries',
          body: { cluster_uuids: [thing.id], registries: [String(registry)] },
        },
      ],
      done: () => `${thing.name} can pull the images of ${registry}.`,
    }),
  },
  {
    name: 'disconnect-registry',
    label: 'Disconnect a registry…',
    level: 'disruptive',
    keywords: 'images pull container',
    submitLabel: 'Disconnect',
    off: whyNotConnected,
    open({ thing }) {
      const names = listAt(thing.row, 'registries').map(String);
      return success({
        lines: ['Its private images can no longer be pulled.'],
        fields: [
          choices({
            name: 'registries',
            label: 'Registries',
            choices: names.map((name) => option(name, name)),
            value: names.length === 1 ? names : [],
            isRequired: true,
          }),
        ],
      });
    },
    plan({ registries }, { thing }) {
      const names = Array.isArray(registries) ? registries : [];
      return {
        steps: [
          {
            label: 'Disconnect',
            operationId: 'kubernetes_remove_registries',
            body: { cluster_uuids: [thing.id], registries: names },
          },
        ],
        done: () => `${thing.name} no longer pulls the images of ${names.join(', ')}.`,
      };
    },
  },
];
