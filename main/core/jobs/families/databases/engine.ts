import type { JobChoice } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { option } from '../../fields.ts';
import type { Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

/** Engines by what they have. The advanced editions have what their plain ones have. */
const having = {
  users: ['pg', 'mysql', 'mongodb', 'kafka', 'opensearch'],
  databases: ['pg', 'mysql', 'mongodb'],
  pools: ['pg'],
  replicas: ['pg', 'mysql'],
  backups: ['pg', 'mysql', 'mongodb'],
  eviction: ['valkey', 'redis'],
  sqlModes: ['mysql'],
  topics: ['kafka'],
  import: ['pg', 'mysql', 'valkey', 'redis'],
} as const satisfies Record<string, readonly string[]>;

const engineNames: Record<string, string> = {
  pg: 'PostgreSQL',
  mysql: 'MySQL',
  valkey: 'Valkey',
  redis: 'Redis',
  mongodb: 'MongoDB',
  kafka: 'Kafka',
  opensearch: 'OpenSearch',
};

/** The engine without its edition. */
export const engineOf = (row: JsonObject): string => textAt(row, 'engine').replace(/^advanced_/, '');
export const engineName = (row: JsonObject): string => engineNames[engineOf(row)] ?? textAt(row, 'engine');
export const has =
  (what: keyof typeof having) =>
  ({ row }: Thing): boolean =>
    (having[what] as readonly string[]).includes(engineOf(row));

export const clusterPath = (thing: Thing) => ({ database_cluster_uuid: thing.id });

/** The cluster in which a user, a pool or a rule lies. */
export const parentPath = ({ parent }: Thing) => ({ database_cluster_uuid: parent.database_cluster_uuid ?? '' });

export const whyNotOnline = ({ row }: Thing): string | null =>
  textAt(row, 'status') === 'online' ? null : 'It is being changed; wait until it is online.';

/** The cluster in the answer of `databases_get_cluster`. */
export const clusterIn = (body: Json | undefined): JsonObject => (isObject(body) ? objectAt(body, 'database') : {});

/** What the API offers for an engine: regions, versions and sizes, of the answer of `databases_list_options`. */
export const offeredFor = (options: Json, row: JsonObject): JsonObject =>
  isObject(options) ? objectAt(objectAt(options, 'options'), textAt(row, 'engine')) : {};

/** "2 vCPU, 4 GB" for `db-s-2vcpu-4gb`; slugs of another form stay as they are. */
export function sizeWords(slug: string): string {
  const parts = powerOf(slug);
  return parts ? `${parts.cpus} vCPU, ${parts.gigabytes} GB` : slug;
}

function powerOf(slug: string): { cpus: number; gigabytes: number } | null {
  const found = /(\d+)vcpu-(\d+)gb/.exec(slug);
  return found ? { cpus: Number(found[1]), gigabytes: Number(found[2]) } : null;
}

/** Sizes with so many nodes, without those that are smaller: a cluster does not shrink. */
export function sizesFrom(offered: JsonObject, nodes: number, now: string): JobChoice[] {
  const layout = listAt(offered, 'layouts').find((one) => isObject(one) && one.num_nodes === nodes);
  const least = powerOf(now);
  return listAt(isObject(layout) ? layout : {}, 'sizes')
    .map(String)
    .filter((slug) => {
      const power = powerOf(slug);
      return !power || !least || (power.cpus >= least.cpus && power.gigabytes >= least.gigabytes);
    })
    .map((slug) => option(slug, sizeWords(slug), slug === now ? `${slug}, now` : slug));
}

/** Above zero if the first version is the newer one. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one.split('.').map(Number), other.split('.').map(Number)];
  const at = first.findIndex((part, nth) => part !== (second[nth] ?? 0));
  return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
}
