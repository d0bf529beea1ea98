import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { labelOf } from '../names/connection-label.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { connectionWords } from '../words/connections.ts';
import type { Live, OpenLive } from './live.ts';
import type { Lives } from './lives.ts';
import { probe } from './probe.ts';
import { checkTokenShape } from './token-shape.ts';

/** A token that works. */
export interface CheckedToken {
  token: string;
  /** Opened for the check. The caller must either use it for the connection or close it. */
  live: Live;
  /** `null`: the token has no right to read it. */
  account: ConnectionState['account'];
}

/**
 * Checks a pasted token: its form, that no other connection uses it, and that DigitalOcean accepts it, which costs one or two
 * requests. Saves nothing. `except` is the connection whose token is being replaced; it may hold this token already.
 */
export async function checkToken(
  pasted: string,
  except: string | null,
  { lives, state, open }: { lives: Lives; state(): State; open: OpenLive },
): Promise<Outcome<CheckedToken>> {
  const shape = checkTokenShape(pasted);
  if (!shape.ok) return shape;
  for (const id of lives.usersOf(shape.value)) {
    const known = state().connections.get(id);
    if (id !== except && known) return failed(already(labelOf(known)));
  }
  const live = open(shape.value, null);
  const probed = await probe(live.api);
  if (probed.ok) return success({ token: shape.value, live, account: probed.value.account });
  await live.close();
  return probed;
}

const already = (label: string): Failure => ({ kind: 'conflict', ...connectionWords.alreadyConnected(label), field: 'token' });
