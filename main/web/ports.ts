import type { NetSignal, Notifier, PowerSignal } from '../core/ports.ts';

/** Node hears nothing of sleep, lock or battery. */
export const noPowerSignal: PowerSignal = {
  current: () => ({ isAsleep: false, isLocked: false, isOnBattery: false }),
  subscribe: () => () => {},
};

/** Nor of networks: a request that fails says so, and the demo account needs no network at all. */
export const noNetSignal: NetSignal = { isOnline: () => true, subscribe: () => () => {} };

/** Notices reach the page as events, which the core sends to every host. */
export const noNotifier: Notifier = { show: () => {} };
