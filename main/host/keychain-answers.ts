import type { VaultFailureKind } from './keychain-protocol.ts';

/**
 * The keychain library tells its failures apart by text alone; these texts were seen with version 2.1.2 over GNOME Keyring
 * and libdbus, or are the systems' own. What matches none was refused for a reason that only its text tells.
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
