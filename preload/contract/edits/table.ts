import { isObject, type Json, type JsonObject } from '../json.ts';
import type { EditRow } from './row.ts';

const without = (thing: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name)));

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Leaves out those of the fields that are empty: the API refuses them so, although it answers them so. */
const unlessEmpty = (thing: JsonObject, ...names: string[]): JsonObject =>
  without(thing, ...names.filter((name) => isEmpty(thing[name])));

/** A load balancer has droplets or the tag that finds them, and `size_unit` or the older `size`. */
function loadBalancer(thing: JsonObject): JsonObject {
  const unused = [...(isEmpty(thing.tag) ? [] : ['droplet_ids']), ...(isEmpty(thing.size_unit) ? [] : ['size'])];
  const rules = Array.isArray(thing.forwarding_rules) ? thing.forwarding_rules : [];
  const kept = unlessEmpty(without(thing, 'algorithm', ...unused), 'tag', 'domains', 'target_load_balancer_ids');
  const forwarding_rules = rules.map((rule) => (isObject(rule) ? unlessEmpty(rule, 'certificate_id') : rule));
  return { ...(thing.type === 'GLOBAL' ? kept : without(kept, 'glb_settings')), forwarding_rules };
}

/** The other router's number is `peer_asn` in the read and `peer_router_asn` in the write. */
const partnerAttachment = (thing: JsonObject): JsonObject =>
  isObject(thing.bgp) ? { ...thing, bgp: { ...thing.bgp, peer_router_asn: thing.bgp.peer_asn ?? null } } : thing;

const kafkaTopic = (thing: JsonObject): JsonObject =>
  Array.isArray(thing.partitions) ? { ...thing, partition_count: thing.partitions.length } : thing;

const cluster = 'databases_get_cluster';

/**
 * Reviewed by hand: what the catalogue does not tell about updates. Every PUT and PATCH that is not here is read at its own path
 * and sent as `Sending` says; a test opens each on the demo account, changes one thing and sends it. A text instead of a row says
 * why the operation edits nothing that could be read before.
 */
