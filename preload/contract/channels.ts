import type { CallName, EventName } from './schema.ts';

/** IPC channel that carries one call; only `preload/electron.ts` invokes it and only `main/electron/windows/bridge.ts` answers. */
export const callChannel = <N extends CallName>(name: N) => `buoy:call:${name}` as const;

/** IPC channel that carries one event to the page. */
export const eventChannel = <E extends EventName>(name: E) => `buoy:event:${name}` as const;
