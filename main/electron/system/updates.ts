import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { hostWords } from '../../core/words/host.ts';

/** The part of electron-updater that Buoy uses. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  checkForUpdates(): Promise<{ isUpdateAvailable: boolean; updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  /** Returns at once. What fails afterwards comes as an `error` event. */
  quitAndInstall(): void;
  /** `percent` is from 0 to 100. */
  on(event: 'download-progress', listener: (progress: { percent: number }) => void): unknown;
  once(event: 'error', listener: () => void): unknown;
}

export interface UpdateOptions {
  version: string;
  /** Loads electron-updater at the first check, because most runs never need it. */
  loadUpdater(): Promise<Updater>;
  ask(message: string, detail: string, verb: string): Promise<boolean>;
  tell(message: string): Promise<void>;
  tellFailure(message: string, nextStep: string): Promise<void>;
  /** Shows how much of the download is there, from 0 to 1; `null`: none runs. */
  showProgress(fraction: number | null): void;
  /** The new version did not take over: Buoy goes on. */
  onInstallFailed(): void;
}

/**
 * Looks for a newer version only when the person asks, because this request does not go to DigitalOcean. Asks again before it
 * downloads and before it installs. Asked during a download, it says how far that is.
 */
export function createUpdates(options: UpdateOptions): { checkNow(): Promise<void> } {
  let running: Promise<void> | null = null;
  let download: { version: string; percent: number } | null = null;

  async function fetchUpdate(updater: Updater, version: string): Promise<void> {
    const current = { version, percent: 0 };
    download = current;
    options.showProgress(0);
    updater.on('download-progress', ({ percent }) => {
      if (download !== current) return;
      current.percent = percent;
      options.showProgress(percent / 100);
    });
    try {
      await updater.downloadUpdate();
    } finally {
      download = null;
      options.showProgress(null);
    }
  }

  function install(updater: Updater): void {
    updater.once('error', () => {
      options.onInstallFailed();
      void options.tellFailure(hostWords.installFailed, hostWords.installFailedNext);
    });
    updater.quitAndInstall();
  }

  async function check(): Promise<void> {
    let failed = hostWords.updateFailed;
    try {
      const updater = await options.loadUpdater();
      updater.autoDownload = false;
      updater.autoInstallOnAppQuit = false;
      const found = await updater.checkForUpdates();
      if (found === null || !found.isUpdateAvailable) return await options.tell(hostWords.isNewest(options.version));
      const { version } = found.updateInfo;
      if (!(await options.ask(hostWords.updateFound(version), '', hostWords.downloadUpdate))) return;
      failed = hostWords.downloadFailed;
      await fetchUpdate(updater, version);
      if (await options.ask(hostWords.updateReady(version), hostWords.updateEffect, hostWords.installUpdate)) install(updater);
    } catch {
      await options.tellFailure(failed, hostWords.updateFailedNext);
    }
  }

  return {
    checkNow() {
      if (download !== null) return options.tell(hostWords.isDownloading(download.version, Math.floor(download.percent)));
      running ??= check().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** electron-updater, in the form in which its package exports it to modules. */
export async function loadUpdater(): Promise<Updater> {
  const { default: packageExports } = await import('electron-updater');
  return packageExports.autoUpdater;
}

/** What decides whether a package updates itself. */
export interface UpdateMachine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** The package's folder of resources. */
  resources: string;
}

/** Where electron-builder writes down who provides newer versions. electron-updater fails without that file. */
const providerFile = 'app-update.yml';

/**
 * A deb, rpm, Flatpak or Snap is updated by the tool that installed it, and a checkout by git. A package that was built without
 * naming who publishes it has nobody to ask.
 */
export function canUpdateItself({ platform, env, resources }: UpdateMachine): boolean {
  const isOwnInstaller = app.isPackaged && (platform !== 'linux' || env.APPIMAGE !== undefined);
  return isOwnInstaller && existsSync(join(resources, providerFile));
}
