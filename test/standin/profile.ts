import type { TrayPlace } from '../doubles/desktop/tray-registry.ts';
import type { PageDriver } from './pages/page-driver.ts';

/** Which machine the stand-in imitates. Set this before anything imports `electron`: it is read once. */
export interface StandinProfile {
  platform: 'linux' | 'darwin' | 'win32';
  /** The person's home, which contains `userData`. */
  home: string;
  isPackaged: boolean;
  name: string;
  version: string;
  /** Wayland: a window that is created hidden never sends `ready-to-show` (electron#48859). */
  isReadyToShowWithheld: boolean;
  /** Whether the single-instance lock is free. */
  isFirstInstance: boolean;
  /** The click on a Windows toast that started the app, as raw arguments. */
  startedByToast: string | null;
  /** Whether the system opened the app at login (macOS). */
  isOpenedAtLogin: boolean;
  isDarkBar: boolean;
  isOnBattery: boolean;
  /** macOS: whether the bundle's Info.plist says `LSUIElement`, so that no Dock icon shows at launch. */
  isAgent: boolean;
  /** Linux: what the desktop has for tray icons at first. */
  trayPlace: TrayPlace;
  /**
   * Linux: the session's bus. `own`: it works; with an address in the environment it is that one, and `trayPlace` is announced on
   * it. `given`: the one in the environment, with whatever tray it has. `mute`: it never answers.
   */
  sessionBus: 'own' | 'given' | 'mute' | 'none';
  /** Unix milliseconds. Tests that advance a clock give theirs. */
  now: () => number;
  /** Who draws pages; `null`: pages on paper, which load and are silent. */
  pages: PageDriver | null;
}

const key = Symbol.for('buoy.standin.profile');
const holder = globalThis as { [key]?: StandinProfile };

export const defaultProfile: StandinProfile = {
  platform: 'linux',
  home: '/nonexistent',
  isPackaged: false,
  name: 'Buoy',
  version: '0.0.0',
  isReadyToShowWithheld: false,
  isFirstInstance: true,
  startedByToast: null,
  isOpenedAtLogin: false,
  isDarkBar: true,
  isOnBattery: false,
  isAgent: false,
  trayPlace: 'there',
  sessionBus: 'own',
  now: Date.now,
  pages: null,
};

export function setProfile(profile: Partial<StandinProfile>): void {
  holder[key] = { ...defaultProfile, ...profile };
}

export const readProfile = (): StandinProfile => holder[key] ?? defaultProfile;
