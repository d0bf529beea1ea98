import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../main/core/digitalocean/catalogue/load.ts';
import { jobWords } from '../../main/core/words/jobs.ts';
import { type Edit, editOf, readPath } from '../../preload/contract/edits/edit.ts';
import { readEdit } from '../../preload/contract/edits/read.ts';
import { type EditStart, startOf } from '../../preload/contract/edits/start.ts';
import { failed, success } from '../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../preload/contract/json.ts';
import { type AskedDemo, demoForTest } from './asking.ts';

/*
 * What updates of existing things leave out of what was read, what they keep, and what they refuse to send. Every kind of update
 * that a job makes has its row.
 */

const index = await loadIndex();

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest();
});
afterAll(() => demo.close());

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

interface Read {
  edit: Edit;
  path: Record<string, string>;
  answer: Json;
  thing: JsonObject;
  /** What the edit starts from, given that answer as it is by now. */
  start(): EditStart;
}

/** The thing of the demo account that an update is about. `thing` is a part of `answer`: what a test does to it, the answer has. */
async function readFor(id: string): Promise<Read> {
  const found = index.operations.find((one) => one.id === id);
  const edit = found ? editOf(found, index) : null;
  const sample = demo.sample(id);
  if (!edit || !sample) throw new Error(`The demo account has nothing for ${id}`);
  const update = await findOperation(id);
  const read = await findOperation(edit.readId);
  const path = readPath(read.operation.path, update.operation.path, sample.path);
  const answer: Json = (await demo.get(filled(read.operation.path, path))).json;
  const start = () => {
    const made = startOf(edit, { update, read }, answer, sample.path);
    if (!made) throw new Error(`${id} starts from nothing`);
    return made;
  };
  return { edit, path: sample.path, answer, thing: start().thing, start };
}

/** What nobody foresaw. */
const unknown = { brand_new: 'kept' };

/** Puts something unknown into an object and into every object below it, and tells where. */
function spoil(value: Json, way: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => spoil(one, `${way}.${at}`));
  if (!isObject(value)) return [];
  const ways = Object.entries(value).flatMap(([name, part]) => spoil(part, way === '' ? name : `${way}.${name}`));
  Object.assign(value, unknown);
  return [way, ...ways];
}

const at = (value: Json | undefined, way: string): Json | undefined =>
  way
    .split('.')
    .filter((step) => step !== '')
    .reduce<Json | undefined>(
      (one, step) => (isObject(one) ? one[step] : Array.isArray(one) ? one[Number(step)] : undefined),
      value,
    );

/** Operation, what of the thing is not sent back, and what of it is kept, as dotted paths. */
const rows: readonly [id: string, dropped: string, kept: string][] = [
  ['apps_update', 'id owner_uuid live_url created_at updated_at active_deployment', 'spec spec.services spec.region'],
  [
    'loadBalancers_update',
    'id ip ipv6 status created_at algorithm size tag domains glb_settings',
    'name size_unit region type droplet_ids forwarding_rules health_check sticky_sessions vpc_uuid project_id',
  ],
  ['firewalls_update', 'id status created_at pending_changes', 'name inbound_rules outbound_rules droplet_ids tags'],
  ['databases_update_firewall_rules', 'rules.0.cluster_uuid rules.0.created_at', 'rules.0.uuid rules.0.type rules.0.value'],
  ['databases_update_clusterSize', 'id name engine version region tags', 'size num_nodes storage_size_mib'],
  ['databases_update_connectionPool', 'name connection private_connection standby_connection', 'mode size db user'],
  ['databases_update_maintenanceWindow', 'pending description', 'day hour'],
  ['databases_update_kafka_topic', 'name state partitions', 'replication_factor config'],
  ['databases_update_logsink', 'sink_id sink_name sink_type', 'config'],
  [
    'kubernetes_update_cluster',
    'id region version vpc_uuid ipv4 endpoint node_pools status created_at updated_at registry_enabled maintenance_policy.duration',
    'name tags maintenance_policy auto_upgrade surge_upgrade ha',
  ],
  ['kubernetes_update_nodePool', 'id nodes size', 'name count tags labels taints auto_scale min_nodes max_nodes'],
  [
    'autoscalepools_update',
    'id status created_at updated_at active_resources_count current_utilization',
    'name config droplet_template droplet_template.ssh_keys droplet_template.tags droplet_template.user_data',
  ],
  [
    'vpcnatgateways_update',
    'id type state region egresses created_at updated_at vpcs.0.gateway_ip',
    'name size vpcs.0.vpc_uuid tcp_timeout_seconds udp_timeout_seconds icmp_timeout_seconds',
  ],
  ['cdn_update_endpoints', 'id origin endpoint created_at', 'ttl'],
  ['domains_patch_record', 'id', 'type name data ttl'],
  ['monitoring_update_alertPolicy', 'uuid', 'type description compare value window entities tags alerts enabled'],
  ['uptime_update_check', 'id', 'name type target regions enabled'],
  ['uptime_update_alert', 'id', 'name type threshold comparison notifications period'],
  ['functions_update_trigger', 'namespace name function type created_at updated_at', 'is_enabled scheduled_details'],
  ['spacesKey_update', 'access_key created_at', 'name grants'],
  ['dedicatedInferences_patch', 'id name region status spec.model_deployments.0.accelerators.0.status', 'spec'],
  ['genai_update_knowledge_base', 'created_at updated_at user_id', 'name'],
  ['genai_update_workspace', 'uuid created_at updated_at', 'name description'],
  ['vectorDatabases_update', 'name region status', 'config'],
  ['vectorDatabases_update_tags', 'name region status config', 'tags'],
  ['databases_update_user', 'name role password', 'settings'],
  ['databases_update_do_settings', '', 'do_settings'],
  ['databases_patch_config', '', 'config'],
  ['apps_assign_alertDestinations', 'id phase progress spec component_name', 'emails slack_webhooks'],
  ['security_update_settings_plan', '', 'tier_coverage'],
  ['images_update', 'id slug status created_at regions size_gigabytes type', 'name'],
  ['sshKeys_update', 'id fingerprint public_key', 'name'],
  ['addons_patch', 'uuid app_slug app_name plan_slug state', 'name'],
  ['projects_patch', 'id owner_id owner_uuid created_at updated_at', 'name description purpose environment is_default'],
  ['spacesKey_patch', 'access_key created_at', 'name grants'],
  ['vpcs_patch', 'id urn region ip_range created_at', 'name description default'],
  ['vpcPeerings_patch', 'id vpc_ids status created_at', 'name'],
  ['partnerAttachments_patch', 'id state created_at service_key connection_bandwidth_in_mbps', 'name vpc_ids bgp'],
  ['genai_update_agent', 'created_at updated_at model api_keys deployment', 'name description instruction'],
  ['genai_update_model_router', 'created_at updated_at config', 'name'],
];

