import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Outcome } from '../../../preload/contract/failure.ts';
import { hostWords } from '../../core/words/host.ts';

export interface SshTarget {
  address: string;
  user: string;
  port: number;
}

/** A terminal program and the arguments with which it runs ssh. They never pass through a shell. */
export interface Terminal {
  program: string;
  args(target: SshTarget): string[];
}

/** What `user@host` may contain: nothing that ssh, a terminal or `cmd` could interpret. */
const userName = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;

const ssh = ({ address, user, port }: SshTarget) => ['ssh', '-p', String(port), `${user}@${address}`];

/** In this order: what the person chose as the system's terminal, then the terminals of the desktops. */
const linuxTerminals: [program: string, ...before: string[]][] = [
  ['x-terminal-emulator', '-e'],
  ['kgx', '--'],
  ['gnome-terminal', '--'],
  ['konsole', '-e'],
  ['xfce4-terminal', '-x'],
  ['ptyxis', '--'],
  ['alacritty', '-e'],
  ['kitty'],
  ['foot'],
  ['xterm', '-e'],
];

/** This machine's terminal; `null` if none is found. `isExecutable` says whether a file can be run. */
export function findTerminal(
  platform: NodeJS.Platform,
  path: string,
  isExecutable: (file: string) => boolean = canRun,
): Terminal | null {
  if (platform === 'darwin') {
    // Terminal takes no arguments from `open`, but it handles the ssh scheme.
    return { program: '/usr/bin/open', args: (target) => [sshAddress(target)] };
  }
  if (platform === 'win32') {
    return { program: 'cmd.exe', args: (target) => ['/d', '/c', 'start', 'Buoy', ...ssh(target)] };
  }
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  for (const [program, ...before] of linuxTerminals) {
    const file = folders.map((folder) => join(folder, program)).find(isExecutable);
    if (file !== undefined) return { program: file, args: (target) => [...before, ...ssh(target)] };
  }
  return null;
}

/** Opens the terminal with ssh to a droplet's address. Resolves when the terminal has started. */
export async function openTerminal(terminal: Terminal | null, target: SshTarget): Promise<Outcome<null>> {
  if (terminal === null) return { ok: false, failure: hostWords.noTerminal() };
  if (isIP(target.address) === 0) return { ok: false, failure: hostWords.notAnAddress(target.address) };
  if (!userName.test(target.user)) return { ok: false, failure: hostWords.notAUser(target.user) };
  return new Promise((resolve) => {
    const child = spawn(terminal.program, terminal.args(target), { detached: true, stdio: 'ignore' });
    child.once('spawn', () => {
      child.unref();
      resolve({ ok: true, value: null });
    });
    child.once('error', () => resolve({ ok: false, failure: hostWords.terminalNotOpened(terminal.program) }));
  });
}

function sshAddress({ address, user, port }: SshTarget): string {
  return `ssh://${user}@${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
