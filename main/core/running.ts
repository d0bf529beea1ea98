import type { CoreCalls } from '../../preload/contract/bridge.ts';
import type { EventName, EventPayload } from '../../preload/contract/schema.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { Capabilities, TrayView } from '../../preload/contract/view.ts';
import type { Cancel } from './ports.ts';

/** What a host tells the core of itself. */
export interface HostFacts {
  version: string;
  /** `darwin`, `win32` or `linux`. */
  platform: string;
  capabilities: Capabilities;
}

/** A composed core. `createBuoy(ports, facts)` in `buoy.ts` makes one; hosts draw what it says and forward what people do. */
export interface Buoy {
  /** Reads settings and connections, publishes the last view, then polls. Ends when the first view stands. */
  start(): Promise<void>;
  /** Stops polling, writes what must survive, closes every transport. Safe to call twice. */
  stop(): Promise<void>;
  /** Answers of the contract's `core` calls. Arguments must have been checked against the contract. */
  calls: CoreCalls;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Cancel;
  /** What the tray shows now; `subscribeTray` calls only when it differs. */
  tray(): TrayView;
  subscribeTray(listener: (tray: TrayView) => void): Cancel;
  settings(): Settings;
  subscribeSettings(listener: (settings: Settings) => void): Cancel;
  /** A click on a desktop notice. */
  openNotice(key: string): void;
  /** Bytes of a kept answer, or `null` when it is unknown or too old. Ownership passes to the caller. */
  takeDownload(downloadId: string): { suggestedName: string; mediaType: string; bytes: Uint8Array } | null;
}
