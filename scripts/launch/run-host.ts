import { spawn } from 'node:child_process';
import { root } from '../setup/folders.mjs';

/** Without a display or a working sandbox, Electron ends within a second. A later end has another reason. */
const openingMs = 15_000;
const cannotOpen =
  /(SUID sandbox|sandbox|Missing X server|cannot open display|platform failed to initialize|shared libraries)[^\n]*/i;

export interface HostEnd {
  exitCode: number;
  /** Why no window opened, if the host ended while opening. */
  failedToOpen: string | null;
}

/** Runs a host until it ends. Passes SIGINT and SIGTERM on. An end that follows one of them counts as clean. */
export function runHost(command: string, args: readonly string[]): Promise<HostEnd> {
  const started = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['inherit', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-8192);
    process.stderr.write(chunk);
  });
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    // The terminal sends Ctrl C to the host itself.
    if (!isStopping && !(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    isStopping = true;
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      const isEarly = !isStopping && performance.now() - started < openingMs;
      const reason = isEarly && (signal !== null || code !== 0) ? cannotOpen.exec(said)?.[0] : undefined;
      settle({
        exitCode: isStopping ? 0 : (code ?? 1),
        failedToOpen: reason ? `Electron could not open a window (${reason}).` : null,
      });
    });
  });
}
