import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import { listAs } from './typed-calls.ts';
import { identifier, record, string, strings } from './wire-values.ts';

/** What an alert policy may be about besides droplets, as far as Buoy needs to know it to watch it. */
export interface WatchedThing {
  id: string;
  name: string;
  tags: string[];
  /** Of a database cluster, such as `mysql`; `null` for other things. */
  engine: string | null;
}

function parseWatchedThing(raw: unknown): WatchedThing | undefined {
  const wire = record(raw);
  const id = identifier(wire?.id);
  if (!wire || id === null) return undefined;
  return { id, name: string(wire.name) || id, tags: strings(wire.tags), engine: string(wire.engine) };
}

/** The family of each kind of thing, by the operation that lists it. */
export const watchedFamilies = {
  'load-balancer': 'loadBalancers_list',
  database: 'databases_list_clusters',
  'autoscale-pool': 'autoscalepools_list',
} as const;

/** Every load balancer, database cluster or autoscale pool of the team. Complete or a failure. */
export function listWatchedThings(
  api: Api,
  kind: keyof typeof watchedFamilies,
  options: CallOptions = {},
): Promise<Outcome<WatchedThing[]>> {
  return listAs(api, watchedFamilies[kind], { options, parse: parseWatchedThing });
}
