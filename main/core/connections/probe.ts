import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { type Account, getAccount } from '../digitalocean/resources/account.ts';
import { connectionWords } from '../words/connections.ts';

/** A person waits for this. */
const deadlineMs = 20_000;

/**
 * Asks DigitalOcean once whether a token works. `account` is null where it does but may not read the account: custom scopes
 * without account:read, of which droplet:read is enough to be of use.
 */
export async function probe(api: Api): Promise<Outcome<{ account: Account | null }>> {
  const account = await getAccount(api, { lane: 'command', deadlineMs });
  if (account.ok) return success({ account: account.value });
  if (account.failure.kind !== 'forbidden') return failed(inContext(account.failure));
  const droplets = await api.call('droplets_list', { query: { per_page: 1 } }, { lane: 'command', deadlineMs });
  return droplets.ok ? success({ account: null }) : failed(inContext(droplets.failure));
}

/** The same failure, said of the token that was pasted. */
function inContext(failure: Failure): Failure {
  switch (failure.kind) {
    case 'unauthorized':
      return { ...failure, ...connectionWords.refused };
    case 'forbidden':
      return { ...failure, ...connectionWords.forbidden };
    case 'network':
    case 'timeout':
      return { ...failure, ...connectionWords.noNetwork };
    default:
      return { ...failure, ...connectionWords.notChecked(failure.message) };
  }
}
