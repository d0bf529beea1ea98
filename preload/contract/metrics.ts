import { z } from 'zod';
import { metricKinds, metricRangeNames, type metricUnits } from './metric-charts.ts';

const id = z.string().min(1).max(200);

/** Which chart, of which thing, over which time. */
export const metricRequestSchema = z.object({
  /** Chosen by the page. Identifies the request when its chart goes away. */
  requestId: id,
  connectionId: id,
  kind: z.enum(metricKinds),
  thingId: id,
  chart: z.string().min(1).max(40),
  range: z.enum(metricRangeNames),
  /** Name of the schema, for charts about one. */
  schema: id.optional(),
});
export type MetricRequest = z.infer<typeof metricRequestSchema>;

/** A line of a chart. Its values stand at the chart's moments; `null`: nothing was measured then. */
export interface MetricLine {
  /** What it is, such as `used`, `in`, `mode`. */
  line: string;
  /** Which of several, such as a mode, a mount point or a status code; `null`: there is one. */
  detail: string | null;
  values: readonly (number | null)[];
}

/** The limit of an alert policy that watches what the chart shows. */
export interface MetricLimit {
  policyUuid: string;
  description: string;
  comparison: 'GreaterThan' | 'LessThan';
  /** In the chart's unit. */
  value: number;
  /** How long the limit must be crossed; `null`: not known. */
  windowMinutes: number | null;
  /** The `line` that it is about; `null`: all of them. */
  line: string | null;
  /** Since when it fires as far as Buoy saw, Unix milliseconds; `null`: it does not fire, or nobody knows. */
  firingSinceMs: number | null;
  /** When it fired within what the chart shows, and no longer does: Unix milliseconds, oldest first. */
  fired: readonly { fromMs: number; toMs: number }[];
}

/** What a chart shows. Its moments are `fromMs` and every `stepMs` after it, so that only values have to cross the bridge. */
export interface MetricChart {
  unit: (typeof metricUnits)[number];
  /** The stretch of time that was asked for, Unix milliseconds. */
  startMs: number;
  endMs: number;
  fromMs: number;
  /** The usual distance of samples. */
  stepMs: number;
  lines: readonly MetricLine[];
  /** `null`: the policies could not be read. */
  limits: readonly MetricLimit[] | null;
  /** When the newest sample was measured; `null`: there is none. */
  sampledAtMs: number | null;
  /** Asking again before then gives the same. */
  freshUntilMs: number;
}

/** The course of a droplet's CPU over a day, for a drawing as large as a word. */
export const sparkSchema = z.object({
  key: z.string(),
  /** `read`; `none`: it sends no metrics; `spared`: left out, to spare requests; `failed`: it could not be read. */
  state: z.enum(['read', 'none', 'spared', 'failed']),
  /** In percent, evenly over the day that ends at `endMs`; `null`: nothing was measured then. */
  values: z.array(z.number().nullable()),
  endMs: z.number(),
  /** The newest measurement, in percent, and when it was made. */
  latest: z.number().nullable(),
  sampledAtMs: z.number().nullable(),
});
export type Spark = z.infer<typeof sparkSchema>;

/** Most droplets of one request for sparks. */
export const sparksAtOnce = 12;
