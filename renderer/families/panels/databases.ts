import { calendarDay } from '../../../preload/contract/time-words.ts';
import { codeWords } from '../../words/codes.ts';
import { databaseWords } from '../../words/facts/databases.ts';
import { factWords } from '../../words/facts/in-general.ts';
import { machineOf } from '../../words/sizes.ts';
import { type Item, textOf, timeOf } from '../value.ts';
import { type About, fact, type Hiding, type Line, type Panel, readFact, type Say, type Strip } from './panel.ts';
import {
  at,
  copied,
  itemIn,
  itemsIn,
  line,
  listIn,
  moment,
  numberIn,
  quiet,
  said,
  secret,
  textIn,
  thing,
  valueIn,
  warn,
  words,
} from './says.ts';

const yearMs = 365 * 86_400_000;
const soonMs = 90 * 86_400_000;

/** The engine without its edition. */
const engineOf = (item: Item): string => textIn(item, 'engine').replace(/^advanced_/, '');
const isOneOf =
  (...engines: string[]) =>
  (item: Item): boolean =>
    engines.includes(engineOf(item));
const engineName = (item: Item): string => codeWords('engine', textIn(item, 'engine')) ?? textIn(item, 'engine');

const hasBackups = isOneOf('pg', 'mysql', 'mongodb');

/** The end of the version, if it is within a year and not long past. */
function endOfLife({ item, nowMs }: About): number | null {
  const endMs = timeOf(item.version_end_of_life);
  return endMs !== null && endMs - nowMs < yearMs && nowMs - endMs < yearMs ? endMs : null;
}

const window = (item: Item) => itemIn(item, 'maintenance_window');

function strips(about: About): Strip[] {
  const { item } = about;
  const endMs = endOfLife(about);
  const isPending = window(item).pending === true;
  return [
    ...(isPending
      ? [
          {
            tone: 'accent' as const,
            lead: `${databaseWords.updateWaits(textIn(window(item), 'day'), textIn(window(item), 'hour'))}.`,
          },
        ]
      : []),
    ...(endMs === null || endMs - about.nowMs > soonMs
      ? []
      : [
          {
            tone: 'warn' as const,
            lead: `${databaseWords.endOfLife(`${engineName(item)} ${textIn(item, 'version')}`, calendarDay(endMs))}.`,
          },
        ]),
  ];
}

/** How to connect: where, as whom, into what. The password is copied without being shown. */
const connection =
  (field: string): Say =>
  ({ item }) => {
    const one = itemIn(item, field);
    const [host, port, user, database, password] = ['host', 'port', 'user', 'database', 'password'].map((part) =>
      textIn(one, part),
    );
    if (!host) return [];
    const address = port ? `${host}:${port}` : host;
    return [
      [copied(address)],
      [
        ...(user ? [words(databaseWords.user(user))] : []),
        ...(database ? [words(databaseWords.into(database))] : []),
        password ? secret(password, databaseWords.password) : quiet(databaseWords.noPassword),
      ],
    ];
  };

const familyOfRule: Readonly<Record<string, string>> = {
  droplet: 'droplets_list',
  k8s: 'kubernetes_list_clusters',
  app: 'apps_list',
  tag: 'tags_list',
};

/** A trusted source: a thing by its name, or an address. */
function source(rule: Item): Line {
  const [type, value] = [textIn(rule, 'type'), textIn(rule, 'value')];
  const familyId = familyOfRule[type];
  const what = type === 'ip_addr' ? databaseWords.address : (codeWords('type', type) ?? type).toLowerCase();
  if (familyId === undefined) return [quiet(what), words(value)];
  return [quiet(type === 'k8s' ? 'cluster' : what), thing(familyId, value)];
}

function newestBackup({ read }: About): Line[] {
  const newest = [...read('databases_list_backups')].sort((one, other) =>
    textOf(other.created_at).localeCompare(textOf(one.created_at)),
  )[0];
  return newest ? line(moment(newest.created_at), valueIn(newest, 'size_gigabytes')) : [];
}

const only = (because: string, engines: readonly string[], operations: readonly string[]): Hiding => ({
  operations,
  because,
  unless: isOneOf(...engines),
});

