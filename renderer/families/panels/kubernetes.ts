import { computeWords } from '../../words/facts/compute.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { machineOf } from '../../words/sizes.ts';
import { type Item, textOf, valueAt } from '../value.ts';
import { type About, fact, type Line, type Panel, readFact } from './panel.ts';
import {
  bad,
  copiedAt,
  itemIn,
  itemsIn,
  line,
  linksAt,
  listIn,
  moment,
  numberIn,
  quiet,
  said,
  state,
  tagsAt,
  textIn,
  thing,
  warn,
  words,
} from './says.ts';

const isOn = (value: unknown): 'true' | 'false' => (value === true ? 'true' : 'false');

/** "general: 3 × 4 vCPU, 8 GB", whether it grows, and how many run if that is another number. */
function pool(one: Item, { known }: About): Line {
  const count = numberIn(one, 'count') ?? 0;
  const nodes = itemsIn(one, 'nodes');
  const running = nodes.filter((node) => textIn(node, 'status.state') === 'running').length;
  const [least, most] = [numberIn(one, 'min_nodes'), numberIn(one, 'max_nodes')];
  return [
    words(textIn(one, 'name')),
    quiet(factWords.times(count, machineOf(textIn(one, 'size'), known('sizes_list') ?? []))),
    ...(one.auto_scale === true && least !== null && most !== null ? [quiet(computeWords.grows(least, most))] : []),
    ...(nodes.length > 0 && running !== count ? [warn(computeWords.running(running))] : []),
  ];
}

/** The highest version that can be installed: the API lists them in no promised order. */
function upgrade({ read }: About): string | null {
  const versions = read('kubernetes_get_availableUpgrades').map(
    (row) => textIn(row, 'kubernetes_version') || textIn(row, 'slug'),
  );
  return versions.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1) ?? null;
}

const versionOf = ({ item }: About) => words(textIn(item, 'version').replace(/-do\.\d+$/, ''));

export const clusters: Panel = {
  facts: [
    fact('Status', ({ item }) => {
      const [raw, message] = [textIn(item, 'status.state'), textIn(item, 'status.message')];
      return line(raw === '' ? null : state(raw), message === '' ? null : quiet(message));
    }),
    readFact(
      'kubernetes_get_status_messages',
      'What is wrong',
      ({ read }) => read('kubernetes_get_status_messages').map((one) => [bad(textIn(one, 'message')), ...moment(one.timestamp)]),
      {
        isFor: (item) => !['running', 'provisioning', 'upgrading', 'deleting'].includes(textIn(item, 'status.state')),
        none: factWords.none,
      },
    ),
    readFact(
      'kubernetes_get_availableUpgrades',
      'Version',
      (about) => {
        const higher = upgrade(about);
        return line(versionOf(about), quiet(higher === null ? computeWords.newest : computeWords.canBeInstalled(higher)));
      },
      { before: (about) => line(versionOf(about)) },
    ),
    fact('Nodes', (about) => itemsIn(about.item, 'node_pools').map((one) => pool(one, about)), { looksInto: ['sizes_list'] }),
    fact('Window', ({ item }) => {
      const policy = itemIn(item, 'maintenance_policy');
      const [day, hour] = [textIn(policy, 'day'), textIn(policy, 'start_time')];
      return line(
        day === '' ? null : words(computeWords.window(day, hour)),
        quiet(computeWords.patches[isOn(item.auto_upgrade)]),
      );
    }),
    fact('Endpoint', copiedAt('endpoint')),
    fact(
      'Control plane',
      said((item) => computeWords.copies[isOn(item.ha)]),
    ),
    fact('Region', ({ item }) => {
      const vpc = textIn(item, 'vpc_uuid');
      return line(words(textIn(item, 'region')), vpc === '' ? null : thing('vpcs_list', vpc));
    }),
    fact('Registries', linksAt('registries', 'registries_list')),
  ],
  related: [
    { familyId: 'vpcs_list', to: ({ item }) => [textIn(item, 'vpc_uuid')] },
    { familyId: 'registries_list', as: 'registry of its images', to: ({ item }) => listIn(item, 'registries') },
    {
      familyId: 'droplets_list',
      as: 'node',
      to: ({ item, droplets }) => {
        const ids = itemsIn(item, 'node_pools').flatMap((one) => listIn(one, 'nodes.droplet_id'));
        // Nodes are droplets that the team's list may leave out: those are named among the pools.
        return ids.filter((id) => droplets.some((droplet) => String(droplet.id) === id));
      },
    },
    {
      familyId: 'firewalls_list',
      as: 'firewall that lets it in',
      from: (row, { id }) => namesCluster(row, id),
    },
    {
      familyId: 'monitoring_list_sinks',
      as: 'its logs go there',
      from: (row, { id }) => itemsIn(row, 'resources').some((one) => textIn(one, 'urn') === `do:kubernetes:${id}`),
    },
  ],
  trustedBy: (rule, { id }) => rule.type === 'k8s' && rule.value === id,
  hides: [
    {
      operations: ['kubernetes_get_credentials', 'kubernetes_get_clusterUser'],
      because: 'the kubeconfig has all of it',
    },
    {
      operations: ['kubernetes_get_kubeconfig'],
      because: 'saved by “Download kubeconfig”',
    },
  ],
  counts: { kubernetes_list_nodePools: 'node_pools' },
  webPage: (id) => `https://cloud.digitalocean.com/kubernetes/clusters/${id}`,
};

const namesCluster = (firewall: Item, id: string): boolean =>
  ['inbound_rules.sources.kubernetes_ids', 'outbound_rules.destinations.kubernetes_ids'].some((way) =>
    [valueAt(firewall, way)]
      .flat(2)
      .map((one) => textOf(one))
      .includes(id),
  );

export const nodePools: Panel = {
  facts: [
    fact('Nodes', (about) => line(pool(about.item, about).slice(1)), { looksInto: ['sizes_list'] }),
    fact('Droplets', ({ item }) =>
      itemsIn(item, 'nodes').map((node) => [words(textIn(node, 'name')), state(textIn(node, 'status.state') || 'unknown')]),
    ),
    fact('Labels', ({ item }) =>
      Object.entries(itemIn(item, 'labels')).map(([name, value]) => [quiet(name), words(textOf(value))]),
    ),
    fact('Taints', ({ item }) =>
      itemsIn(item, 'taints').map((one) => [
        quiet(`${textIn(one, 'key')}=${textIn(one, 'value')}`),
        words(textIn(one, 'effect')),
      ]),
    ),
    fact('Tags', tagsAt()),
  ],
};
