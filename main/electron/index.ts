/**
 * Buoy in Electron. This file does what must happen before the app is ready, in the order in which it must happen; `compose`
 * does everything after that. The tray is the program: it goes on without a window.
 */
import { join } from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import type { Log } from '../core/ports.ts';
import { hostWords } from '../core/words/host.ts';
import { systemClock } from '../host/clock.ts';
import { configFolder } from '../host/config-folder.ts';
import { takeFolder } from '../host/folder-lock.ts';
import { createLog, logFile } from '../host/log.ts';
import { tidy } from '../host/private-folder.ts';
import { logUnhandled } from '../host/unhandled.ts';
import { compose, type ElectronBuoy } from './compose.ts';
import { appId, appName, placesFrom, toastActivatorId } from './identity.ts';
import { parseLaunchOptions, readLaunchOptions } from './launch-options.ts';
import { createQuitting, type Quitting } from './quitting.ts';
import { giveWay, reportStartProblem } from './start-problem.ts';
import { keepIn } from './system/settings-folder.ts';
import { guardPages } from './windows/guards.ts';
import { declareScheme } from './windows/protocol.ts';

const { platform, env } = process;
const folder = configFolder();

app.setName(appName);
// Before the id of the program, so that the shortcut gets both.
if (platform === 'win32') app.setToastActivatorCLSID(toastActivatorId);
app.setAppUserModelId(appId);
// An AppImage adds --no-sandbox where the system refuses user namespaces. Asking for the sandbox as well contradicts that.
const isSandboxed = !app.commandLine.hasSwitch('no-sandbox');
if (isSandboxed) app.enableSandbox();
const folderProblem = keepIn(folder);
declareScheme();

const launch = readLaunchOptions(process.argv);
if (app.requestSingleInstanceLock({ ...launch })) run();
else app.quit();

function run(): void {
  const quitting = createQuitting();
  const logPath = join(folder, 'buoy.log');
  const log = createLog(systemClock, logFile(logPath));
  logUnhandled(log);
  const buoy = start(quitting, log, logPath);

  guardPages();
  app.on('window-all-closed', () => {});
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const again = parseLaunchOptions(data);
    void buoy.then((opened) => begin(opened, again));
  });
  buoy
    .then((opened) => {
      begin(opened, { ...launch, isHidden: launch.isHidden || opened.wasStartedAtLogin });
      // macOS sends this at the launch too, when a hidden start must stay hidden.
      app.on('activate', opened.show);
    })
    .catch(reportStartProblem);
}

/** Composes Buoy once the folder is its own. Ends the process when another host uses it, which then shows itself. */
async function start(quitting: Quitting, log: Log, logPath: string): Promise<ElectronBuoy> {
  let opened: ElectronBuoy | null = null;
  const owner = () => ({ host: 'electron', pid: process.pid, address: null }) as const;
  const taken = folderProblem ?? (await takeFolder(folder, { log, owner, onAsked: () => opened?.show() }));
  await app.whenReady();
  if (taken instanceof Error) throw taken;
  if ('owner' in taken) {
    log.info(`Another Buoy uses ${folder}`);
    return giveWay(taken.owner, folder);
  }
  tidy(folder);
  log.info(`Buoy ${app.getVersion()} starts on ${platform}`);
  if (!isSandboxed) log.warn(hostWords.isUnsandboxed);
  const places = placesFrom(import.meta.dirname);
  opened = await compose({ platform, env, folder, places, log, logPath, quitting, launch, lock: taken.lock });
  return opened;
}

/** Buoy was started, for the first time or again: shows the window, unless it is to stay in a tray. */
function begin(buoy: ElectronBuoy, { isDemo, isHidden }: ReturnType<typeof parseLaunchOptions>): void {
  if (isHidden) buoy.stayHidden();
  else buoy.show();
  if (isDemo) void buoy.openDemo();
}
