import type { Buoy } from '../../core/buoy.ts';
import type { Clock } from '../../core/ports.ts';
import { type TrayHost, trayGraceMs } from '../system/tray-host.ts';

export interface HiddenStartOptions {
  host: Pick<TrayHost, 'settled'>;
  buoy: Pick<Buoy, 'closing'>;
  clock: Clock;
  showWindow(): void;
}

/**
 * For a start that is to stay in the tray: shows the window all the same where Buoy would not go on without it. At login the
 * desktop's panel may come up after Buoy, so it has some time to.
 */
export async function startHidden({ host, buoy, clock, showWindow }: HiddenStartOptions): Promise<void> {
  await host.settled;
  if (buoy.closing() === 'hide') return;
  clock.after(trayGraceMs, () => {
    if (buoy.closing() !== 'hide') showWindow();
  });
}
