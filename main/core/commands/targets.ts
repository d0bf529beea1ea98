import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { titleOf } from '../names/action-title.ts';
import { labelOf } from '../names/connection-label.ts';
import { splitDropletKey } from '../names/droplet-key.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { actionTitle } from '../words/actions.ts';
import { commandWords } from '../words/commands.ts';

/** A droplet that a command is about. */
export interface Target {
  /** As `dropletKey` makes it. */
  key: string;
  connectionId: string;
  /** The connection's label, for questions. */
  team: string;
  droplet: Droplet;
}

/** The droplet that a key names; `not-found` when the connection or the droplet is gone. */
export function findTarget(state: State, key: string): Outcome<Target> {
  const { connectionId, dropletId } = splitDropletKey(key);
  const connection = state.connections.get(connectionId);
  const droplet = connection?.droplets.get(dropletId);
  if (!connection || !droplet) return failed({ kind: 'not-found', ...commandWords.unknownDroplet(key) });
  return success({ key, connectionId, team: labelOf(connection), droplet });
}

/**
 * Why a new action on the droplet has to wait: a `busy` failure that names what runs or was just sent, by this or another
 * connection of the same team. `null`: nothing does. DigitalOcean runs one action at a time on a droplet.
 */
export function busyWith(state: State, { connectionId, droplet }: Target): Failure | null {
  const own = state.connections.get(connectionId);
  if (!own) return null;
  const ofDroplet = [...state.connections.values()].filter((one) => one === own || mayShareDroplets(one, own));
  for (const connection of ofDroplet) {
    const running = connection.actions.get(connection.runningOn.get(droplet.id) ?? '');
    if (running) return { kind: 'busy', ...commandWords.busy(droplet.name, titleOf(running)) };
  }
  for (const { pending } of ofDroplet) {
    const sent = pending.get(droplet.id);
    if (!sent) continue;
    const first = actionTitle({ type: sent.type, status: 'in-progress', name: droplet.name, value: sent.value });
    return { kind: 'busy', ...commandWords.busy(droplet.name, first) };
  }
  return null;
}

/** Whether the same droplet may be in both. Ids are unique in DigitalOcean, but the demo account has its own. */
function mayShareDroplets(one: ConnectionState, other: ConnectionState): boolean {
  const [team, otherTeam] = [one.account?.team?.uuid, other.account?.team?.uuid];
  return one.isDemo === other.isDemo && (team === undefined || otherTeam === undefined || team === otherTeam);
}
