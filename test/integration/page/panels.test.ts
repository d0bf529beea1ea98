import { afterEach, describe, expect, it } from 'vitest';
import { familyGroups } from '../../../renderer/families/all.ts';
import { endAll } from '../../doubles/core/core-on-demo.ts';
import { firstFacts, openPanel, quietWorld, relatedLines } from '../../unit/renderer/screens/resources/panel-on-demo.tsx';

afterEach(endAll);

/** The first facts of the first thing of each family, in their order. */
const expected: Readonly<Record<string, string>> = {
  actions_list: 'Action, On, State, Took, Began, Ended, Region',
  addons_get_app: 'App, Plans, Terms',
  addons_list: 'State, Plan, App, Settings, Sign-in address, Costs',
  apps_list: 'Deployment, Address, Components, Last change, Source, Region, Project, Costs',
  apps_list_instanceSizes: 'Name, Machine, CPU, A month, Scales by itself',
  apps_list_regions: 'Name, Offered, Continent, Data centres',
  autoscalepools_list: 'Status, Droplets, Load, Template, Unhealthy, Last change, Costs',
  billingHistory_list: 'What, Amount, Kind, When, Invoice',
  byoipPrefixes_list: 'Prefix, Status, Reachable, Checks, Region, Project, Costs',
  cdn_list_endpoints: 'Endpoint, Own domain, Origin, Kept for, Costs',
  certificates_list: 'Ends, Names, State, Kind, Used by',
  databases_list_clusters: 'Status, Engine, Connection, Nodes, Storage, Who may connect, Region, Newest backup, Costs',
  dedicatedInferences_list: 'Status, Endpoints, Models, Accelerators, Region, VPC, Costs',
  dedicatedInferences_list_sizes: 'Size, Region, An hour',
  domains_list: 'Name servers, Records, Kept for, Costs',
  droplets_list_backup_policies: 'Droplet, On, Plan, When, Next',
  firewalls_list: 'Open to everyone, Let in besides, Let out, Applies to, Status, Costs',
  floatingIPs_list: 'Address, Assigned to, Region, Project, State',
  functions_list_namespaces: 'Label, API host, Triggers, Region, Access keys, Made, Costs',
  genai_list_agents: 'Status, Address, Model, Who may ask, Answers with, Keys, Used, Costs',
  genai_list_anthropic_api_keys: 'Name, Made, Models, Used by',
  genai_list_custom_models: 'Status, From, Serves, Context, Made, Costs',
  genai_list_evaluation_datasets: 'Rows, Kind, Made',
  genai_list_evaluation_test_cases: 'About, Dataset, Measures, Runs, Made',
  genai_list_indexing_jobs: 'Phase, Knowledge base, Tokens, Sources, Began, Ended',
  genai_list_knowledge_bases: 'Database, Last indexing, Sources, Next indexing, Used by',
  genai_list_model_api_keys: 'Name, Made, Models, Changed',
  genai_list_model_catalog: 'Name, By',
  genai_list_model_evaluation_runs: 'Status, Progress, Model, Judged by, Dataset, Score, Ended',
  genai_list_model_routers: 'About, Falls back to, Rules, Regions, Changed',
  genai_list_models: 'Name, Provider, Version, Context, Added',
  genai_list_openai_api_keys: 'Name, Made, Models, Used by',
  genai_list_workspaces: 'Agents, Made, Changed',
  images_list: 'Status, System, Kind, Regions, Size, Made, Costs',
  invoices_list: 'Amount, Month, Costs most, Made',
  kubernetes_list_clusters: 'Status, Version, Nodes, Window, Endpoint, Control plane, Region, Registries, Let in by, Costs',
  loadBalancers_list: 'Status, Address, Targets, Rules, Size, Health check, Region, Costs',
  monitoring_list_alertPolicy: 'Now, When, On, Told, State',
  monitoring_list_destinations: 'Kind, Endpoint, Index, Kept, Sent by',
  monitoring_list_sinks: 'Destination, Kind, Index, Kept, Sends',
  nfs_list: 'Status, Size, Mount, VPCs, Speed, Region, Access points, Costs',
  nfs_list_snapshot: 'Status, Of, Size, Region, Made, Costs',
  oneClicks_list: 'Application, For, API name',
  organizations_list_teams: 'Status, Members, Address, Company, Since',
  partnerAttachments_list: 'State, Bandwidth, VPCs, BGP, Provider, Remote routes, Costs',
  projects_list: 'Holds, For, Default, About',
  regions_list: 'Name, Offered, Has, Sizes',
  registries_list: 'Address, Stored, Repositories, Plan, Last clean-up, Region, Costs',
  reservedIPs_list: 'Address, Assigned to, Region, Project, State, Costs',
  reservedIPv6_list: 'Address, Assigned to, Region, Held since, Costs',
  security_list_scans: 'Status, Found, Made',
  sizes_list: 'Offered, Machine, Kind, Transfer, An hour, Regions, Costs',
  snapshots_list: 'Of, Size, Regions, Fits, Made, Costs',
  spacesKey_list: 'Access key, Opens, Name, Made',
  sshKeys_list: 'Kind, Fingerprint, Name, New droplets of, On droplets',
  tags_list: 'On, Goes by it, Let in by',
  uptime_list_checks: 'Now, Uptime, Last outage, Target, State, Told, Costs',
  vectorDatabases_list: 'Status, Endpoints, Size, Newest backup, Region, Project, Tags, Costs',
  volumes_list: 'Attached to, Size, Region, File system, Snapshots, Tags, Made, Costs',
  vpcPeerings_list: 'Status, VPCs, Made, Costs',
  vpcnatgateways_list: 'State, Address, VPCs, Size, Timeouts, Region, Costs',
  vpcs_list: 'Range, Members, Region, Default, Peerings, Costs',
};

