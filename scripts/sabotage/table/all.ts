import type { Mutation } from '../mutation.ts';
import { bridgeRows } from './bridge.ts';
import { noticeAndLoginRows } from './notices-and-login.ts';
import { packageRows } from './packages.ts';
import { pageRows } from './pages.ts';
import { popoverAndDockRows } from './popover-and-dock.ts';
import { startRows } from './start.ts';
import { systemRows } from './system.ts';
import { trayRows } from './tray.ts';
import { windowRows } from './windows.ts';

/** All mutations: one for each rule of Electron that Buoy touches and a test can hold. */
export const table: readonly Mutation[] = [
  ...startRows,
  ...windowRows,
  ...popoverAndDockRows,
  ...pageRows,
  ...bridgeRows,
  ...trayRows,
  ...noticeAndLoginRows,
  ...systemRows,
  ...packageRows,
];
