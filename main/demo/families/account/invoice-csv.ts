import { type Row, textOf } from '../../world/table.ts';

const columns = ['product', 'group_description', 'description', 'duration', 'start_time', 'end_time', 'amount', 'project_name'];

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Invoice lines as CSV with a header line. Amounts have a dollar sign. */
export function csvOf(items: readonly Row[]): Buffer {
  const lines = items.map((item) =>
    columns.map((name) => cell(name === 'amount' ? `$${textOf(item, name)}` : textOf(item, name))).join(','),
  );
  return Buffer.from(`${[columns.join(','), ...lines].join('\r\n')}\r\n`);
}
