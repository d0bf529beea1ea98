import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job, JobContext } from '../../job.ts';
import { regionChoice } from '../../parts/regions.ts';
import { listAt, objectAt } from '../../thing.ts';
import { compareVersions, engineName, sizesFrom, sizeWords } from './engine.ts';

/** New ones of an engine that Valkey took the place of cannot be made. */
const ended = 'redis';

/** What an engine is offered with, each field shown while it is the chosen one. */
function fieldsOf(engine: string, offered: JsonObject, context: JobContext): JobField[] {
  const shownIf = { field: 'engine', values: [engine] };
  const versions = listAt(offered, 'versions').map(String).sort(compareVersions).reverse();
  const layouts = listAt(offered, 'layouts').filter(isObject);
  const counts = layouts.map((layout) => Number(layout.num_nodes));
  const region = regionChoice(
    context,
    listAt(offered, 'regions').map((slug) => ({ slug: String(slug), name: regionWords(String(slug)) })),
  );
  return [
    choice({
      name: `version ${engine}`,
      label: 'Version',
      choices: versions.map((version) => option(version, version)),
      value: versions[0] ?? null,
      shownIf,
    }),
    { ...region, name: `region ${engine}`, shownIf },
    choice({
      name: `nodes ${engine}`,
      label: 'Nodes',
      choices: counts.map((count) => option(String(count), count === 1 ? '1, no standby' : String(count))),
      value: String(counts[0] ?? ''),
      shownIf,
    }),
    ...counts.map((count) => {
      const choices = sizesFrom(offered, count, '');
      const nodes = { field: `nodes ${engine}`, values: [String(count)] };
      return choice({
        name: `size ${engine} ${count}`,
        label: 'Size',
        choices,
        value: choices[0]?.value ?? null,
        shownIf: nodes,
      });
    }),
  ];
}

export const newCluster: Job = {
  name: 'new',
  label: 'New cluster…',
  level: 'normal',
  isNew: true,
  keywords: 'create database postgresql mysql mongodb kafka valkey opensearch',
  submitLabel: 'Make cluster',
  async open(context) {
    const read = await context.ask.read('databases_list_options');
    if (!read.ok) return read;
    const options = isObject(read.value) ? objectAt(read.value, 'options') : {};
    const engines = Object.keys(options).filter(
      (engine) => engine !== ended && !engine.startsWith('advanced_') && listAt(objectAt(options, engine), 'layouts').length > 0,
    );
    return success({
      lines: ['DigitalOcean tells no price of it before the first invoice. Every address may connect until you allow some only.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('database', context.nowMs),
          pattern: { source: '[a-z][a-z0-9-]{2,29}', words: 'small letters, digits and hyphens, 3 to 30 of them' },
        }),
        choice({
          name: 'engine',
          label: 'Engine',
          choices: engines.map((engine) => option(engine, engineName({ engine }))),
          value: engines.includes('pg') ? 'pg' : null,
        }),
        ...engines.flatMap((engine) => fieldsOf(engine, objectAt(options, engine), context)),
      ],
    });
  },
  plan(values) {
    const { name, engine } = values;
    const at = (field: string) => String(values[`${field} ${engine}`]);
    const size = String(values[`size ${engine} ${at('nodes')}`]);
    return {
      steps: [
        {
          label: 'Make cluster',
          operationId: 'databases_create_cluster',
          body: {
            name: String(name),
            engine: String(engine),
            version: at('version'),
            region: at('region'),
            num_nodes: Number(at('nodes')),
            size,
          },
        },
      ],
      done: () =>
        `${name} is being made: ${engineName({ engine: String(engine) })} ${at('version')}, ${at('nodes')} × ${sizeWords(size)}.`,
    };
  },
};
