import { z } from 'zod';
import { calm } from '../watching/flapping.ts';

/** The saved form of flaps. 0.1.0 did not write them. */
export const flapsSchema = z
  .object({ atMs: z.array(z.number()).readonly(), calledAtMs: z.number().nullable() })
  .catch({ ...calm });
