import { csvLine } from '../page/made-file.ts';
import type { ChartModel } from './model.ts';

/** All measurements as CSV (RFC 4180): a line for each moment, in UTC. What was not measured is empty. */
export function csvOf({ times, lines, unit }: ChartModel): string {
  const head = csvLine(['time', ...lines.map(({ name }) => `${name} (${unit})`)]);
  const rows = times.map((seconds, index) =>
    [new Date(seconds * 1000).toISOString(), ...lines.map(({ values }) => values[index] ?? '')].join(','),
  );
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
