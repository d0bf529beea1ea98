import type { Failure } from '../../../preload/contract/failure.ts';
import { getDroplet } from '../digitalocean/resources/droplets.ts';
import { commandWords } from '../words/commands.ts';
import type { CommandContext } from './context.ts';
import type { Target } from './targets.ts';

/**
 * Why an action has to wait for DigitalOcean, which locks a droplet while it works on it itself: a `busy` failure. `null`: the
 * droplet is not locked. A lock that was read up to a minute ago may be gone, so the droplet is read again before anybody is
 * refused. When that fails, DigitalOcean decides.
 */
export async function lockedWith(context: CommandContext, { connectionId, droplet }: Target): Promise<Failure | null> {
  const known = context.state().connections.get(connectionId)?.droplets.get(droplet.id);
  if (!known?.isLocked) return null;
  const api = context.api(connectionId);
  const read = api.ok ? await getDroplet(api.value, droplet.id) : api;
  if (!read.ok) return null;
  const atMs = context.clock.now();
  context.dispatch({ type: 'droplet-fetched', connectionId, dropletId: droplet.id, droplet: read.value, atMs });
  return read.value.isLocked ? { kind: 'busy', ...commandWords.locked(droplet.name) } : null;
}
