import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, number, option, tick } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterPath, compareVersions, engineName, offeredFor, sizesFrom, sizeWords, whyNotOnline } from './engine.ts';

/** MiB in a GiB. */
const gib = 1024;
const storageAtMost = 16_384;

function endOfLife(options: Json, engine: string, version: string): string | null {
  const all = isObject(options) ? listAt(objectAt(options, 'version_availability'), engine) : [];
  const end = textAt(all.filter(isObject).find((one) => one.version === version) ?? {}, 'end_of_life');
  return end === '' ? null : `supported until ${end.slice(0, 10)}`;
}

export const sizeJobs: readonly Job[] = [
  {
    name: 'resize',
    label: 'Resize…',
    level: 'disruptive',
    keywords: 'bigger nodes storage scale',
    off: whyNotOnline,
    async open({ thing, ask }) {
      const [options, base] = await Promise.all([
        ask.read('databases_list_options'),
        ask.base('databases_update_clusterSize', clusterPath(thing)),
      ]);
      if (!options.ok) return options;
      if (!base.ok) return base;
      const [now, nodes] = [textAt(base.value, 'size'), Number(base.value.num_nodes ?? 1)];
      const offered = offeredFor(options.value, thing.row);
      const counts = listAt(offered, 'layouts')
        .filter(isObject)
        .map((layout) => Number(layout.num_nodes));
      const storage = Number(textAt(base.value, 'storage_size_mib')) / gib;
      return success({
        lines: ['It goes on answering, with a short failover at the end. Its storage cannot be made smaller again.'],
        fields: [
          choice({
            name: 'nodes',
            label: 'Nodes',
            choices: counts.map((count) => option(String(count), count === 1 ? '1, no standby' : String(count))),
            value: String(nodes),
          }),
          ...counts.map((count) => {
            const choices = sizesFrom(offered, count, now);
            const value = choices.some((one) => one.value === now) ? now : null;
            return choice({
              name: `size ${count}`,
              label: 'Size',
              choices,
              value,
              shownIf: { field: 'nodes', values: [String(count)] },
            });
          }),
          ...(storage > 0
            ? [
                number({
                  name: 'storage',
                  label: 'Storage',
                  value: storage,
                  minimum: storage,
                  maximum: storageAtMost,
                  unit: 'GiB',
                }),
              ]
            : []),
        ],
        data: { base: base.value },
      });
    },
    plan(values, { thing }, { data = {} }) {
      const nodes = Number(values.nodes);
      const size = String(values[`size ${nodes}`]);
      const storage = values.storage ?? null;
      return {
        steps: [
          {
            label: 'Resize',
            operationId: 'databases_update_clusterSize',
            path: clusterPath(thing),
            edit: {
              opened: objectAt(data, 'base'),
              change: (base) => ({
                ...base,
                size,
                num_nodes: nodes,
                ...(storage === null ? {} : { storage_size_mib: Math.round(Number(storage) * gib) }),
              }),
            },
            named: thing.name,
          },
        ],
        done: () => `${thing.name} is being resized to ${nodes} × ${sizeWords(size)}.`,
      };
    },
  },
  {
    name: 'upgrade',
    label: 'Upgrade…',
    level: 'disruptive',
    keywords: 'version major',
    off: whyNotOnline,
    async open({ thing, ask }) {
      const options = await ask.read('databases_list_options');
      if (!options.ok) return options;
      const now = textAt(thing.row, 'version');
      const newer = listAt(offeredFor(options.value, thing.row), 'versions')
        .map(String)
        .filter((version) => compareVersions(version, now) > 0)
        .sort(compareVersions);
      if (newer.length === 0) {
        return failed({
          kind: 'conflict',
          message: `There is no version of ${engineName(thing.row)} above ${now} to upgrade to.`,
        });
      }
      return success({
        lines: ['It happens in place and cannot be undone. To try it first, restore a backup to a new cluster and upgrade that.'],
        fields: [
          choice({
            name: 'version',
            label: 'Version',
            choices: newer.map((version) =>
              option(
                version,
                `${engineName(thing.row)} ${version}`,
                endOfLife(options.value, textAt(thing.row, 'engine'), version),
              ),
            ),
            value: newer.at(-1) ?? null,
          }),
        ],
      });
    },
    plan: ({ version }, { thing }) => ({
      steps: [
        {
          label: 'Upgrade',
          operationId: 'databases_update_major_version',
          path: clusterPath(thing),
          body: { version: String(version) },
        },
      ],
      done: () => `${thing.name} is being upgraded to ${engineName(thing.row)} ${version}.`,
    }),
  },
  {
    name: 'storage-growth',
    label: 'Let storage grow…',
    level: 'normal',
    keywords: 'autoscale disk',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('databases_update_autoscale', clusterPath(thing));
      if (!base.ok) return base;
      const now = objectAt(base.value, 'storage');
      const shownIf = { field: 'isOn', values: ['true'] };
      const read = (field: string, usual: number): number => (typeof now[field] === 'number' ? now[field] : usual);
      return success({
        lines: ['Storage that has grown is billed, and never shrinks again.'],
        fields: [
          tick({ name: 'isOn', label: 'Grow by itself', value: now.enabled === true }),
          number({
            name: 'threshold',
            label: 'When it is full to',
            value: read('threshold_percent', 80),
            minimum: 15,
            maximum: 95,
            unit: '%',
            shownIf,
          }),
          number({
            name: 'step',
            label: 'By',
            value: read('increment_gib', 10),
            minimum: 10,
            maximum: 500,
            unit: 'GiB',
            shownIf,
          }),
        ],
        data: { base: base.value },
      });
    },
    plan({ isOn, threshold, step }, { thing }, { data = {} }) {
      const isOff = isOn !== true;
      const storage = isOff
        ? { enabled: false }
        : { enabled: true, threshold_percent: Number(threshold), increment_gib: Number(step) };
      return {
        steps: [
          {
            label: 'Save',
            operationId: 'databases_update_autoscale',
            path: clusterPath(thing),
            edit: {
              opened: objectAt(data, 'base'),
              change: (base) => ({ ...base, storage: { ...objectAt(base, 'storage'), ...storage } }),
            },
          },
        ],
        done: () =>
          isOff
            ? `The storage of ${thing.name} stays as it is.`
            : `The storage of ${thing.name} grows by ${step} GiB when it is full to ${threshold} %.`,
      };
    },
  },
  {
    name: 'move',
    label: 'Move to another region…',
    level: 'disruptive',
    keywords: 'migrate datacenter',
    submitLabel: 'Move',
    off: whyNotOnline,
    async open({ thing, ask }) {
      const options = await ask.read('databases_list_options');
      if (!options.ok) return options;
      const regions = listAt(offeredFor(options.value, thing.row), 'regions').map(String);
      const others = regions.filter((region) => region !== textAt(thing.row, 'region'));
      return success({
        lines: [
          `It moves with its data, away from the private network in ${regionWords(textAt(thing.row, 'region'))}. Its addresses change.`,
        ],
        fields: [
          choice({
            name: 'region',
            label: 'Region',
            choices: others.map((region) => option(region, regionWords(region), region)),
          }),
        ],
      });
    },
    plan: ({ region }, { thing }) => ({
      steps: [
        { label: 'Move', operationId: 'databases_update_region', path: clusterPath(thing), body: { region: String(region) } },
      ],
      done: () => `${thing.name} is moving to ${regionWords(String(region))}.`,
    }),
  },
];
