import type { NetSignal, Notifier, PowerSignal, TraySignal } from '../core/ports.ts';

/** Node has no events for sleep, lock or battery. */
export const noPowerSignal: PowerSignal = {
  current: () => ({ isAsleep: false, isLocked: false, isOnBattery: false }),
  subscribe: () => () => {},
};

/** Node has none for networks either. A request that fails says so, and the demo account needs no network. */
export const noNetSignal: NetSignal = { isOnline: () => true, subscribe: () => () => {} };

/** This host has no tray, and says so by its capabilities. */
export const noTraySignal: TraySignal = { isShown: () => false, subscribe: () => () => {} };

/** The core sends notices as events to every page, so this host has nothing else to show. */
export const noNotifier: Notifier = { show: () => {} };
