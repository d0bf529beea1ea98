import { z } from 'zod';
import { type Failure, failureKinds, heldWindows, type Prepared } from './failure.ts';

export const heldWindowSchema = z.enum(heldWindows);

export const preparedSchema: z.ZodType<Prepared> = z.object({ label: z.string(), id: z.string(), untilMs: z.number() });

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
  changes: z.array(z.string()).optional(),
  goOn: z.array(preparedSchema).optional(),
});
