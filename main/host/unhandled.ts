import type { Log } from '../core/ports.ts';

/** Writes rejections that nothing handles into the log: each is a defect that nobody would see otherwise. */
export function logUnhandled(log: Pick<Log, 'warn'>): void {
  process.on('unhandledRejection', (reason) =>
    log.warn(`Not handled: ${reason instanceof Error ? reason.stack : String(reason)}`),
  );
}
