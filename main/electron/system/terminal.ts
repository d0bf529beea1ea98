import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { posix, win32 } from 'node:path';
import type { Outcome } from '../../../preload/contract/failure.ts';
import { isSshUser, type SshTarget } from '../../../preload/contract/ssh.ts';
import { hostWords } from '../../core/words/host.ts';
import { appName } from '../identity.ts';

/** A terminal program and the arguments with which it runs ssh. */
export interface Terminal {
  program: string;
  args(target: SshTarget): string[];
  /** On Windows: the arguments are a command line of `cmd`, which quotes differently from other programs. */
  isCommandLine?: true;
}

const sshArguments = ({ address, user, port }: SshTarget) => ['-p', String(port), `${user}@${address}`];
const ssh = (target: SshTarget) => ['ssh', ...sshArguments(target)];

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

/** The part of the environment that says where programs are. */
export type ProgramPlaces = Record<string, string | undefined>;

/** This machine's terminal; `null` if none, or on Windows no ssh, is found. `isExecutable` says whether a file can be run. */
export function findTerminal(
  platform: NodeJS.Platform,
  env: ProgramPlaces,
  isExecutable: (file: string) => boolean = canRun,
): Terminal | null {
  // Terminal takes no arguments from `open`, but it handles the ssh scheme.
  if (platform === 'darwin') return { program: '/usr/bin/open', args: (target) => [sshAddress(target)] };
  return platform === 'win32' ? findConsole(env, isExecutable) : findLinuxTerminal(env, isExecutable);
}

function findLinuxTerminal(env: ProgramPlaces, isExecutable: (file: string) => boolean): Terminal | null {
  const folders = foldersOf(env.PATH, posix.delimiter);
  for (const [program, ...before] of linuxTerminals) {
    const file = folders.map((folder) => posix.join(folder, program)).find(isExecutable);
    if (file !== undefined) return { program: file, args: (target) => [...before, ...ssh(target)] };
  }
  return null;
}

/** What means something to `cmd` even in a quoted path. */
const readByCmd = /["%&^|<>!]/;

/**
 * A console of Windows. `start` takes its first quoted word as the title, so there must be one. The console closes with ssh,
 * and waits for a key when ssh failed, so that its message can be read.
 */
function findConsole(env: ProgramPlaces, isExecutable: (file: string) => boolean): Terminal | null {
  const system = win32.join(env.SystemRoot ?? 'C:\\Windows', 'System32');
  const folders = [win32.join(system, 'OpenSSH'), ...foldersOf(env.PATH, win32.delimiter)];
  const files = folders.map((folder) => win32.join(folder, 'ssh.exe'));
  const program = files.find((file) => !readByCmd.test(file) && isExecutable(file));
  if (program === undefined) return null;
  const cmd = win32.join(system, 'cmd.exe');
  return {
    program: cmd,
    isCommandLine: true,
    args(target) {
      const inConsole = `"${program}" ${sshArguments(target).join(' ')} || pause`;
      return ['/d', '/s', '/c', `"start "${appName}" "${cmd}" /d /s /c "${inConsole}""`];
    },
  };
}

const foldersOf = (path = '', delimiter: string) => path.split(delimiter).filter((folder) => folder !== '');

/** Opens the terminal with ssh to a droplet's address. Resolves when the terminal has started. */
export async function openTerminal(terminal: Terminal | null, target: SshTarget): Promise<Outcome<null>> {
  if (terminal === null) return { ok: false, failure: hostWords.noTerminal() };
  if (isIP(target.address) === 0) return { ok: false, failure: hostWords.notAnAddress(target.address) };
  if (!isSshUser(target.user)) return { ok: false, failure: hostWords.notAUser(target.user) };
  return new Promise((resolve) => {
    const child = spawn(terminal.program, terminal.args(target), {
      detached: true,
      stdio: 'ignore',
      windowsVerbatimArguments: terminal.isCommandLine === true,
    });
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
