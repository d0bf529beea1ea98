import type { LogLine } from '../../../preload/contract/log.ts';
import type { LogSource } from '../../../preload/contract/log-route.ts';
import type { KeptDownload } from '../services.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "web-run-2026-11-23-1408.log": what it is of, and when it was saved, in local time. */
function nameOf({ component, type }: LogSource, nowMs: number): string {
  const at = new Date(nowMs);
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  const what = [component ?? 'app', type].join('-').replace(/[^\w.-]/g, '_');
  return `${what}-${day}-${twoDigits(at.getHours())}${twoDigits(at.getMinutes())}.log`;
}

/** The lines as they came, without Buoy's own remarks. */
export function fileOfLog(source: LogSource, lines: readonly LogLine[], nowMs: number): KeptDownload {
  const text = lines
    .filter(({ isNote }) => !isNote)
    .map((line) => `${line.prefix}${line.text}\n`)
    .join('');
  return { suggestedName: nameOf(source, nowMs), mediaType: 'text/plain', bytes: new TextEncoder().encode(text) };
}
