import type { FailureKind } from '../../preload/contract/failure.ts';

export type VaultFailureKind = Extract<FailureKind, `vault-${string}`>;

/** One task for the keychain's own process. Only `save` has a `secret`. */
export interface KeychainRequest {
  id: number;
  deed: 'save' | 'read' | 'remove';
  service: string;
  name: string;
  secret: string | null;
}

/** `value` is the secret for `read`; `null` when there is none, and for the other tasks. `detail` is the system's own text. */
export type KeychainAnswer =
  | { id: number; ok: true; value: string | null }
  | { id: number; ok: false; kind: VaultFailureKind; detail: string };

/** The process in which keychain calls may block. Each host starts it in its own way; in Node that is `forkKeychain`. */
export interface KeychainProcess {
  send(request: KeychainRequest): void;
  onAnswer(listener: (answer: KeychainAnswer) => void): void;
  /** Called at most once, when the process ended by itself or never started. */
  onExit(listener: () => void): void;
  /** Ends it at once, even while a call blocks it. */
  kill(): void;
}
