import type { VaultFailureKind } from './keychain-protocol.ts';

/**
 * The keychain library tells its failures apart by text only. These texts were seen with version 2.1.2 over GNOME Keyring and
 * libdbus, or come from the systems themselves. Any other text counts as a refusal, and the log has it.
 */
const texts: readonly [VaultFailureKind, RegExp][] = [
  ['vault-timeout', /did not receive a reply|noreply|timed? ?out/i],
  ['vault-locked', /prompt was dismissed|is ?locked|interaction is not allowed|interaction not allowed/i],
  [
    'vault-unavailable',
    /\.service files|no result found|serviceunknown|namehasnoowner|autolaunch|failed to connect|connection refused|disconnected|connection is closed|no such file or directory|failed to execute program|childexited|spawn\.|logon session|native binding|cannot find module|dlopen/i,
  ],
];

export function kindOfKeychainError(text: string): VaultFailureKind {
  return texts.find(([, pattern]) => pattern.test(text))?.[0] ?? 'vault-refused';
}
