import type { Failure } from '../../../preload/contract/failure.ts';
import { tokenName } from '../names/token-name.ts';
import type { Cancel, Clock, Vault } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** An answer that takes longer is worth a word: perhaps a dialog of the keyring waits behind other windows. */
const patienceMs = 1500;
const retryMs = 60_000;
const maximumRetries = 10;

export interface VaultReaderOptions {
  clock: Clock;
  vault: Vault;
  state(): State;
  dispatch(event: StateEvent): void;
  /** Whether it runs already. */
  hasToken(connectionId: string): boolean;
  onToken(connectionId: string, token: string): void;
}

export interface VaultReader {
  /** Reads the token of every saved connection that has none yet. Does not wait. */
  readAll(): void;
  /** The same, and waits. */
  retry(): Promise<void>;
  stop(): void;
}

/**
 * Gets tokens out of the vault, and says of each connection how that stands. A vault that is missing or slow is asked again
 * every minute for a while; a locked or refusing one only when the person does something, because each try may open a dialog.
 */
export function createVaultReader(options: VaultReaderOptions): VaultReader {
  const { clock, vault, state, dispatch, hasToken, onToken } = options;
  let retries = 0;
  let cancelRetry: Cancel = () => {};
  let reading: Promise<void> | null = null;

  function hold(connectionId: string, failure: Failure | null): void {
    dispatch({ type: 'access-changed', connectionId, access: { status: 'waiting-for-vault', failure } });
  }

  async function readOne(connectionId: string): Promise<Failure | null> {
    const cancelPatience = clock.after(patienceMs, () => hold(connectionId, null));
    const read = await vault.read(tokenName(connectionId));
    cancelPatience();
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
      // One dialog is enough: what holds for this token holds for the others.
      if (problem) hold(id, problem);
      else problem = await readOne(id);
    }
    dispatch({ type: 'vault-changed', problem });
    const isWorthWaiting = problem?.kind === 'vault-timeout' || problem?.kind === 'vault-unavailable';
    if (!isWorthWaiting || retries >= maximumRetries) return;
    retries += 1;
    cancelRetry = clock.after(retryMs, () => void read());
  }

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
