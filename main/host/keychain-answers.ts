import type { VaultFailureKind } from './keychain-protocol.ts';

/**
 * keytar tells its failures apart by text only. The texts of Linux were seen with version 7.10.6 over GNOME Keyring, GLib and
 * D-Bus's two daemons; the others come from the systems themselves. Any other text counts as a refusal, and the log has it.
 */
const texts: readonly [VaultFailureKind, RegExp][] = [
  // The addon does not load: on Linux because libsecret is not installed.
  ['vault-missing', /libsecret|native addon/i],
  ['vault-timeout', /timed? ?out/i],
  ['vault-locked', /locked collection|is ?locked|prompt was dismissed|interaction is not allowed/i],
  [
    'vault-unavailable',
    /\.service files|not activatable|could not activate|failed to execute|spawn|autolaunch|could not connect|connection is closed|connection reset|disconnected|object does not exist|session wrapping|keychain could not be found|logon session/i,
  ],
];

export function kindOfKeychainError(text: string): VaultFailureKind {
  return texts.find(([, pattern]) => pattern.test(text))?.[0] ?? 'vault-refused';
}
