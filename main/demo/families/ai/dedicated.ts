import { vpcId } from '../../seeds/attachments.ts';
import { bodyOf, type Call } from '../../wire/call.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';

const path = '/v2/dedicated-inferences';

const sizes: readonly (readonly [code: string, hourlyUsd: string, regions: readonly string[]])[] = [
  ['gpu-h100x1-80gb', '3.39', ['tor1', 'nyc2']],
  ['gpu-h100x8-640gb', '23.92', ['tor1', 'nyc2', 'atl1']],
  ['gpu-mi300x1-192gb', '1.99', ['atl1']],
];

const models: readonly (readonly [code: string, name: string, isGated: boolean, sizes: readonly string[]])[] = [
  ['mistralai/Mistral-7B-Instruct-v0.3', 'Mistral 7B Instruct', false, sizes.map(([code]) => code)],
  ['meta-llama/Llama-3.3-70B-Instruct', 'Llama 3.3 70B Instruct', true, ['gpu-h100x8-640gb', 'gpu-mi300x1-192gb']],
];

/** The facts that an inference repeats from its spec. */
function told({ team }: Pick<Ground, 'team'>, spec: Row): Row {
  const name = textOf(spec, 'name');
  const host = `${name}-${team.random('inference host', name).hex(5)}`;
  return {
    region: spec.region,
    vpc_uuid: rowOf(spec, 'vpc').uuid,
    endpoints: {
      private_endpoint_fqdn: `private-${host}.example.com`,
      ...(spec.enable_public_endpoint === true ? { public_endpoint_fqdn: `${host}.example.com` } : {}),
    },
    pending_deployment_spec: undefined,
  };
}

/** Who sends a spec does not say how its accelerators are. */
const withStates = (spec: Row): Row => ({
  ...spec,
  model_deployments: listOf(spec, 'model_deployments')
    .filter(isRow)
    .map((model) => ({
      ...model,
      accelerators: listOf(model, 'accelerators')
        .filter(isRow)
        .map((one) => ({ status: 'active', ...one })),
    })),
});

function seed({ team, world }: Ground): Row[] {
  if (team.breadth !== 'full') return [];
  const accelerators = [{ type: 'prefill_decode', accelerator_slug: 'gpu-h100x1-80gb', scale: 2, status: 'active' }];
  const spec = {
    version: 1,
    name: 'summaries',
    region: 'tor1',
    vpc: { uuid: vpcId(team, 'tor1') },
    enable_public_endpoint: true,
    model_deployments: [
      { model_id: team.random('served').uuid(), model_slug: models[0]?.[0], model_provider: 'hugging_face', accelerators },
    ],
  };
  const at = isoOf(world.startMs - 24 * dayMs);
  return [
    { id: team.random('inference').uuid(), status: 'active', spec, ...told({ team }, spec), created_at: at, updated_at: at },
  ];
}

/** Models on accelerators of one's own. */
export const dedicated: Family = {
  seeds: {
    [path]: seed,
    [`${path}/sizes`]: () =>
      sizes.flatMap(([gpu_slug, price_per_hour, regions]) =>
        regions.map((region) => ({ gpu_slug, price_per_hour, region, currency: 'USD' })),
      ),
    [`${path}/gpu-model-config`]: () =>
      models.map(([model_slug, model_name, is_gated_model, gpu_slugs]) => ({
        model_slug,
        model_name,
        is_gated_model,
        gpu_slugs,
      })),
  },
  effects: {
    [path]: {
      born: (call: Call, row) => ({ ...row, ...told(call, rowOf(bodyOf(call), 'spec')) }),
      changed: (_, row) => ({ spec: withStates(rowOf(row, 'spec')) }),
    },
  },
};