/** The demo account has none of them. */
const withoutThings = new Set(['inference_list_batches', 'inference_list_models']);
/** Lists of names older than this are read again. */
const pastNamesMs = 660_000;

const faults: readonly (readonly [string, RegExp])[] = [
  ['a bare UUID', /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/],
  ['the number of a droplet', /\b48\d{7}\b/],
  ['a name of the schema', /\b[a-z]+(_[a-z]+)+\b|\b[a-z]+[A-Z][a-z]+\b/],
  ['a code in capitals', /\b[A-Z]+_[A-Z_]+\b/],
  ['a raw time', /\d{4}-\d{2}-\d{2}T/],
  ['what is not there', /undefined|null|NaN|\[object/],
];
/** Addresses are data: they are shown as they are, to be copied. */
const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+/g, '');
const faultsIn = (text: string): string[] =>
  faults.filter(([, form]) => form.test(withoutAddresses(text))).map(([name]) => `${name}: ${text}`);

const isMetric = (operationId: string): boolean => operationId.startsWith('monitoring_get_');

/** Passwords, keys and tokens of the demo account. */
const secret = /demo-[\da-f]{12,}/;

describe('the panel of every family', () => {
  it('says first what a person wants to know, in words and by name, at a few requests', { timeout: 120_000 }, async () => {
    const world = await quietWorld();
    const labels: Record<string, string> = {};
    const costly: string[] = [];
    const wrong: string[] = [];
    for (const { id, inside } of familyGroups.flatMap(({ families }) => families)) {
      if (inside !== undefined) continue;
      await world.clock.advance(pastNamesMs);
      const opened = await openPanel(world, id);
      if (opened === null) {
        expect(withoutThings).toContain(id);
        continue;
      }
      const facts = firstFacts();
      labels[id] = facts.map(([label]) => label).join(', ');
      wrong.push(...faultsIn(facts.map((fact) => fact.join(': ')).join(' | ')), ...faultsIn(relatedLines().join(' | ')));
      if (secret.test(document.documentElement.innerHTML)) wrong.push(`a secret in the panel of ${id}`);
      if (document.querySelector('.panel')?.textContent?.includes('…') && facts.some(([, said]) => said === '…'))
        wrong.push(`${id} still waits`);
      // Charts are read beside the panel, each series by itself.
      const [drawn, read] = [opened.asked().filter(isMetric), opened.asked().filter((asked) => !isMetric(asked))];
      if (read.length > 6 || drawn.length > 9) costly.push(`${id}: ${opened.asked().join(', ')}`);
      opened.end();
    }
    expect(labels).toEqual(expected);
    expect(wrong).toEqual([]);
    expect(costly).toEqual([]);
  });
});
