import type { ChartModel } from './model.ts';

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || /^[=+\-@]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** All measurements as CSV (RFC 4180): a line for each moment, in UTC. What was not measured is empty. */
export function csvOf({ times, lines, unit }: ChartModel): string {
  const head = ['time', ...lines.map(({ name }) => `${name} (${unit})`)].map(quoted).join(',');
  const rows = times.map((seconds, index) =>
    [new Date(seconds * 1000).toISOString(), ...lines.map(({ values }) => values[index] ?? '')].join(','),
  );
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
