import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../setup/folders.mjs';

/** How long a host may take to end by itself, in milliseconds, before it is killed. */
const patienceMs = 3_000;

export interface Host {
  /** Resolves once the process is gone; a host that ended by itself is gone already. */
  stop(): Promise<void>;
}

/** @param rewrite changes each line that the host prints */
export function startHost([command, ...args]: readonly string[], rewrite = (line: string) => line): Host {
  if (!command) throw new Error('A host needs a command');
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(child.stdout).on('line', (line) => console.log(rewrite(line)));
  const gone = new Promise<void>((settle) => {
    child.on('error', (error) => {
      console.error(error.message);
      settle();
    });
    child.on('exit', () => settle());
  });
  return {
    stop: async () => {
      child.kill('SIGTERM');
      const lastResort = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await gone;
      clearTimeout(lastResort);
    },
  };
}
