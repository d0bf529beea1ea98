import type { WebContents } from 'electron';
import type { Outcome } from '../../preload/contract/failure.ts';
import type { Buoy } from '../core/running.ts';
import type { HostCalls } from './bridge.ts';
import { copyText } from './clipboard.ts';
import { createDownloads } from './downloads.ts';
import { openLink } from './links.ts';
import type { MainWindow } from './main-window.ts';
import type { Popover } from './popover.ts';
import { openTerminal, type Terminal } from './terminal.ts';

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
    quit: async () => {
      quit();
      return done;
    },
  };
}

const done: Outcome<null> = { ok: true, value: null };
