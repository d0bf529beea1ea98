import type { Failure } from '../../../preload/contract/failure.ts';
import { tokenName } from '../names/token-name.ts';
import type { Cancel, Clock, Vault } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** After this wait Buoy says that the keyring has not answered: its dialog may be hidden behind other windows. */
const patienceMs = 1500;
/** A keyring that starts later than Buoy, as at login, is found within a minute. */
const retryMs = 60_000;
/** After ten minutes without a keyring there probably is none. */
const maximumRetries = 10;

export interface VaultReaderOptions {
  clock: Clock;
  vault: Vault;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Whether the connection has its token already, so that it need not be read. */
  hasToken(connectionId: string): boolean;
  /** The vault handed over the connection's token. */
  onToken(connectionId: string, token: string): void;
}

export interface VaultReader {
  /** Reads the token of every saved connection that has none yet. Does not wait. */
  readAll(): void;
  /** Does the same for a person: starts the count of retries again and resolves when every token has been tried. */
  retry(): Promise<void>;
  /** Cancels the next retry. */
  stop(): void;
}

/**
 * Reads tokens from the vault and reports for each connection what came of it. A vault that is missing or slow is asked again
 * every minute, up to ten times. A vault that is locked or refuses is asked only when the person acts, because every try may
 * open a dialog.
 */
export function createVaultReader(options: VaultReaderOptions): VaultReader {
  const { clock, vault, state, dispatch, hasToken, onToken } = options;
  let retries = 0;
  let cancelRetry: Cancel = () => {};
  let reading: Promise<void> | null = null;

  /** The connection waits for its token. A null failure means that the keyring has only not answered yet. */
  function hold(connectionId: string, failure: Failure | null): void {
    dispatch({ type: 'access-changed', connectionId, access: { status: 'waiting-for-vault', failure } });
  }

  async function readOne(connectionId: string): Promise<Failure | null> {
    const cancelPatience = clock.after(patienceMs, () => hold(connectionId, null));
    const read = await vault.read(tokenName(connectionId));
    cancelPatience();
    // The person may have removed the connection meanwhile.
    if (!state().connections.has(connectionId)) return null;
    if (!read.ok) {
      hold(connectionId, read.failure);
      return read.failure;
    }
    if (read.value === null) {
      dispatch({ type: 'access-changed', connectionId, access: { status: 'secret-lost', failure: null } });
      return null;
    }
    dispatch({ type: 'access-changed', connectionId, access: { status: 'checking', failure: null } });
    onToken(connectionId, read.value);
    return null;
  }

  async function readMissing(): Promise<void> {
    cancelRetry();
    let problem: Failure | null = null;
    for (const { id, isSaved } of state().connections.values()) {
      if (!isSaved || hasToken(id)) continue;
      // After one failure the others are not tried: they would fail alike, and each could open another dialog.
      if (problem) hold(id, problem);
      else problem = await readOne(id);
    }
    dispatch({ type: 'vault-changed', problem });
    if (!isWorthWaiting(problem) || retries >= maximumRetries) return;
    retries += 1;
    cancelRetry = clock.after(retryMs, () => void read());
  }

  /** One read at a time: callers that come while it runs share it. */
  function read(): Promise<void> {
    reading ??= readMissing().finally(() => {
      reading = null;
    });
    return reading;
  }

  return {
    readAll: () => void read(),
    retry() {
      retries = 0;
      return read();
    },
    stop: () => cancelRetry(),
  };
}

/** Whether the keyring may answer later without the person doing anything in Buoy: it starts, or its library is installed. */
const isWorthWaiting = (problem: Failure | null): boolean =>
  problem !== null && ['vault-timeout', 'vault-unavailable', 'vault-missing'].includes(problem.kind);
