import { stripVTControlCharacters } from 'node:util';
import type { Attempt } from './attempt.ts';

const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** The line of an error that says most: a program that ended names its own error further down. */
function gist({ message }: { message: string }): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const line = lines.find((each) => /stand-in: |[A-Z]\w*Error: |^Error: /.test(each)) ?? lines[0] ?? '';
  return line.trim().slice(0, 160);
}

/** One line for a person who watches. */
export const progressLine = ({ mutation, caughtBy, tookMs }: Attempt, done: number, all: number): string =>
  `${String(done).padStart(String(all).length)}/${all} ${caughtBy === null ? 'MISSED' : 'caught'} ${mutation.id}, ${seconds(tookMs)} s` +
  (caughtBy === null ? '' : `: ${gist(caughtBy)}`);

/** The table in Markdown, in its own order, and the sums below it. */
export function reportText(attempts: readonly Attempt[], tookMs: number): string {
  const rows = attempts.map(({ mutation, caughtBy, tookMs: each }) => [
    mutation.id,
    mutation.rule,
    caughtBy === null ? 'MISSED' : 'caught',
    caughtBy === null ? '' : [caughtBy.file, caughtBy.test].filter((part) => part !== '').join(': '),
    caughtBy === null ? '' : gist(caughtBy),
    seconds(each),
  ]);
  const missed = attempts.filter(({ caughtBy }) => caughtBy === null);
  return [
    ...[['Id', 'What is broken', '', 'Noticed first by', 'It said', 'Seconds'], ['-', '-', '-', '-', '-', '-'], ...rows].map(
      (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    ),
    '',
    `${attempts.length - missed.length} caught, ${missed.length} missed, in ${seconds(tookMs)} s.`,
    ...missed.map(({ mutation }) => `missed: ${mutation.id} (${mutation.file}): ${mutation.rule}`),
  ].join('\n');
}
