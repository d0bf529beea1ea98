import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type SystemCommand = readonly [program: string, ...args: string[]];

const execute = promisify(execFile);

/** What the command prints. Rejects, with what it said, if it does not exist or ends with another code than 0. */
export async function runCommand([program, ...args]: SystemCommand, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { stdout } = await execute(program, args, { env, timeout: 20_000, windowsHide: true, encoding: 'utf8' });
  return stdout;
}

/** Why the command does not succeed, as half a sentence; `null`: it does. */
export async function whyItFails(command: SystemCommand, env?: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    await runCommand(command, env);
    return null;
  } catch (error) {
    return `${command[0]} cannot be used: ${String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(0, 2)
      .join(' ')}`;
  }
}
