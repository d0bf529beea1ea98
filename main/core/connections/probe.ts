import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { type Account, getAccount } from '../digitalocean/resources/account.ts';
import { connectionWords } from '../words/connections.ts';

/** Far less than the 120 s of other commands, because a person waits for the result. */
const deadlineMs = 20_000;

/**
 * Asks DigitalOcean whether a token works, in one or two requests. No operation tells what a token may do, so Buoy tries to
 * read the account, and without account:read the droplets: those alone make the connection useful. `account` is then null.
 */
export async function probe(api: Api): Promise<Outcome<{ account: Account | null }>> {
  const account = await getAccount(api, { lane: 'command', deadlineMs });
  if (account.ok) return success({ account: account.value });
  if (account.failure.kind !== 'forbidden') return failed(inContext(account.failure));
  const droplets = await api.call('droplets_list', { query: { per_page: 1 } }, { lane: 'command', deadlineMs });
  return droplets.ok ? success({ account: null }) : failed(inContext(droplets.failure));
}

/** The same failure, worded for a person who has just pasted the token. */
function inContext(failure: Failure): Failure {
  switch (failure.kind) {
    case 'unauthorized':
      return { ...failure, ...connectionWords.refused };
    case 'forbidden':
      return { ...failure, ...connectionWords.forbidden };
    default:
      return { ...failure, ...connectionWords.notChecked(failure) };
  }
}
