import type { LogLine } from '../../../preload/contract/log.ts';

export type ParsedLine = Pick<LogLine, 'who' | 'atMs' | 'prefix' | 'text'>;

/**
 * DigitalOcean puts the component and the time before what a program wrote: `web 2026-11-23T14:08:11.102Z GET /`, and in logs
 * that are kept also `[web] [2026-11-23 14:08:11] GET /`. https://github.com/digitalocean/doctl commands/apps.go
 */
const forms = [
  /^(?:(\S{1,64}) )?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)) ?/,
  /^\[([^\]\s]{1,64})\] \[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] ?/,
];

/** Takes the component and the time off a line. A line in another form is all text. */
export function parseLine(line: string): ParsedLine {
  for (const form of forms) {
    const [prefix, who = null, stamp = ''] = form.exec(line) ?? [];
    if (prefix === undefined) continue;
    const atMs = Date.parse(stamp.includes('T') ? stamp : `${stamp.replace(' ', 'T')}Z`);
    if (Number.isNaN(atMs)) continue;
    return { who, atMs, prefix, text: line.slice(prefix.length) };
  }
  return { who: null, atMs: null, prefix: '', text: line };
}
