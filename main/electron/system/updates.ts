import { app } from 'electron';
import { hostWords } from '../../core/words/host.ts';

/** The part of electron-updater that Buoy uses. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  checkForUpdates(): Promise<{ isUpdateAvailable: boolean; updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(): void;
}

export interface UpdateOptions {
  version: string;
  /** Loads electron-updater at the first check, because most runs never need it. */
  loadUpdater(): Promise<Updater>;
  ask(message: string, detail: string, verb: string): Promise<boolean>;
  tell(message: string): Promise<void>;
  tellFailure(message: string, nextStep: string): Promise<void>;
  /** Lets windows close. Called right before the new version takes over. */
  beforeInstall(): void;
}

/**
 * Looks for a newer version only when the person asks, because this request does not go to DigitalOcean. Asks again before it
 * downloads and before it installs.
 */
export function createUpdates(options: UpdateOptions): { checkNow(): Promise<void> } {
  let running: Promise<void> | null = null;

  async function check(): Promise<void> {
    try {
      const updater = await options.loadUpdater();
      updater.autoDownload = false;
      updater.autoInstallOnAppQuit = false;
      const found = await updater.checkForUpdates();
      if (found === null || !found.isUpdateAvailable) return await options.tell(hostWords.isNewest(options.version));
      const { version } = found.updateInfo;
      if (!(await options.ask(hostWords.updateFound(version), '', hostWords.downloadUpdate))) return;
      await updater.downloadUpdate();
      if (!(await options.ask(hostWords.updateReady(version), hostWords.updateEffect, hostWords.installUpdate))) return;
      options.beforeInstall();
      updater.quitAndInstall();
    } catch {
      await options.tellFailure(hostWords.updateFailed, hostWords.updateFailedNext);
    }
  }

  return {
    checkNow() {
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

/** A deb, rpm, Flatpak or Snap is updated by the tool that installed it, and a checkout by git. */
export function canUpdateItself(platform: NodeJS.Platform, env: Record<string, string | undefined>): boolean {
  return app.isPackaged && (platform !== 'linux' || env.APPIMAGE !== undefined);
}
