import type { Failure, FailureKind } from '../../../preload/contract/failure.ts';
import { isolated } from '../../../preload/contract/isolates.ts';

type VaultFailureKind = Extract<FailureKind, `vault-${string}`>;

/** What people call the place where their system keeps secrets. On Linux: keyring. */
const vaultNames: Record<string, string> = { darwin: 'keychain', win32: 'Credential Manager' };

/**
 * Why the system's keychain failed. Missing, locked, refusing and slow are told apart, because each needs another step from the
 * person. `platform` is `darwin`, `win32` or `linux`.
 */
export const vaultWords = {
  failure(kind: VaultFailureKind, platform: string): Failure {
    const name = vaultNames[platform] ?? 'keyring';
    switch (kind) {
      case 'vault-unavailable':
        return {
          kind,
          message: `No ${name} answers on this machine.`,
          nextStep:
            name === 'keyring'
              ? 'Install GNOME Keyring, KWallet or KeePassXC, or keep the token for this run only.'
              : 'Keep the token for this run only.',
        };
      case 'vault-missing':
        return name === 'keyring'
          ? {
              kind,
              message: 'Buoy cannot reach your keyring, because libsecret is not installed.',
              nextStep:
                'Install it (libsecret-1-0 on Debian and Ubuntu, libsecret elsewhere) and try again, or keep the token for this run only.',
            }
          : {
              kind,
              message: `Buoy cannot reach the ${name}, because a part of Buoy does not load.`,
              nextStep: 'Install Buoy again, or keep the token for this run only.',
            };
      case 'vault-locked':
        return { kind, message: `Your ${name} is locked.`, nextStep: 'Unlock it, then try again.' };
      case 'vault-refused':
        return {
          kind,
          message: `Your ${name} refused Buoy.`,
          nextStep: `Allow Buoy to use the ${name}, or keep the token for this run only.`,
        };
      case 'vault-timeout':
        return {
          kind,
          message: `Your ${name} did not answer within 5 s.`,
          nextStep: 'It may be asking for its password in another window: unlock it, then try again.',
        };
    }
  },
};

/** What helps when the vault should have been read for the key of another server, which can also be given again. */
const towardsKey: Readonly<Partial<Record<FailureKind, string>>> = {
  'vault-locked': 'Unlock it, then try again, or give the key for this run.',
  'vault-timeout':
    'It may be asking for its password in another window: unlock it, then try again, or give the key for this run.',
  'vault-refused': 'Allow Buoy to use it, then try again, or give the key for this run.',
};

/** The vault's own failure, said of the key that should have been in it. `place`: for what the key is kept. */
export const keyUnread = (failure: Failure, place: string): Failure => ({
  ...failure,
  message: `${failure.message} Buoy looked there for a key: ${isolated(place)}.`,
  nextStep: towardsKey[failure.kind] ?? 'Give the key for this run.',
});
