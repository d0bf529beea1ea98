import type { WebContents } from 'electron';
import type { Outcome } from '../../preload/contract/failure.ts';
import type { Buoy } from '../core/buoy.ts';
import { copyPicture, copyText } from './system/clipboard.ts';
import { createDownloads } from './system/downloads.ts';
import { openLink } from './system/open-link.ts';
import { openTerminal, type Terminal } from './system/terminal.ts';
import type { HostCalls } from './windows/bridge.ts';
import type { MainWindow } from './windows/main-window.ts';
import type { Popover } from './windows/popover.ts';

export interface HostCallOptions {
  buoy: Pick<Buoy, 'settings' | 'takeDownload'>;
  window: MainWindow;
  popover: Popover;
  terminal: Terminal | null;
  quit(): void;
}

/** What the page may ask of the host itself. */
export function createHostCalls({ buoy, window, popover, terminal, quit }: HostCallOptions): HostCalls {
  const downloads = createDownloads((id) => buoy.takeDownload(id));
  return {
    saveDownload: ({ downloadId }) => downloads.save(downloadId, window.current()),
    copyText: ({ text }) => copyText(text),
    copyPicture: ({ base64 }) => copyPicture(base64),
    openLink: ({ url }) => openLink(url),
    openTerminal: ({ address }) => openTerminal(terminal, { address, ...buoy.settings().ssh }),
    showWindow: async ({ route }) => {
      popover.hide();
      window.show(route);
      return done;
    },
    reportTrayHeight: async ({ height }, caller: WebContents) => {
      popover.fit(caller, height);
      return done;
    },
    reportDraft: async ({ hasDraft }, caller: WebContents) => {
      window.noteDraft(caller, hasDraft);
      return done;
    },
    closeTray: async () => {
      popover.hide();
      return done;
    },
    quit: async () => {
      quit();
      return done;
    },
  };
}

const done: Outcome<null> = { ok: true, value: null };
