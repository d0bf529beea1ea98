import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, option, tick } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionChoice } from '../../parts/regions.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { sizesBySlug } from './cluster-facts.ts';
import { countField, nameField, sizeField } from './pool-fields.ts';

export const newCluster: Job = {
  name: 'new',
  label: 'New cluster…',
  level: 'normal',
  isNew: true,
  keywords: 'create kubernetes',
  submitLabel: 'Make cluster',
  async open(context) {
    const [read, known] = await Promise.all([context.ask.read('kubernetes_list_options'), sizesBySlug(context.ask)]);
    if (!read.ok) return read;
    const options = isObject(read.value) ? objectAt(read.value, 'options') : {};
    const rowsAt = (name: string) => listAt(options, name).filter(isObject);
    const versions = rowsAt('versions').map((one) => option(textAt(one, 'slug'), textAt(one, 'kubernetes_version')));
    const regions = rowsAt('regions').map((one) => ({ slug: textAt(one, 'slug'), name: textAt(one, 'name') }));
    return success({
      lines: ['Its first pool can be scaled, but the size of its nodes cannot be changed later.'],
      fields: [
        nameField('Name', datedName('cluster', context.nowMs)),
        regionChoice(context, regions),
        choice({ name: 'version', label: 'Version', choices: versions, value: versions[0]?.value ?? null }),
        { ...nameField('Name of its pool', 'general'), name: 'pool' },
        sizeField(rowsAt('sizes'), known),
        countField(2),
        tick({ name: 'ha', label: 'Three copies of its control plane', hint: 'Billed, and for good.' }),
        tick({ name: 'auto', label: 'Install new patches by itself' }),
      ],
    });
  },
  plan: ({ name, region, version, pool, size, count, ha, auto }, _context, { fields }) => ({
    steps: [
      {
        label: 'Make cluster',
        operationId: 'kubernetes_create_cluster',
        body: {
          name: String(name),
          region: String(region),
          version: String(version),
          node_pools: [{ name: String(pool), size: String(size), count: Number(count) }],
          ha: ha === true,
          auto_upgrade: auto === true,
        },
      },
    ],
    done: () =>
      `${name} is being made in ${chosen(fields, 'region', region)}, with ${counted(Number(count), 'node')} of ${chosen(fields, 'size', size)}.`,
  }),
};
