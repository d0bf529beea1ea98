import type { Capabilities } from '../../../preload/contract/view.ts';

/** What a desktop host can do: everything except opening a terminal, which not every desktop has. */
export const desktopCapabilities: Capabilities = {
  tray: true,
  keychain: true,
  desktopNotices: true,
  startAtLogin: true,
  saveDialog: true,
  quit: true,
  demo: true,
  terminal: false,
};