export const editTable: Readonly<Record<string, EditRow | string>> = {
  sshKeys_update: { sending: 'part' },
  addons_patch: { always: ['name'] },
  addons_patch_plan: { read: 'addons_get', always: ['plan_slug'] },
  apps_update: { sending: 'part', orders: ['update_all_source_versions'] },
  apps_assign_alertDestinations: { read: 'apps_list_alerts', find: ['alerts', 'id', 'alert_id'], sending: 'part' },
  cdn_update_endpoints: { adapt: (thing) => unlessEmpty(thing, 'certificate_id', 'custom_domain') },
  images_update: { sending: 'part' },

  databases_patch_config: { inside: 'config' },
  databases_update_region: { read: cluster, sending: 'part' },
  databases_update_clusterSize: { read: cluster, sending: 'part' },
  databases_update_maintenanceWindow: { read: cluster, at: 'database.maintenance_window' },
  databases_update_major_version: { read: cluster, sending: 'part' },
  databases_update_user: { sending: 'part' },
  databases_update_do_settings: { sending: 'part' },
  databases_update_kafka_topic: { adapt: kafkaTopic },
  databases_update_kafka_schema_subject_config: { sending: 'part' },
  databases_update_logsink: { sending: 'part' },
  databases_update_cluster_metrics_credentials: { at: 'credentials' },
  databases_install_update: 'It starts an update and takes no values.',
  databases_promote_replica: 'It makes a replica a cluster of its own and takes no values.',
  databases_update_onlineMigration: 'It starts a migration from another server, whose address and password no read tells.',

  domains_patch_record: { always: ['type'] },
  firewalls_update: { hiddenWithout: { droplet_ids: 'droplets_list', tags: 'tags_list' } },
  loadBalancers_update: {
    adapt: loadBalancer,
    hiddenWithout: { droplet_ids: 'droplets_list', vpc_uuid: 'vpcs_list', project_id: 'projects_list' },
  },
  autoscalepools_update: {
    hiddenWithout: {
      'droplet_template.ssh_keys': 'sshKeys_list',
      'droplet_template.tags': 'tags_list',
      'droplet_template.vpc_uuid': 'vpcs_list',
      'droplet_template.project_id': 'projects_list',
    },
  },
  vpcnatgateways_update: { untold: ['vpcs.default_gateway'], hiddenWithout: { vpcs: 'vpcs_list' } },
  vpcs_patch_peerings: { read: 'vpcPeerings_get', always: ['name'] },
  vpcPeerings_patch: { always: ['name'] },
  partnerAttachments_patch: { adapt: partnerAttachment, untold: ['bgp.auth_key'] },
  byoipPrefixes_patch: { from: { advertise: 'advertised' } },

  kubernetes_update_cluster: { hiddenWithout: { tags: 'tags_list' } },
  kubernetes_update_nodePool: { adapt: (thing) => without(thing, 'size'), hiddenWithout: { tags: 'tags_list' } },
  registries_update_garbageCollection: 'It cancels a collection that runs.',
  registry_update_garbageCollection: 'It cancels a collection that runs.',
  functions_update_trigger: { sending: 'part' },
  functionsAccessKey_update: { read: 'functionsAccessKey_list', find: ['access_keys', 'id', 'key_id'], sending: 'part' },

  monitoring_update_alertPolicy: { adapt: (thing) => without(thing, 'uuid') },
  security_update_settings_plan: { read: 'security_list_settings', at: '', sending: 'part' },
  spacesKey_update: { find: ['keys', 'access_key', 'access_key'] },
  spacesKey_patch: { find: ['keys', 'access_key', 'access_key'] },
  dedicatedInferences_patch: { sending: 'part' },
  vectorDatabases_update: { sending: 'part', hiddenWithout: { project_id: 'projects_list' } },
  vectorDatabases_update_tags: { read: 'vectorDatabases_get', sending: 'part', hiddenWithout: { tags: 'tags_list' } },

  genai_update_agent: {
    sending: 'changes',
    from: {
      anthropic_key_uuid: 'anthropic_api_key.uuid',
      model_provider_key_uuid: 'model_provider_key.uuid',
      model_router_uuid: 'model_router.uuid',
      model_uuid: 'model.uuid',
      open_ai_key_uuid: 'openai_api_key.uuid',
    },
  },
  genai_update_agent_api_key: {
    read: 'genai_list_agent_api_keys',
    find: ['api_key_infos', 'uuid', 'api_key_uuid'],
    sending: 'part',
  },
  genai_update_agent_deployment_visibility: {
    read: 'genai_get_agent',
    sending: 'part',
    from: { visibility: 'deployment.visibility' },
  },
  genai_update_agent_function: {
    read: 'genai_get_agent',
    find: ['agent.functions', 'uuid', 'function_uuid'],
    sending: 'part',
    from: { function_name: 'name' },
  },
  genai_update_attached_agent: {
    read: 'genai_get_agent_children',
    find: ['children', 'uuid', 'child_agent_uuid'],
    sending: 'part',
    from: { uuid: 'route_uuid' },
  },
  genai_update_anthropic_api_key: { sending: 'changes' },
  genai_update_openai_api_key: { sending: 'changes' },
  genai_update_model_api_key: {
    read: 'genai_list_model_api_keys',
    find: ['api_key_infos', 'uuid', 'api_key_uuid'],
    sending: 'part',
  },
  genai_update_custom_model_metadata: { read: 'genai_get_custom_model' },
  genai_update_custom_evaluation_metric: {
    read: 'genai_list_evaluation_metrics',
    find: ['metrics', 'metric_uuid', 'metric_uuid'],
    sending: 'part',
    from: { config: 'custom_eval_config' },
  },
  genai_update_evaluation_test_case: {
    sending: 'part',
    adapt: (thing) => ({ ...thing, metrics: { metric_uuids: uuidsOf(thing.metrics) } }),
  },
  genai_update_knowledge_base: { at: 'knowledge_base', hiddenWithout: { project_id: 'projects_list' } },
  genai_update_knowledge_base_data_source: {
    read: 'genai_list_knowledge_base_data_sources',
    find: ['knowledge_base_data_sources', 'uuid', 'data_source_uuid'],
    sending: 'part',
  },
  genai_update_model_evaluation_run: { at: 'run' },
  genai_update_model_router: {
    // The published body takes objects where the read tells names, so the fallbacks that stay are not sent back.
    sending: 'changes',
    from: { fallback_models: 'config.fallback_models', policies: 'config.policies' },
  },
  genai_cancel_indexing_job: 'It cancels a job that runs.',
  genai_cancel_model_evaluation_run: 'It cancels a run.',
  genai_regenerate_agent_api_key: 'It makes a new key and takes no values.',
  genai_regenerate_model_api_key: 'It makes a new key and takes no values.',
  genai_rollback_to_agent_version: 'It goes back to a version, which is chosen among those of the agent.',
  genai_update_agents_workspace: 'It moves the agents that it names into a workspace and leaves the others where they are.',
  inference_upload_batch_file: 'It uploads a file.',
};

function uuidsOf(metrics: Json | undefined): Json[] {
  if (!Array.isArray(metrics)) return [];
  return metrics.flatMap((one) => (isObject(one) && typeof one.metric_uuid === 'string' ? [one.metric_uuid] : []));
}
