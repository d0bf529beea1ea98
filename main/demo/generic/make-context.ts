import type { MakeContext } from '../schema/believable.ts';
import { regionOr } from '../seeds/regions.ts';
import type { Random } from '../world/random.ts';
import { textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';

/** The collection that a property's name refers to, and the property that identifies its things. */
const pointers: readonly [RegExp, table: string, property: string][] = [
  [/^(vpc_uuid|vpc_id|private_network_uuid)s?$/, '/v2/vpcs', 'id'],
  [/^droplet(_id)?s?$/, '/v2/droplets', 'id'],
  [/^project(_id)?s?$/, '/v2/projects', 'id'],
  [/^volume(_id)?s?$/, '/v2/volumes', 'id'],
  [/^(custom_)?certificate_id$/, '/v2/certificates', 'id'],
  [/^(database_cluster_uuid|cluster_uuid)$/, '/v2/databases', 'id'],
  [/^cluster_ids?$/, '/v2/kubernetes/clusters', 'id'],
  [/^app_ids?$/, '/v2/apps', 'id'],
  [/^registry(_name)?$/, '/v2/registries', 'name'],
  [/^(lb_id|load_balancer_ids?|load_balancer_uids?)$/, '/v2/load_balancers', 'id'],
  [/^firewall_ids?$/, '/v2/firewalls', 'id'],
  [/^(ssh_keys?|ssh_key_ids?)$/, '/v2/account/keys', 'fingerprint'],
  [/^knowledge_base_(uuid|id)s?$/, '/v2/gen-ai/knowledge_bases', 'uuid'],
  [/^agent_(uuid|id)s?$/, '/v2/gen-ai/agents', 'uuid'],
  [/^workspace_uuid$/, '/v2/gen-ai/workspaces', 'uuid'],
  [/^(model_uuid|embedding_model_uuid|model_id)$/, '/v2/gen-ai/models', 'uuid'],
  [/^share_id$/, '/v2/nfs', 'id'],
];

/** What an invented thing of a team may use: its references point to things that the team really has. */
export function makeContextOf(team: Team, random: Random, nowMs: number, noun: string): MakeContext {
  return {
    random,
    nowMs,
    noun,
    reference(name, kind) {
      if (kind === 'thing') return name === 'region' ? regionOr(random.pick(['fra1', 'ams3', 'nyc3'])) : undefined;
      const pointer = pointers.find(([pattern]) => pattern.test(name));
      if (!pointer) return undefined;
      const [, path, property] = pointer;
      const rows = team.table(path).list();
      if (kind === 'list') return rows.slice(0, 2).map((row) => row[property]);
      if (rows.length === 0) return undefined;
      const value = random.pick(rows)[property];
      return kind === 'number' ? (typeof value === 'number' ? value : undefined) : textOf({ value }, 'value');
    },
  };
}
