/** A name and its value. */
export type Pair = readonly [name: string, value: string];

/** `NAME=value`, also after `export`; the value in quotes, which may run over several lines, or up to a comment. */
const line =
  /^[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)[^\S\n]*=[^\S\n]*(?:"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|([^\n]*?))[^\S\n]*(?:[^\S\n]#[^\n]*)?$/gm;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The lines of an `.env` file that were pasted; none: it is no such text. */
export function pastedPairs(text: string): Pair[] {
  return [...text.replaceAll(/\r\n?/g, '\n').matchAll(line)].map(([, name = '', double, single, plain = '']): Pair => {
    if (double !== undefined) return [name, double.replaceAll(/\\([\s\S])/g, (_all, sign: string) => escapes[sign] ?? sign)];
    return [name, single ?? plain];
  });
}
