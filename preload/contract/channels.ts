import type { CallName, EventName } from './schema.ts';

/** IPC channel of one call. Only `preload/electron.ts` invokes it and only `main/electron/windows/bridge.ts` answers it. */
export const callChannel = <N extends CallName>(name: N) => `buoy:call:${name}` as const;

/** IPC channel of one event to the page. */
export const eventChannel = <E extends EventName>(name: E) => `buoy:event:${name}` as const;
