import { z } from 'zod';

/** Where a click leads: a route of the page, such as `#/droplets/CONNECTION:ID`. */
export const routeSchema = z.string().regex(/^#\//).max(2000);
