import type { CoreCalls } from '../../preload/contract/bridge.ts';
import type { Outcome } from '../../preload/contract/failure.ts';
import type { EventName, EventPayload } from '../../preload/contract/schema.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { Api } from './digitalocean/api.ts';
import type { Followers } from './following/followers.ts';
import type { Guard } from './guard.ts';
import type { Clock, Log, Vault } from './ports.ts';
import type { StateEvent } from './state/events.ts';
import type { State } from './state/state.ts';

/**
 * What the parts of the core share. `buoy.ts` makes one and hands it to commands, operations and resources; none of them
 * sees a port, another part or a token.
 */
export interface CoreServices {
  clock: Clock;
  random: () => number;
  log: Log;
  vault: Vault;
  /** The state now. Immutable: hold on to it as long as you like. */
  state(): State;
  /** Folds one event at once; those who watch hear of it after the current turn. */
  dispatch(event: StateEvent): void;
  settings(): Settings;
  /** The API with that connection's token; a failure (`not-found`, `unauthorized`, `vault-*`, `secret-lost`) where there is none now. */
  api(connectionId: string): Outcome<Api>;
  /** The connection's label as people see it; its id where it is unknown. */
  connectionName(connectionId: string): string;
  /** Questions before what can hurt. */
  guard: Guard;
  /** Long operations watched to their end. */
  followers: Followers;
  /** Sends an event to the page: `streamChunk`, `navigate`. */
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
}

/** Bytes of an answer kept for a while. */
export interface KeptDownload {
  suggestedName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** The Operations screen: `createOperations(services)` in `operations/`. */
export interface OperationsPart {
  calls: Pick<CoreCalls, 'sendRequest' | 'cancelRequest' | 'listCredentials' | 'saveCredential' | 'removeCredential'>;
  /** Hands over the bytes of a kept answer, or `null` when it is unknown or older than ten minutes. */
  takeDownload(downloadId: string): KeptDownload | null;
  /** Ends running requests and drops what was kept. */
  stop(): void;
}

/** Every resource family: `createResources(services)` in `resources/`. It dispatches `resource-changed` as rows come. */
export interface ResourcesPart {
  calls: Pick<CoreCalls, 'loadResources' | 'readResources'>;
  stop(): void;
}
