import { createClient } from 'dbus-native';

/**
 * What the desktop has for tray icons: a registry with a host that draws them, a registry without one, or nothing. GNOME
 * without its extension has nothing, and so has every shell while it starts again.
 */
export type TrayPlace = 'there' | 'no-host' | 'gone';

/** The desktop's registry of tray icons on a session bus, as a panel or an extension of the shell brings it. */
export interface TrayRegistry {
  set(place: TrayPlace): Promise<void>;
  /** Ends the program that has it. */
  leave(): Promise<void>;
}

const name = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';

export async function startTrayRegistry(busAddress: string, place: TrayPlace): Promise<TrayRegistry> {
  const bus = createClient({ busAddress, timeout: 0 });
  let isOwned = false;
  const offered = { IsStatusNotifierHostRegistered: false, ProtocolVersion: 0, RegisterStatusNotifierItem: () => {} };
  bus.exportInterface(offered, path, {
    name,
    methods: { RegisterStatusNotifierItem: ['s', '', ['service'], []] },
    signals: { StatusNotifierHostRegistered: [''], StatusNotifierHostUnregistered: [''] },
    properties: {
      IsStatusNotifierHostRegistered: { type: 'b', access: 'read' },
      ProtocolVersion: { type: 'i', access: 'read' },
    },
  });
  const registry: TrayRegistry = {
    async set(next) {
      const hasHost = next === 'there';
      const isChanged = offered.IsStatusNotifierHostRegistered !== hasHost;
      offered.IsStatusNotifierHostRegistered = hasHost;
      if (next === 'gone' && isOwned) await bus.releaseName(name);
      if (next !== 'gone' && !isOwned) await bus.requestName(name, 0);
      else if (next !== 'gone' && isChanged)
        bus.sendSignal(path, name, hasHost ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered');
      isOwned = next !== 'gone';
    },
    leave: () => bus.close(),
  };
  await registry.set(place);
  return registry;
}
