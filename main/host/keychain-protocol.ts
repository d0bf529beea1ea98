import type { FailureKind } from '../../preload/contract/failure.ts';

export type VaultFailureKind = Extract<FailureKind, `vault-${string}`>;

/** One deed for the keychain's own process. `secret` is for `save` alone. */
export interface KeychainRequest {
  id: number;
  deed: 'save' | 'read' | 'remove';
  service: string;
  name: string;
  secret: string | null;
}

/** `value` is the secret for `read`, `null` where there is none and for the other deeds. `detail` is the system's own text. */
export type KeychainAnswer =
  | { id: number; ok: true; value: string | null }
  | { id: number; ok: false; kind: VaultFailureKind; detail: string };

/** The process in which keychain calls may block. A host starts it in its own way: `forkKeychain` in Node. */
export interface KeychainProcess {
  send(request: KeychainRequest): void;
  onAnswer(listener: (answer: KeychainAnswer) => void): void;
  /** It ended by itself, or never started. Comes at most once. */
  onExit(listener: () => void): void;
  /** Ends it at once, though it is blocked inside a call. */
  kill(): void;
}
