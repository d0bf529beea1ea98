import { powerMonitor } from 'electron';
import type { PowerSignal, PowerState } from '../../core/ports.ts';

/**
 * The machine's sleep, lock and battery. Linux reports neither lock nor battery, so both stay false there. Call after ready.
 */
export function createPowerSignal(): PowerSignal {
  const listeners = new Set<(state: PowerState) => void>();
  let state: PowerState = { isAsleep: false, isLocked: false, isOnBattery: powerMonitor.onBatteryPower };

  function change(part: Partial<PowerState>): void {
    // Battery events do not come on every system, so the battery is read again at every other event.
    state = { ...state, isOnBattery: powerMonitor.onBatteryPower, ...part };
    for (const listener of listeners) listener(state);
  }

  powerMonitor.on('suspend', () => change({ isAsleep: true }));
  powerMonitor.on('resume', () => change({ isAsleep: false }));
  powerMonitor.on('lock-screen', () => change({ isLocked: true }));
  powerMonitor.on('unlock-screen', () => change({ isLocked: false }));
  powerMonitor.on('on-battery', () => change({ isOnBattery: true }));
  powerMonitor.on('on-ac', () => change({ isOnBattery: false }));

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
