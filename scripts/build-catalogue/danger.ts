import type { DangerLevel, HttpMethod } from '../../main/core/digitalocean/catalogue/types.ts';
import { dangerByBody } from './danger-by-body.ts';

/*
 * How dangerous each operation is. The rule: a GET is safe, a DELETE is destructive, everything else is normal. The tables
 * list every operation for which the rule is wrong. Each was judged by what happens to a running service, and by whether one
 * call can undo it: what does not come back is destructive. All 659 were gone over on 2026-11-26. One-way changes that lose no
 * data, such as a new major version, are disruptive. A test refuses ids that the specification does not have.
 */

/** POSTs that only compute or look something up. They may be repeated like a GET. */
export const readingPosts = new Set([
  'apps_validate_appSpec',
  'apps_validate_rollback',
  'apps_list_metrics_bandwidth_daily',
  'registries_validate_name',
  'registry_validate_name',
]);

/** Grouped, so that each reason is written once. */
const groups: { level: DangerLevel; because: string; ids: string[] }[] = [
  {
    level: 'destructive',
    because: 'removes for good although it is not a DELETE',
    ids: [
      'droplets_destroy_retryWithAssociatedResources',
      // Untagged manifests and blobs are deleted, and the registry is read-only meanwhile.
      'registries_run_garbageCollection',
      'registry_run_garbageCollection',
      // Everything written since the backup is lost.
      'vectorDatabases_post_restore_backup',
    ],
  },
  {
    level: 'disruptive',
    because: 'a DELETE that ends a membership or a relation: both sides stay and can be joined again',
    ids: [
      'firewalls_delete_droplets',
      'firewalls_delete_tags',
      'firewalls_delete_rules',
      'loadBalancers_remove_droplets',
      'loadBalancers_remove_forwardingRules',
      'tags_unassign_resources',
      'kubernetes_remove_registry',
      'kubernetes_remove_registries',
      'genai_detach_agent',
      'genai_detach_agent_function',
      'genai_detach_agent_guardrail',
      'genai_detach_knowledge_base',
    ],
  },
  {
    level: 'disruptive',
    because: 'a DELETE that empties a cache or stops work: nothing kept is lost',
    ids: ['cdn_purge_cache', 'loadBalancers_delete_cache', 'databases_delete_onlineMigration'],
  },
  {
    level: 'disruptive',
    because: 'ends work in flight, which has to start again',
    ids: [
      'apps_cancel_deployment',
      'apps_cancel_job_invocation',
      'apps_cancel_event',
      'genai_cancel_indexing_job',
      'genai_cancel_model_evaluation_run',
      'inference_cancel_batch',
      'registries_update_garbageCollection',
      'registry_update_garbageCollection',
    ],
  },
  {
    level: 'disruptive',
    because: 'the old key or password stops working',
    ids: [
      'databases_reset_auth',
      'databases_update_cluster_metrics_credentials',
      'partnerAttachments_create_service_key',
      'genai_regenerate_agent_api_key',
      'genai_regenerate_model_api_key',
      'genai_update_anthropic_api_key',
      'genai_update_openai_api_key',
    ],
  },
  {
    level: 'disruptive',
    because: 'restarts, replaces, moves or fails over what is running',
    ids: [
      'apps_restart',
      'apps_create_rollback',
      'apps_commit_rollback',
      'apps_revert_rollback',
      'databases_patch_config',
      'databases_update_clusterSize',
      'databases_update_region',
      'databases_update_major_version',
      'databases_install_update',
      'databases_promote_replica',
      'databases_update_do_settings',
      'databases_update_onlineMigration',
      'kubernetes_upgrade_cluster',
      'kubernetes_recycle_node_pool',
      'vectorDatabases_post_resize',
      'genai_rollback_to_agent_version',
    ],
  },
  {
    level: 'disruptive',
    because: 'replaces a whole set: what is left out of the body stops serving, being reachable or running',
    ids: [
      'apps_update',
      'firewalls_update',
      'loadBalancers_update',
      'databases_update_firewall_rules',
      'kubernetes_update_nodePool',
      'autoscalepools_update',
      'dedicatedInferences_patch',
      'vpcnatgateways_update',
      'partnerAttachments_patch',
    ],
  },
  {
    level: 'disruptive',
    because: 'only what the rules allow reaches the droplets from then on',
    ids: ['firewalls_assign_droplets', 'firewalls_add_tags'],
  },
  {
    level: 'disruptive',
    because: 'lets the engine drop data by itself: keys under pressure, or messages after a shorter time',
    ids: ['databases_update_evictionPolicy', 'databases_update_kafka_topic'],
  },
  {
    level: 'disruptive',
    because: 'changes who can reach or own it',
    ids: [
      'byoipPrefixes_patch',
      'databases_update_user',
      'genai_update_agent_deployment_visibility',
      'images_post_account_transfer_create',
    ],
  },
];

/** Levels by operationId, for operations that do not follow the rule. */
export const dangerOverrides: ReadonlyMap<string, DangerLevel> = new Map(
  groups.flatMap(({ level, ids }) => ids.map((id): [string, DangerLevel] => [id, level])),
);

const byRank: DangerLevel[] = ['safe', 'normal', 'disruptive', 'destructive'];

function worstOf(levels: DangerLevel[]): DangerLevel {
  return byRank[Math.max(...levels.map((level) => byRank.indexOf(level)))] ?? 'destructive';
}

/** The level of an operation: its body table's worst, its own entry, or the rule by method. */
export function judgeDanger(id: string, method: HttpMethod): DangerLevel {
  const body = dangerByBody.get(id);
  if (body) return worstOf(Object.values(body.levels));
  if (readingPosts.has(id)) return 'safe';
  const override = dangerOverrides.get(id);
  if (override) return override;
  switch (method) {
    case 'GET':
      return 'safe';
    case 'DELETE':
      return 'destructive';
    case 'POST':
    case 'PUT':
    case 'PATCH':
      return 'normal';
  }
}
