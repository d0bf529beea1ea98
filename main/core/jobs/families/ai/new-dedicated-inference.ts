import { timesOf } from '../../../../../preload/contract/amounts.ts';
import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { money } from '../../../words/numbers.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, chosen, number, option, text, tick } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { vpcChoices } from '../network/vpc-choices.ts';
import { acceleratorWords } from './accelerators.ts';

/** The only kind that the published specification names (2026-08). */
const acceleratorType = 'prefill_decode';

const rowsAt = (body: Json, field: string): JsonObject[] => (isObject(body) ? listAt(body, field).filter(isObject) : []);

/** What one region offers, shown while it is the chosen one. */
function fieldsOf(region: string, sizes: readonly JsonObject[], vpcs: readonly JsonObject[]): JobField[] {
  const shownIf = { field: 'region', values: [region] };
  const here = vpcs.filter((row) => textAt(row, 'region') === region);
  return [
    choice({
      name: `vpc ${region}`,
      label: 'VPC',
      choices: vpcChoices(here),
      hint: here.length === 0 ? `There is no VPC in ${regionWords(region)} yet: make one first.` : null,
      shownIf,
    }),
    choice({
      name: `size ${region}`,
      label: 'Accelerator',
      choices: sizes.map((size) =>
        option(
          textAt(size, 'gpu_slug'),
          acceleratorWords(textAt(size, 'gpu_slug')),
          `${money(textAt(size, 'price_per_hour'))} an hour`,
        ),
      ),
      shownIf,
    }),
  ];
}

const sizeOf = (values: JobValues): string => String(values[`size ${values.region}`]);

export const newDedicatedInference: Job = {
  name: 'new',
  label: 'New inference…',
  level: 'normal',
  isNew: true,
  keywords: 'create gpu model serve dedicated accelerator llm',
  submitLabel: 'Make it',
  async open({ ask, nowMs }) {
    const [read, known, vpcs] = await Promise.all([
      ask.read('dedicatedInferences_list_sizes'),
      ask.read('dedicatedInferences_get_gpu_model_config'),
      ask.list('vpcs_list'),
    ]);
    if (!read.ok) return read;
    if (!known.ok) return known;
    if (!vpcs.ok) return vpcs;
    const sizes = rowsAt(read.value, 'sizes');
    const regions = [...new Set(sizes.map((size) => textAt(size, 'region')))];
    const models = rowsAt(known.value, 'gpu_model_configs');
    const gated = models.filter(({ is_gated_model: isGated }) => isGated === true).map((model) => textAt(model, 'model_slug'));
    const names = models.map((model) => textAt(model, 'model_slug'));
    return success({
      lines: ['Its accelerators are billed by the hour from now on, also while nobody asks.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('inference', nowMs),
          pattern: { source: '[a-zA-Z0-9_-]+', words: 'letters, digits, hyphens and underscores' },
        }),
        choice({
          name: 'model',
          label: 'Model',
          choices: models.map((model, at) =>
            option(names[at] ?? '', textAt(model, 'model_name') || (names[at] ?? ''), names[at]),
          ),
        }),
        text({
          name: 'token',
          label: 'Hugging Face token',
          isSecret: true,
          hint: 'Its makers give this model only to whom they allow.',
          shownIf: { field: 'model', values: gated },
        }),
        choice({
          name: 'region',
          label: 'Region',
          choices: regions.map((code) => option(code, regionWords(code), code)),
          value: regions[0] ?? null,
        }),
        ...regions.flatMap((region) =>
          fieldsOf(
            region,
            sizes.filter((size) => textAt(size, 'region') === region),
            vpcs.value,
          ),
        ),
        number({ name: 'scale', label: 'Scale', value: 1, minimum: 1, maximum: 64, unit: 'accelerators' }),
        tick({
          name: 'isPublic',
          label: 'Reached from the internet',
          hint: 'With its token. Otherwise only from its VPC.',
          value: true,
        }),
      ],
      data: {
        fits: Object.fromEntries(models.map((model) => [textAt(model, 'model_slug'), listAt(model, 'gpu_slugs')])),
        prices: Object.fromEntries(
          sizes.map((size) => [`${textAt(size, 'region')} ${textAt(size, 'gpu_slug')}`, textAt(size, 'price_per_hour')]),
        ),
      },
    });
  },
  wrong(values, { fields, data = {} }) {
    const fits = listAt(objectAt(data, 'fits'), String(values.model));
    if (fits.length === 0 || fits.includes(sizeOf(values))) return null;
    const field = `size ${values.region}`;
    const model = chosen(fields, 'model', values.model);
    return {
      field,
      message: `${model} does not run on this. It runs on ${fits.map((one) => acceleratorWords(String(one))).join(', ')}.`,
    };
  },
  weigh(values, { data = {} }) {
    const price = textAt(objectAt(data, 'prices'), `${values.region} ${sizeOf(values)}`);
    const scale = Number(values.scale);
    return price === '' || !(scale > 0) ? {} : { lines: [`${money(timesOf(price, scale))} an hour.`] };
  },
  plan(values, _context, { fields }) {
    const { name, model, token, region, scale, isPublic } = values;
    const accelerator = { scale: Number(scale), type: acceleratorType, accelerator_slug: sizeOf(values) };
    const body = {
      spec: {
        version: 1,
        name: String(name),
        region: String(region),
        vpc: { uuid: String(values[`vpc ${region}`]) },
        enable_public_endpoint: isPublic === true,
        model_deployments: [{ model_slug: String(model), model_provider: 'hugging_face', accelerators: [accelerator] }],
      },
      ...(token ? { access_tokens: { hugging_face_token: String(token) } } : {}),
    };
    return {
      steps: [{ label: 'Make it', operationId: 'dedicatedInferences_create', body, named: String(name) }],
      secret([answer]) {
        const value = textAt(objectAt(isObject(answer) ? answer : {}, 'token'), 'value');
        return value === '' ? null : { label: `Token of ${name}`, value };
      },
      done: () => `${name} is being made in ${regionWords(String(region))}, to serve ${chosen(fields, 'model', model)}.`,
    };
  },
};
