import { app } from 'electron';
import { hostWords } from '../../core/words/host.ts';

/** The part of electron-updater that is used. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  checkForUpdates(): Promise<{ isUpdateAvailable: boolean; updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(): void;
}

export interface UpdateOptions {
  version: string;
  /** Loaded on the first check: most runs never need it. */
  loadUpdater(): Promise<Updater>;
  ask(message: string, detail: string, verb: string): Promise<boolean>;
  tell(message: string): Promise<void>;
  tellFailure(message: string, nextStep: string): Promise<void>;
  /** Lets windows close; called right before the new version takes over. */
  beforeInstall(): void;
}

/**
 * Looks for a newer version, only when the person asks: it is the one request that does not go to DigitalOcean. Downloads
 * and installs after a question each.
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

/** electron-updater, as its package exports it to modules. */
export async function loadUpdater(): Promise<Updater> {
  const { default: packageExports } = await import('electron-updater');
  return packageExports.autoUpdater;
}

/** A deb, rpm, Flatpak or Snap is updated by what installed it; a checkout by git. */
export function canUpdateItself(platform: NodeJS.Platform, env: Record<string, string | undefined>): boolean {
  return app.isPackaged && (platform !== 'linux' || env.APPIMAGE !== undefined);
}
