import { type BusDouble, startBus, startMuteBus } from '../../doubles/desktop/session-bus.ts';
import { startTrayRegistry, type TrayPlace, type TrayRegistry } from '../../doubles/desktop/tray-registry.ts';
import { world } from '../world.ts';

/** Linux: what the desktop has for tray icons now. The program learns it over the session bus. */
export const trayPlace = { now: world.profile.trayPlace };

let registry: TrayRegistry | null = null;

/**
 * Puts the program's session on a bus: the one that its environment names, or one of its own. Call before the program is
 * loaded.
 */
export async function openSession(env: NodeJS.ProcessEnv): Promise<void> {
  const { platform, sessionBus, home } = world.profile;
  if (platform !== 'linux' || sessionBus === 'none' || sessionBus === 'given') return;
  const start: Record<'own' | 'mute', (folder: string) => Promise<BusDouble>> = { own: startBus, mute: startMuteBus };
  env.DBUS_SESSION_BUS_ADDRESS ||= (await start[sessionBus](home)).address;
  if (sessionBus === 'own') registry = await startTrayRegistry(env.DBUS_SESSION_BUS_ADDRESS, trayPlace.now);
}

export async function setTrayPlace(place: TrayPlace): Promise<void> {
  trayPlace.now = place;
  await registry?.set(place);
}
