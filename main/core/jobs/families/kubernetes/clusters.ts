import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { posixWord } from '../../../../../preload/contract/posix-word.ts';
import { longDay } from '../../../../../preload/contract/time-words.ts';
import { followWords } from '../../../words/following.ts';
import { choice, choices, option, several } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterPath, sizesBySlug } from './cluster-facts.ts';
import { destroyJob } from './destroy.ts';
import { newCluster } from './new-cluster.ts';
import { countField, nameField, sizeField } from './pool-fields.ts';
import { clusterSettingJobs } from './settings.ts';

const daySeconds = 86_400;

const whyNotRunning = ({ row }: Thing): string | null =>
  ['running', 'degraded'].includes(textAt(objectAt(row, 'status'), 'state')) ? null : 'It is being changed; wait until it runs.';

const upgradesIn = (body: Json): JsonObject[] =>
  isObject(body) ? listAt(body, 'available_upgrade_versions').filter(isObject) : [];

/** "1 error and 2 warnings": what a check of a cluster found. */
function findings(body: Json | undefined): string {
  const found = isObject(body) ? listAt(body, 'diagnostics').filter(isObject) : [];
  const many = (severity: string) => found.filter((one) => textAt(one, 'severity') === severity).length;
  return followWords.found(many('error'), many('warning'));
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Kubernetes */
export const kubernetesJobs: readonly Job[] = [
  newCluster,
  {
    name: 'kubeconfig',
    label: 'Download kubeconfig…',
    level: 'safe',
    isMain: true,
    keywords: 'kubectl config credentials access',
    submitLabel: 'Download',
    open({ thing }) {
      const ways =
        objectAt(thing.row, 'sso').enabled === true
          ? [
              choice({
                name: 'type',
                label: 'Signs in by',
                choices: [option('token', 'A token in the file'), option('sso', 'Single sign-on, which needs doctl')],
                value: 'token',
              }),
            ]
          : [];
      return success({
        lines: ['Whoever has the file can act on the cluster until it ends.'],
        fields: [
          choice({
            name: 'days',
            label: 'It works for',
            choices: [option('1', '1 day'), option('7', '7 days'), option('30', '30 days')],
            value: '7',
          }),
          ...ways,
        ],
      });
    },
    plan: ({ days, type }, { thing, nowMs }) => ({
      steps: [
        {
          label: 'Read it',
          operationId: 'kubernetes_get_kubeconfig',
          path: clusterPath(thing),
          query: { expiry_seconds: String(Number(days) * daySeconds), ...(typeof type === 'string' ? { type } : {}) },
        },
      ],
      file: ([body]) => ({ name: `${thing.ownName}-kubeconfig.yaml`, mediaType: 'application/yaml', text: String(body ?? '') }),
      done: () =>
        `The kubeconfig of ${thing.name} is saved. It works until ${longDay(nowMs + Number(days) * daySeconds * 1000, nowMs)}.`,
    }),
  },
  {
    name: 'upgrade',
    label: 'Upgrade…',
    level: 'disruptive',
    isMain: true,
    keywords: 'version update',
    off: whyNotRunning,
    async open({ thing, ask }) {
      const read = await ask.read('kubernetes_get_availableUpgrades', clusterPath(thing));
      if (!read.ok) return read;
      const versions = upgradesIn(read.value);
      if (versions.length === 0)
        return failed({ kind: 'conflict', message: `${thing.name} has the newest version that it can have.` });
      const capacity =
        thing.row.surge_upgrade === true
          ? 'Each node is replaced by a new one that is made first.'
          : 'Nodes are drained before they are replaced, so there is less room meanwhile.';
      return success({
        lines: ['Its API is away for some minutes, and its nodes are replaced pool by pool.', capacity],
        fields: [
          choice({
            name: 'version',
            label: 'Version',
            choices: versions.map((one) => option(textAt(one, 'slug'), textAt(one, 'kubernetes_version') || textAt(one, 'slug'))),
            value: textAt(versions[0] ?? {}, 'slug'),
          }),
        ],
      });
    },
    plan: ({ version }, { thing }) => ({
      steps: [
        {
          label: 'Upgrade',
          operationId: 'kubernetes_upgrade_cluster',
          path: clusterPath(thing),
          body: { version: String(version) },
        },
      ],
      done: () => `${thing.name} is being upgraded to ${String(version).split('-')[0]}.`,
    }),
  },
  {
    name: 'copy-command',
    label: 'Copy doctl command',
    level: 'safe',
    keywords: 'kubeconfig save kubectl',
    plan: (_values, { thing }) => ({
      steps: [],
      copy: () => ({ what: 'Command', text: `doctl kubernetes cluster kubeconfig save ${posixWord(thing.id)}` }),
      done: () => `The command that connects kubectl to ${thing.name} is copied.`,
    }),
  },
  {
    name: 'add-pool',
    label: 'Add a node pool…',
    level: 'normal',
    makes: 'kubernetes_list_nodePools',
    keywords: 'nodes workers new',
    submitLabel: 'Add',
    off: whyNotRunning,
    async open({ ask }) {
      const [options, known] = await Promise.all([ask.read('kubernetes_list_options'), sizesBySlug(ask)]);
      if (!options.ok) return options;
      const sizes = isObject(options.value) ? listAt(objectAt(options.value, 'options'), 'sizes').filter(isObject) : [];
      return success({
        lines: ['The size of a pool cannot be changed later.'],
        fields: [nameField('Name'), sizeField(sizes, known), countField(2)],
      });
    },
    plan: ({ name, size, count }, { thing }) => ({
      steps: [
        {
          label: 'Add',
          operationId: 'kubernetes_add_nodePool',
          path: clusterPath(thing),
          body: { name: String(name), size: String(size), count: Number(count) },
        },
      ],
      done: () => `${thing.name} gets a pool ${name} of ${counted(Number(count), 'node')}.`,
    }),
  },
  ...clusterSettingJobs,
  {
    name: 'check',
    label: 'Check the cluster',
    level: 'normal',
    keywords: 'lint problems',
    off: whyNotRunning,
    plan: (_values, { thing }) => ({
      steps: [
        { label: 'Check', operationId: 'kubernetes_run_clusterLint', path: clusterPath(thing), body: {}, named: thing.name },
      ],
      done: () => `${thing.name} is being checked.`,
    }),
  },
  {
    name: 'check-result',
    label: 'Result of the last check',
    level: 'safe',
    keywords: 'lint problems',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read it', operationId: 'kubernetes_get_clusterLintResults', path: clusterPath(thing) }],
      done: ([body]) => `The last check of ${thing.name} found ${findings(body)}.`,
    }),
  },
  {
    name: 'install',
    label: 'Install an app…',
    level: 'normal',
    keywords: '1-click marketplace addon',
    submitLabel: 'Install',
    off: whyNotRunning,
    async open({ ask }) {
      const listed = await ask.list('oneClicks_list', {}, { type: 'kubernetes' });
      if (!listed.ok) return listed;
      const slugs = listed.value.filter((one) => textAt(one, 'type') === 'kubernetes').map((one) => textAt(one, 'slug'));
      return success({
        fields: [
          choices({ name: 'apps', label: 'Apps', choices: slugs.map((slug) => option(slug, titleOf(slug))), isRequired: true }),
        ],
      });
    },
    plan({ apps }, { thing }) {
      const slugs = several(apps);
      return {
        steps: [
          {
            label: 'Install',
            operationId: 'oneClicks_install_kubernetes',
            body: { addon_slugs: slugs, cluster_uuid: thing.id },
          },
        ],
        done: () => `${slugs.map(titleOf).join(', ')}: being installed on ${thing.name}.`,
      };
    },
  },
  moveToProject('kubernetes'),
  destroyJob,
];

/** "Metrics server" for `metrics-server`. */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
