import { type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { Problem } from '../../wire/problem.ts';
import type { Row } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';

const base = '/v2/gen-ai';

const key = ({ team, world }: Ground, kind: string, name: string, days: number): Row => {
  const at = isoOf(world.startMs - days * dayMs);
  return { uuid: team.random(kind, name).uuid(), name, created_at: at, updated_at: at, created_by: 'mara', models: [] };
};

const keys =
  (kind: string, ...names: string[]) =>
  (ground: Ground): Row[] =>
    ground.team.breadth === 'little' ? [] : names.map((name, index) => key(ground, kind, name, 40 + index * 55));

/** How far a batch is. */
const counts: Record<string, Row> = {
  completed: { completed: 120, failed: 0 },
  failed: { completed: 0, failed: 120 },
  in_progress: { completed: 41, failed: 0 },
};

const hourMs = 3_600_000;
/** What is being answered is answered to its end. */
const drainedAfterMs = 180_000;
const batchesAt = '/v1/batches';

const finished = new Set(['completed', 'failed', 'expired', 'cancelled']);

function cancelBatch(call: Call): Reply {
  const batch = rowIn(call, batchesAt, call.path.batch_id);
  if (finished.has(String(batch.status))) throw new Problem(409, 'conflict', 'batch is in a terminal state');
  const table = call.team.table(batchesAt);
  later(call.world, drainedAfterMs, () =>
    table.change(batch.batch_id, { status: 'cancelled', cancelled_at: isoOf(call.world.now()) }),
  );
  return ok(table.change(batch.batch_id, { status: 'cancelling', cancelling_at: isoOf(call.world.now()) }));
}

/** The AI platform's regions, keys and routers, and the larger things that few teams have. */
export const aiCatalogue: Family = {
  seeds: {
    [`${base}/regions`]: () =>
      ['tor1', 'nyc2', 'ams3'].map((region) => ({
        region,
        serves_inference: true,
        serves_batch: region === 'tor1',
        inference_url: `https://inference-${region}.example.com`,
        stream_inference_url: `https://stream-${region}.example.com`,
      })),
    [`${base}/openai/keys`]: keys('openai key', 'shared'),
    [`${base}/anthropic/keys`]: keys('anthropic key', 'research'),
    [`${base}/models/api_keys`]: keys('model key', 'storefront', 'notebooks'),
    [`${base}/agents/{agent_uuid}/api_keys`]: keys('agent key', 'website'),
    [`${base}/models/routers`]: ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              uuid: team.random('router').uuid(),
              name: 'cheap-first',
              description: 'Small model unless the question is long',
              regions: ['tor1'],
              created_at: isoOf(world.startMs - 30 * dayMs),
              updated_at: isoOf(world.startMs - 3 * dayMs),
            },
          ],
    '/v2/vector-databases': ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              id: team.random('vectors').uuid(),
              name: 'product-vectors',
              status: 'active',
              region: 'tor1',
              size: 'vdb-s-2vcpu-4gb',
              config: { default_quantization: 'rq', enable_auto_schema: true, weaviate_version: '1.33' },
              endpoints: { http: 'https://product-vectors.example.com', grpc: 'grpc-product-vectors.example.com:443' },
              owner_uuid: team.ownerUuid,
              tags: ['search'],
              created_at: isoOf(world.startMs - 52 * dayMs),
              updated_at: isoOf(world.startMs - 8 * dayMs),
            },
          ],
    '/v2/vector-databases/{id}/backups': ({ world }) =>
      [1, 2, 3].map((days) => ({
        backup_id: `daily-${days}`,
        status: 'completed',
        started_at: isoOf(world.startMs - days * dayMs),
        completed_at: isoOf(world.startMs - days * dayMs + 240_000),
      })),
    [batchesAt]: ({ team, world }) =>
      ['completed', 'completed', 'failed', 'in_progress'].map((status, index) => {
        const atMs = world.startMs - (3 - index) * 3 * dayMs - hourMs;
        const random = team.random('batch', index);
        return {
          batch_id: random.uuid(),
          status,
          provider: 'openai',
          endpoint: '/v1/chat/completions',
          completion_window: '24h',
          input_file_id: random.uuid(),
          output_file_id: status === 'completed' ? random.uuid() : null,
          completed_at: status === 'completed' ? isoOf(atMs + 5_400_000) : null,
          failed_at: status === 'failed' ? isoOf(atMs + 60_000) : null,
          cancelled_at: null,
          request_counts: { total: 120, ...counts[status] },
          request_id: random.uuid(),
          created_at: isoOf(atMs),
          in_progress_at: isoOf(atMs + 30_000),
          expires_at: isoOf(atMs + dayMs),
        };
      }),
  },
  effects: { [batchesAt]: { born: (_, row) => ({ ...row, status: 'in_progress' }) } },
  handlers: { inference_cancel_batch: cancelBatch },
};
