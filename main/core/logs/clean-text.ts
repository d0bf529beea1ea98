/*
 * A log is whatever a program wrote. On a terminal some of it would colour, move or hide other text; here every line stands for
 * itself, and what cannot be seen is shown or left out.
 */

const start = String.fromCharCode(0x1b);
const control = (from: number, to: number): string => `[${String.fromCharCode(from)}-${String.fromCharCode(to)}]`;

/** What terminals obey: colours and moves, titles and links with their text, and the rest. ECMA-48, in its 7-bit and 8-bit form. */
const sequences = new RegExp(
  [
    `(?:${start}\\[|${String.fromCharCode(0x9b)})[0-?]*[ -/]*[@-~]`,
    `(?:${start}[\\]PX^_]|[${[0x90, 0x98, 0x9d, 0x9e, 0x9f].map((code) => String.fromCharCode(code)).join('')}])` +
      `[^${String.fromCharCode(0x07, 0x1b, 0x9c)}]*(?:${String.fromCharCode(0x07)}|${start}\\\\|${String.fromCharCode(0x9c)})`,
    `${start}[ -/]*[0-~]`,
  ].join('|'),
  'g',
);
const lowControls = new RegExp(`${control(0x00, 0x08)}|${control(0x0a, 0x1f)}`, 'g');
const highControls = new RegExp(control(0x7f, 0x9f), 'g');
/** Marks of direction without a shape, which only matter inside a text from right to left. */
const directionMarks = /[\u061c\u200e\u200f]/g;
/** These turn the direction of what follows, so that a line reads as another one. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
/** These break a line where the log has none. */
const breaks = /[\u0085\u2028\u2029]/g;

/** Most lines have nothing of it: one look tells. */
const needsCleaning = /[^\t -~\u00a0-\u0600\u0700-\u1fff\u2030-\u2065\u2070-\ud7ff]/;

/** One line without its end, as it may be shown. What a program wrote over, as a progress bar does, is left out. */
export function cleanLine(raw: string): string {
  if (!needsCleaning.test(raw)) return raw;
  return lastWritten(raw.replace(sequences, ''))
    .replace(breaks, '\u2424')
    .replace(lowControls, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(highControls, (character) => (character.charCodeAt(0) === 0x7f ? '\u2421' : '\ufffd'))
    .replace(directionMarks, '')
    .replace(turning, '\ufffd')
    .toWellFormed();
}

/** After a carriage return the line is written anew. */
function lastWritten(line: string): string {
  if (!line.includes('\r')) return line;
  return (
    line
      .split('\r')
      .filter((part) => part !== '')
      .at(-1) ?? ''
  );
}
