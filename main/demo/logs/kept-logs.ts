import { randomOf } from '../world/random.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';

/** The types of logs in the API's words. */
export type LogType = 'BUILD' | 'DEPLOY' | 'RUN' | 'RUN_RESTARTED' | 'UNSPECIFIED' | 'AUTOSCALE_EVENT' | 'JOB_INVOCATION';

/** A log that somebody asked for. */
export interface AskedLog {
  team: Team;
  appId: string;
  appName: string;
  type: LogType;
  components: readonly string[];
  deploymentId: string | null;
  runId: string | null;
}

/** An address works so long. */
const validMs = 900_000;

/** The logs that were asked for, by the token in their address. */
const asked = new WeakMap<World, Map<string, { log: AskedLog; untilMs: number }>>();

/** An address for a log, as the API gives them out: whoever has it may read the log for a while. */
export function addressFor(world: World, log: AskedLog, kind: 'live' | 'kept'): string {
  const known = asked.get(world) ?? new Map();
  asked.set(world, known);
  const token = randomOf(world.seed, 'log', world.nextId()).hex(48);
  known.set(token, { log, untilMs: world.now() + validMs });
  return `${world.baseUrl()}/logs/${kind}?token=${token}`;
}

/** The log behind an address; `null`: nobody asked for it, or it has expired. */
export function logAt(world: World, url: string): AskedLog | null {
  const token = new URLSearchParams(url.split('?')[1] ?? '').get('token') ?? '';
  const found = asked.get(world)?.get(token);
  return found && found.untilMs > world.now() ? found.log : null;
}
