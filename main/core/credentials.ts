import type { CoreCalls } from '../../preload/contract/bridge.ts';
import { failed, type Outcome, success } from '../../preload/contract/failure.ts';
import { cleanToken, keyProblem, tokenFacts } from '../../preload/contract/token-shape.ts';
import type { Vault } from './ports.ts';
import { keyShapeWords } from './words/connections.ts';
import { operationWords } from './words/operations.ts';
import { keyUnread } from './words/vault.ts';

/** One vault entry holds all of them by name, because a vault cannot list what it holds. */
const vaultName = 'credentials';

/** Keys for servers that never get the account token, such as inference and agent keys. The page only sees their names. */
export interface Credentials {
  calls: Pick<CoreCalls, 'listCredentials' | 'saveCredential' | 'removeCredential'>;
  /** The secret of that name. Fails with `secret-lost` when there is none, or with the vault's own failure. */
  secret(name: string): Promise<Outcome<string>>;
  /**
   * The key for a place: the one that was given in this session, else the one that is saved under its name. `null`: neither. Fails
   * when the vault cannot be read: then nobody knows whether it has one.
   */
  keyOf(place: string): Promise<Outcome<string | null>>;
  /** Keeps the key of a place until Buoy ends, and in the vault with `isSaved`. */
  keep(place: string, secret: string, isSaved: boolean): Promise<Outcome<null>>;
}

/** Creates the credentials over a vault. Each call reads it; only keys that were given for this session are kept in memory. */
export function createCredentials(vault: Vault): Credentials {
  /** The last change. The next one waits for it, because each reads, edits and writes the same entry. */
  let last: Promise<unknown> = Promise.resolve();
  const ofSession = new Map<string, string>();

  async function readAll(): Promise<Outcome<Map<string, string>>> {
    const read = await vault.read(vaultName);
    if (!read.ok) return read;
    return success(read.value === null ? new Map() : parse(read.value));
  }

  function change(edit: (secrets: Map<string, string>) => void): Promise<Outcome<null>> {
    const run = async (): Promise<Outcome<null>> => {
      const secrets = await readAll();
      if (!secrets.ok) return secrets;
      edit(secrets.value);
      if (secrets.value.size === 0) return vault.remove(vaultName);
      return vault.save(vaultName, JSON.stringify(Object.fromEntries(secrets.value)));
    };
    // Also after a change that failed: one failure must not block the changes after it.
    const result = last.then(run, run);
    last = result;
    return result;
  }

  return {
    calls: {
      async listCredentials() {
        const secrets = await readAll();
        return secrets.ok ? success([...secrets.value.keys()].sort((one, other) => one.localeCompare(other))) : secrets;
      },
      async saveCredential({ name, secret }) {
        const key = cleanToken(secret);
        const problem = keyProblem(key);
        if (problem !== null) {
          return failed({ kind: 'invalid-arguments', ...keyShapeWords[problem](tokenFacts(key)), field: 'secret' });
        }
        ofSession.delete(name);
        return change((secrets) => void secrets.set(name, key));
      },
      removeCredential({ name }) {
        ofSession.delete(name);
        return change((secrets) => void secrets.delete(name));
      },
    },
    async secret(name) {
      const secrets = await readAll();
      if (!secrets.ok) return secrets;
      const secret = secrets.value.get(name);
      return secret === undefined ? failed(operationWords.noCredential(name)) : success(secret);
    },
    async keyOf(place) {
      const given = ofSession.get(place);
      if (given !== undefined) return success(given);
      const secrets = await readAll();
      return secrets.ok ? success(secrets.value.get(place) ?? null) : failed(keyUnread(secrets.failure, place));
    },
    async keep(place, secret, isSaved) {
      ofSession.set(place, secret);
      return isSaved ? change((secrets) => void secrets.set(place, secret)) : success(null);
    },
  };
}

function parse(text: string): Map<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    // Only Buoy writes this entry. Anything else in it is useless here, and the next key that is saved replaces it.
    return new Map();
  }
}
