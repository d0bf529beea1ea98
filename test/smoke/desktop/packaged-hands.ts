import type { Hands } from './hands.ts';
import { runCommand, whyItFails } from './run-command.ts';
import { closeCommand, mayCloseCommand, screenCommand } from './system-commands.ts';
import type { TrayHost } from './tray-host.ts';

export interface PackagedMachine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** Linux: the tray on the program's bus. */
  tray: TrayHost | null;
  /** A file that may be written to find out whether pictures of the screen can be taken. */
  trialFile: string;
}

/** What this machine allows with the windows of the process `pid`, which runs. */
export async function packagedHands(machine: PackagedMachine, pid: number): Promise<Hands> {
  const { platform, env, tray, trialFile } = machine;
  const isLinux = platform !== 'darwin' && platform !== 'win32';
  return {
    whyNot: {
      close: await whyItFails(isLinux ? ['wmctrl', '-l'] : mayCloseCommand(platform, pid), env),
      tray: tray === null ? 'only Linux lets another program read the menu of an icon' : null,
      screen: await whyItFails(screenCommand(platform, trialFile), env),
    },
    mainPid: async () => pid,
    closeWindow: async () => {
      await runCommand(isLinux ? ['wmctrl', '-ic', await windowOnX(pid, env)] : closeCommand(platform, pid), env);
    },
    isShown: (ofPage) => ofPage(),
    trayLines: async () => (tray ? tray.labels() : []),
    chooseTrayLine: async (label) => tray?.choose(label),
    takeScreen: async (file) => void (await runCommand(screenCommand(platform, file), env)),
  };
}

/** The window manager's number of the process's window. */
async function windowOnX(pid: number, env: NodeJS.ProcessEnv): Promise<string> {
  const listed = await runCommand(['wmctrl', '-lp'], env);
  const line = listed.split('\n').find((each) => each.split(/\s+/)[2] === String(pid));
  if (line === undefined) throw new Error(`The window manager knows no window of ${pid}:\n${listed}`);
  return line.split(/\s+/)[0] ?? '';
}
