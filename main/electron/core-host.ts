import { app } from 'electron';
import type { Failure } from '../../preload/contract/failure.ts';
import type { Buoy } from '../core/buoy.ts';
import { createBuoy } from '../core/buoy.ts';
import { createHostPorts, type HostPortsOptions } from './host-ports.ts';
import { createLoginItem, type LoginItem } from './system/login-item.ts';
import { findTerminal, type Terminal } from './system/terminal.ts';

export interface CoreHost {
  buoy: Buoy;
  loginItem: LoginItem;
  terminal: Terminal | null;
  /** Stops the core first, then what runs beside it. Resolves with why some of Buoy's files could not be written. */
  stop(): Promise<Failure[]>;
}

export interface CoreHostOptions extends HostPortsOptions {
  /** `XDG_CURRENT_DESKTOP`, or '' without one. */
  desktop: string;
}

/** The core over Electron's ports, with what this machine can do. Call after ready. */
export function createCoreHost({ desktop, ...options }: CoreHostOptions): CoreHost {
  const ports = createHostPorts(options);
  const { platform, env } = options;
  const terminal = findTerminal(platform, env);
  const loginItem = createLoginItem({ platform, isPackaged: app.isPackaged, execPath: process.execPath, env });
  const buoy = createBuoy(ports, {
    version: app.getVersion(),
    platform,
    desktop: /gnome/i.test(desktop) ? 'gnome' : 'other',
    capabilities: {
      keychain: options.isKeychainUsed,
      tray: true,
      desktopNotices: true,
      saveDialog: true,
      quit: true,
      demo: true,
      startAtLogin: loginItem.isSupported,
      terminal: terminal !== null,
    },
  });
  return {
    buoy,
    loginItem,
    terminal,
    async stop() {
      const failures = await buoy.stop();
      await ports.demo?.stop();
      ports.close();
      return failures;
    },
  };
}