/** Updates whose body replaces the fields that it names, and nothing else of the thing. All others send the rest back too. */
const namesItsFields = new Set([
  ...['apps_update', 'apps_assign_alertDestinations', 'databases_update_clusterSize', 'databases_update_do_settings'],
  ...['databases_update_logsink', 'databases_update_user', 'dedicatedInferences_patch', 'functions_update_trigger'],
  ...[
    'images_update',
    'security_update_settings_plan',
    'sshKeys_update',
    'vectorDatabases_update',
    'vectorDatabases_update_tags',
  ],
]);

describe('an update of what exists', () => {
  it.each(rows)('%s sends back what was read but what the API sets, and whatever nobody foresaw', async (id, dropped, kept) => {
    const { edit, thing, start } = await readFor(id);
    const plain = start().base;
    const had = kept.split(' ').filter((way) => at(thing, way) !== undefined && at(thing, way) !== null);
    expect(had.length, 'the demo account has what is to be kept').toBeGreaterThan(0);
    expect(had.filter((way) => at(plain, way) === undefined)).toEqual([]);
    expect(dropped.split(' ').filter((way) => way !== '' && at(plain, way) !== undefined)).toEqual([]);

    const spoiled = spoil(thing, '');
    const { base } = start();
    // What is not sent stays as it is where only changes are sent, or what the body names.
    const isWhole = edit.sending !== 'changes' && !namesItsFields.has(id);
    const lost = spoiled.filter((way) => {
      const isSent = way === '' ? isWhole : isObject(at(base, way));
      return (
        isSent && JSON.stringify(at(base, way === '' ? 'brand_new' : `${way}.brand_new`)) !== JSON.stringify(unknown.brand_new)
      );
    });
    expect(lost).toEqual([]);
  });
});

/** Parts that read as absent without a further right, by the update that would take them away. */
const hidden = index.operations.flatMap((operation) => {
  const edit = editOf(operation, index);
  return Object.entries(edit?.hiddenWithout ?? {}).map(([field, listing]): [string, string, string] => [
    operation.id,
    field,
    listing,
  ]);
});

describe('a part that the token may not read', () => {
  it('is told by the specification for these', () => {
    expect(hidden.map(([id, field]) => `${id} ${field}`).toSorted()).toEqual([
      'autoscalepools_update droplet_template.project_id',
      'autoscalepools_update droplet_template.ssh_keys',
      'autoscalepools_update droplet_template.tags',
      'autoscalepools_update droplet_template.vpc_uuid',
      'firewalls_update droplet_ids',
      'firewalls_update tags',
      'genai_update_knowledge_base project_id',
      'kubernetes_update_cluster tags',
      'kubernetes_update_nodePool tags',
      'loadBalancers_update droplet_ids',
      'loadBalancers_update project_id',
      'loadBalancers_update vpc_uuid',
      'vectorDatabases_update project_id',
      'vectorDatabases_update_tags tags',
      'vpcnatgateways_update vpcs',
    ]);
  });

  it('is called by a word for what it is', () => {
    const said = hidden.map(([, field]) => jobWords.hidden([field], []).message);
    expect(said.filter((message) => /all of it|_|\./.test(message.slice(0, -1)))).toEqual([]);
  });

  it.each(hidden)('is found before %s takes it away: %s, by %s', async (id, field, listing) => {
    const { edit, path, answer, thing } = await readFor(id);
    const [last = '', ...above] = field.split('.').toReversed();
    const holder = at(thing, above.toReversed().join('.'));
    if (!isObject(holder)) throw new Error(`${id} has no ${field}`);
    delete holder[last];
    const ask = (operationId: string) =>
      Promise.resolve(
        operationId === listing
          ? failed({ kind: 'forbidden', message: operationId, scopes: ['x:read'] })
          : success(operationId === edit.readId ? answer : {}),
      );
    const reader = { describe: async (one: string) => success(await findOperation(one)), ask };
    const reading = await readEdit(edit, await findOperation(id), path, reader);
    expect(reading).toMatchObject({ status: 'read', hidden: [{ field, scopes: ['x:read'] }] });
  });
});
