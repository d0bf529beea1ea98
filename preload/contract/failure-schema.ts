import { z } from 'zod';
import { type Failure, failureKinds, heldWindows, type Prepared } from './failure.ts';
import type { PartChange } from './part-change.ts';

export const heldWindowSchema = z.enum(heldWindows);

export const preparedSchema: z.ZodType<Prepared> = z.object({ label: z.string(), id: z.string(), untilMs: z.number() });

const lineValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const partChangeSchema: z.ZodType<PartChange> = z.object({
  way: z.array(z.string()),
  sides: z.object({ before: lineValueSchema, after: lineValueSchema }).optional(),
  beside: z.record(z.string(), lineValueSchema).optional(),
  isEntry: z.literal(true).optional(),
});

/** Checks a failure that crosses the bridge. It stands apart so that the page, which makes failures too, needs no schemas. */
export const failureSchema: z.ZodType<Failure> = z.object({
  kind: z.enum(failureKinds),
  message: z.string(),
  nextStep: z.string().optional(),
  operationId: z.string().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  status: z.number().int().optional(),
  errorId: z.string().optional(),
  errorMessage: z.string().optional(),
  requestId: z.string().optional(),
  attempts: z.number().int().optional(),
  retryAtMs: z.number().optional(),
  window: z.optional(heldWindowSchema),
  scopes: z.array(z.string()).optional(),
  field: z.string().optional(),
  changes: z.array(partChangeSchema).optional(),
  goOn: z.array(preparedSchema).optional(),
});
