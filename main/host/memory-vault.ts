import { success } from '../../preload/contract/failure.ts';
import type { Vault } from '../core/ports.ts';

/** Keeps secrets in memory, for this run only. For people who turned the keychain off, and for tests. */
export function createMemoryVault(): Vault {
  const secrets = new Map<string, string>();
  return {
    async save(name, secret) {
      secrets.set(name, secret);
      return success(null);
    },
    read: async (name) => success(secrets.get(name) ?? null),
    async remove(name) {
      secrets.delete(name);
      return success(null);
    },
  };
}
