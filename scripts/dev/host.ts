import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How long a host may take to end by itself before it is killed. Milliseconds. */
const patienceMs = 3_000;

export interface Host {
  /** Resolves once the process is gone, which may be before this is called. */
  stop(): Promise<void>;
}

/** @param rewrite changes each line that the host prints */
export function startHost(command: string, args: readonly string[], rewrite = (line: string) => line): Host {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(child.stdout).on('line', (line) => console.log(rewrite(line)));
  const gone = once(child, 'exit').catch((error: Error) => console.error(error.message));
  return {
    stop: async () => {
      child.kill('SIGTERM');
      const lastResort = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await gone;
      clearTimeout(lastResort);
    },
  };
}