/** What an engine has: the rest stays under all operations, with the reason. */
const hides: Hiding[] = [
  only(
    databaseWords.postgresOnly,
    ['pg'],
    [
      'databases_list_connectionPools',
      'databases_get_connectionPool',
      'databases_add_connectionPool',
      'databases_update_connectionPool',
      'databases_delete_connectionPool',
    ],
  ),
  only(databaseWords.mysqlOnly, ['mysql'], ['databases_get_sql_mode', 'databases_update_sql_mode']),
  only(databaseWords.valkeyOnly, ['valkey', 'redis'], ['databases_get_evictionPolicy', 'databases_update_evictionPolicy']),
  only(
    databaseWords.kafkaOnly,
    ['kafka'],
    [
      'databases_list_kafka_topics',
      'databases_get_kafka_topic',
      'databases_create_kafka_topic',
      'databases_update_kafka_topic',
      'databases_delete_kafka_topic',
      'databases_list_kafka_schemas',
      'databases_get_kafka_schema',
      'databases_get_kafka_schema_version',
      'databases_get_kafka_schema_config',
      'databases_get_kafka_schema_subject_config',
      'databases_create_kafka_schema',
      'databases_delete_kafka_schema',
      'databases_update_kafka_schema_config',
      'databases_update_kafka_schema_subject_config',
    ],
  ),
  only(databaseWords.openSearchOnly, ['opensearch'], ['databases_list_opeasearch_indexes', 'databases_delete_opensearch_index']),
  only(
    databaseWords.noUsers,
    ['pg', 'mysql', 'mongodb', 'kafka', 'opensearch'],
    [
      'databases_list_users',
      'databases_get_user',
      'databases_add_user',
      'databases_update_user',
      'databases_delete_user',
      'databases_reset_auth',
    ],
  ),
  only(
    databaseWords.noDatabases,
    ['pg', 'mysql', 'mongodb'],
    ['databases_list', 'databases_get', 'databases_add', 'databases_delete'],
  ),
  only(
    databaseWords.noReplicas,
    ['pg', 'mysql'],
    [
      'databases_list_replicas',
      'databases_get_replica',
      'databases_create_replica',
      'databases_destroy_replica',
      'databases_promote_replica',
    ],
  ),
  { operations: ['databases_list_backups'], because: databaseWords.noBackups, unless: hasBackups },
];

export const databases: Panel = {
  strips,
  facts: [
    fact('Status', at('status')),
    fact('Engine', (about) => {
      const { item } = about;
      const endMs = endOfLife(about);
      return line(
        words(`${engineName(item)} ${textIn(item, 'semantic_version') || textIn(item, 'version')}`.trim()),
        endMs === null ? null : warn(databaseWords.supportedUntil(calendarDay(endMs))),
      );
    }),
    fact('Connection', connection('private_connection'), {
      isWide: true,
      other: { own: databaseWords.private, label: databaseWords.public, say: connection('connection') },
    }),
    fact(
      'Nodes',
      said((item) => factWords.times(numberIn(item, 'num_nodes') ?? 1, machineOf(textIn(item, 'size')))),
    ),
    fact('Storage', ({ item }) => {
      const mebibytes = numberIn(item, 'storage_size_mib');
      return line(mebibytes === null ? quiet(databaseWords.ownStorage) : words(factWords.gibibytes(mebibytes / 1024)));
    }),
    readFact('databases_list_firewall_rules', 'Who may connect', ({ read }) => {
      const rules = read('databases_list_firewall_rules');
      return rules.length === 0 ? [[warn(databaseWords.everyAddress)]] : rules.map(source);
    }),
    fact('Region', ({ item }) => {
      const vpc = textIn(item, 'private_network_uuid');
      return line(words(textIn(item, 'region')), vpc === '' ? null : thing('vpcs_list', vpc));
    }),
    readFact('databases_list_backups', 'Newest backup', newestBackup, { isFor: hasBackups, none: databaseWords.noBackup }),
    fact('Schema registry', connection('schema_registry_connection'), { isWide: true, isFor: isOneOf('kafka') }),
    fact('Dashboard', connection('ui_connection'), { isWide: true, isFor: isOneOf('opensearch') }),
  ],
  related: [
    { familyId: 'projects_list', to: ({ item }) => [textIn(item, 'project_id')] },
    { familyId: 'vpcs_list', to: ({ item }) => [textIn(item, 'private_network_uuid')] },
    { familyId: 'tags_list', to: ({ item }) => listIn(item, 'tags') },
    {
      familyId: 'apps_list',
      as: 'app that uses it',
      from: (row, { item }) => itemsIn(row, 'spec.databases').some((one) => one.cluster_name === item.name),
    },
    { familyId: 'genai_list_knowledge_bases', as: 'knowledge base in it', from: (row, { id }) => row.database_id === id },
    {
      familyId: 'monitoring_list_destinations',
      as: 'logs go to it',
      from: (row, { id }) => textIn(row, 'config.cluster_uuid') === id,
    },
  ],
  hides,
  webPage: (id) => `https://cloud.digitalocean.com/databases/${id}`,
};
