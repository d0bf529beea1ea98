import type { DropletRow } from '../../../preload/contract/view.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { isOpen, isRequest } from '../state/expectations.ts';
import type { ConnectionState } from '../state/state.ts';
import { conditionWhile } from '../words/actions.ts';
import { conditionWords } from '../words/droplets.ts';

/** The parts of a droplet's row that say how it is. */
export type Condition = Pick<DropletRow, 'condition' | 'conditionText' | 'downSinceMs' | 'actionKey' | 'status'>;

/**
 * How a droplet is, for people: first what runs on it, then whether it is down, then its status. Right after an action the
 * status is the one that the action should have led to, because the API may lag; after a shutdown it is stopping. `connection`
 * must be the droplet's own.
 */
export function conditionOf(connection: ConnectionState, droplet: Droplet): Condition {
  const actionKey = connection.runningOn.get(droplet.id) ?? null;
  const expected = connection.expectations.get(droplet.id);
  const expectedBy = expected && connection.actions.get(expected.actionKey)?.type;
  // A droplet that was told to stop runs until it is seen off.
  const isStopping = expected !== undefined && isOpen(expected) && expectedBy !== undefined && isRequest(expectedBy);
  const status = isStopping ? droplet.status : (expected?.status ?? droplet.status);
  const plain = { downSinceMs: null, actionKey, status };
  const runsNow = actionKey === null ? connection.pending.get(droplet.id)?.type : connection.actions.get(actionKey)?.type;
  const runningType = runsNow ?? (isStopping ? expectedBy : undefined);
  if (runningType !== undefined) return { ...plain, condition: 'running', conditionText: conditionWhile(runningType) };
  const downSinceMs = connection.downs.get(droplet.id);
  if (downSinceMs !== undefined) return { ...plain, condition: 'down', conditionText: conditionWords.down, downSinceMs };
  return { ...plain, ...byStatus(status, droplet.statusRaw) };
}

function byStatus(status: DropletRow['status'], raw: string): Pick<Condition, 'condition' | 'conditionText'> {
  switch (status) {
    case 'active':
      return { condition: 'active', conditionText: conditionWords.active };
    case 'off':
      return { condition: 'off', conditionText: conditionWords.off };
    case 'new':
      return { condition: 'starting', conditionText: conditionWords.starting };
    case 'archive':
      return { condition: 'archived', conditionText: conditionWords.archived };
    case 'unknown':
      return { condition: 'unknown', conditionText: conditionWords.unknown(raw) };
    default:
      return status satisfies never;
  }
}
