import type { LogBatch, LogLine, LogState } from '../../../preload/contract/log.ts';
import type { LogSource } from '../../../preload/contract/log-route.ts';

export const logSource: LogSource = {
  connectionId: 'hw',
  appId: 'app-1',
  type: 'run',
  deploymentId: null,
  component: null,
  runId: null,
};

const startMs = Date.UTC(2026, 10, 23, 14, 0);

/** A line of a log, one second after the one before. */
export const logLine = (seq: number, text: string, change: Partial<LogLine> = {}): LogLine => {
  const atMs = startMs + seq * 1_000;
  return { seq, who: 'web', atMs, prefix: `web ${new Date(atMs).toISOString()} `, text, isNote: false, ...change };
};

/** A core that has a log, which a test adds to. */
export function inventedLog(texts: readonly string[] = []) {
  let lines = texts.map((text, index) => logLine(index + 1, text));
  let state: LogState = { kind: 'live' };
  let first = 1;
  const perRead = 2_000;
  return {
    add(...more: string[]) {
      const last = lines.at(-1)?.seq ?? first - 1;
      lines = [...lines, ...more.map((text, index) => logLine(last + 1 + index, text))];
    },
    /** Drops the oldest lines, up to that number. */
    dropTo(seq: number) {
      first = seq;
      lines = lines.filter((line) => line.seq >= seq);
    },
    become(next: LogState) {
      state = next;
    },
    batch: (after: number): LogBatch => ({
      state,
      lines: lines.filter(({ seq }) => seq > after).slice(0, perRead),
      first,
      newest: lines.at(-1)?.seq ?? first - 1,
    }),
  };
}
