import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extractAll } from '@electron/asar';
import { build } from '../../scripts/build/build.ts';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import { root } from '../architecture/source-files.ts';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { PrivateSession, whyNoKeyring } from '../keychain/session.ts';
import { packOne } from '../packaging/packed.ts';
import type { Hands } from './desktop/hands.ts';
import { packagedHands } from './desktop/packaged-hands.ts';
import { runCommand } from './desktop/run-command.ts';
import { standinHands } from './desktop/standin-hands.ts';
import { findSecretCommand, memoryCommand, memoryMb, removeSecretCommand } from './desktop/system-commands.ts';
import { openTrayHost, type TrayHost } from './desktop/tray-host.ts';
import { packagedFolder, packagedProgram } from './packaged-program.ts';
import { freePort, type Program, type RunningBuoy } from './running-buoy.ts';

/** Where a Buoy is looked at: its program, its desktop, and the keychain that it uses. */
export interface SmokeMachine {
  program: Program;
  /** Folder of Buoy's files, which `program.env` names. */
  home: string;
  handsFor(buoy: RunningBuoy): Promise<Hands>;
  /** Why the keychain is left alone; `null`: it is used. */
  whyNoKeychain: string | null;
  /** Whether the system's keychain holds a secret of Buoy, as another program sees it. */
  hasSecret(account: string): Promise<boolean>;
  /** Takes it out of there, if a failed test left it in a keychain that goes on. */
  forget(account: string): Promise<void>;
  memoryMb(pid: number): Promise<number>;
  end(): Promise<void>;
}

const { platform } = process;

/** Why nothing can be looked at here; `null`: something can. */
export const whyNoSmoke = (): string | null =>
  packagedFolder() === null && findBrowser() === null ? 'no browser could be found for the stand-in' : null;

/** On Linux everything happens on a bus of its own, with a keyring and a tray. Elsewhere the system's own are used. */
export async function openMachine(): Promise<SmokeMachine> {
  const noKeyring = whyNoKeyring();
  const session = noKeyring === null ? await openSession() : null;
  const tray = session ? await openTrayHost(session) : null;
  const home = join(temporaryFolder(), 'Buoy');
  // The session has none, so that nothing in it asks a person.
  const { DISPLAY } = process.env;
  const env = { ...process.env, ...session?.env, ...(DISPLAY ? { DISPLAY } : {}), BUOY_HOME: home };
  const folder = packagedFolder();
  const made =
    folder === null
      ? await makeStandin(env, session && tray ? { socketPath: session.socketPath, tray } : null)
      : makePackaged(folder, env, tray);
  return {
    home,
    program: made.program,
    handsFor: made.handsFor,
    whyNoKeychain: platform === 'linux' ? noKeyring : folder === null ? "the person's own keychain is left alone" : null,
    hasSecret: async (account) => (session ? session.holds('Buoy', account) : holds(account)),
    async forget(account) {
      if (session || folder === null || (platform !== 'darwin' && platform !== 'win32')) return;
      if (await holds(account)) await runCommand(removeSecretCommand(platform, account));
    },
    memoryMb: async (pid) => memoryMb(platform, await runCommand(memoryCommand(platform, pid))),
    async end() {
      tray?.leave();
      await session?.end();
    },
  };
}

async function openSession(): Promise<PrivateSession> {
  const session = new PrivateSession();
  await session.startBus();
  await session.startKeyring('a password of the test');
  return session;
}

async function holds(account: string): Promise<boolean> {
  if (platform !== 'darwin' && platform !== 'win32') throw new Error('There is no keychain to look into');
  // Windows lists nothing with success; macOS fails.
  const said = await runCommand(findSecretCommand(platform, account)).catch(() => '');
  return platform === 'win32' ? said.includes(`target=Buoy/${account}`) : said !== '';
}

type Made = Pick<SmokeMachine, 'program' | 'handsFor'>;

function makePackaged(folder: string, env: NodeJS.ProcessEnv, tray: TrayHost | null): Made {
  const program = { command: packagedProgram(resolve(root, folder)), args: [], env };
  const trialFile = join(temporaryFolder(), 'screen.png');
  return { program, handsFor: ({ pid }) => packagedHands({ platform, env, tray, trialFile }, pid) };
}

/** The stand-in runs what is in the package; only Linux packs without Apple's tools, elsewhere it is what would be packed. */
async function makeStandin(env: NodeJS.ProcessEnv, bus: { socketPath: string; tray: TrayHost } | null): Promise<Made> {
  await build();
  const content = resolve(temporaryFolder(), 'resources', 'app');
  if (platform === 'linux') extractAll(resolve(packOne(temporaryFolder()), 'app.asar'), content);
  else copyContent(content);
  const port = await freePort();
  const runner = resolve(import.meta.dirname, 'standin-program.ts');
  const args = [runner, resolve(content, 'out/electron/index.js')];
  return {
    program: {
      command: process.execPath,
      args,
      env: { ...env, BUOY_STANDIN_PORT: String(port), ...(bus ? { BUOY_STANDIN_BUS: bus.socketPath } : {}) },
    },
    handsFor: async () => standinHands(port, bus?.tray ?? null),
  };
}

function copyContent(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const part of ['package.json', 'LICENSE', 'NOTICE', 'out', 'assets/generated', 'node_modules/@github/keytar'])
    cpSync(resolve(root, part), resolve(to, part), { recursive: true });
}
