import { z } from 'zod';
import { rowsOf } from '../understood.ts';
import type { AlertState, AlertStates } from './alert-state.ts';
import { savedAs } from './definition.ts';
import { flapsSchema } from './saved-flaps.ts';

/** Rows of 0.1.0 know droplets alone, and have `isFiring`, `value` and `changedAtMs` in place of what was judged. */
const steadySchema = z.object({
  operationId: z.string(),
  size: z.string().nullable(),
  atMs: z.number(),
  lines: z.array(z.object({ labels: z.record(z.string(), z.string()), value: z.number() })),
});
const schema = z.object({
  key: z.string(),
  policyUuid: z.string(),
  description: z.string(),
  type: z.string(),
  comparison: z.enum(['GreaterThan', 'LessThan']),
  threshold: z.number(),
  dropletId: z.number().nullable().catch(null),
  value: z.number().nullable(),
  isFiring: z.boolean(),
  changedAtMs: z.number().nullable().catch(null),
  windowMs: z.number().catch(0),
  thing: z
    .object({ kind: z.enum(['droplet', 'load-balancer', 'database', 'autoscale-pool']), id: z.string(), name: z.string() })
    .nullable()
    .catch(null),
  judgement: z.enum(['fine', 'firing', 'unknown']).nullable().catch(null),
  firingSinceMs: z.number().nullable().catch(null),
  sampledAtMs: z.number().nullable().catch(null),
  isLeaning: z.boolean().catch(false),
  lookedAtMs: z.number().nullable().catch(null),
  triedAtMs: z.number().catch(0),
  aheadMs: z.number().catch(0),
  flaps: flapsSchema,
  past: rowsOf(z.object({ fromMs: z.number(), toMs: z.number() })).catch([]),
  steady: rowsOf(steadySchema).catch([]),
});
type Saved = z.infer<typeof schema>;

/** How the states of policies are written into the saved view, and read from what any version wrote. */
export const savedAlerts = savedAs<AlertStates, Saved[]>(rowsOf(schema), {
  write: (held) => [...held.values()].map(written),
  read: (saved) => new Map(saved.flatMap(restored).map((alert) => [alert.key, alert])),
});

const written = ({ latest, steady, past, ...state }: AlertState): Saved => ({
  ...state,
  past: [...past],
  steady: steady.map((one) => ({ ...one, lines: one.lines.map(({ labels, value }) => ({ labels: { ...labels }, value })) })),
  dropletId: state.thing.kind === 'droplet' ? Number(state.thing.id) : null,
  value: latest?.value ?? null,
  sampledAtMs: latest?.atMs ?? null,
  isFiring: state.judgement === 'firing',
});

function restored({ dropletId, value, sampledAtMs, isFiring, ...row }: Saved): AlertState[] {
  const thing = row.thing ?? (dropletId === null ? null : { kind: 'droplet' as const, id: String(dropletId), name: '' });
  if (thing === null) return [];
  const judgement = row.judgement ?? (isFiring ? 'firing' : 'fine');
  const firingSinceMs = row.judgement === null && isFiring ? row.changedAtMs : row.firingSinceMs;
  const latest = value === null ? null : { atMs: sampledAtMs ?? row.changedAtMs ?? 0, value };
  return [{ ...row, thing, judgement, firingSinceMs, latest }];
}
