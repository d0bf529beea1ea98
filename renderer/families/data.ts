import { age, amount, code, count, link, name, region, status, tags, text, yesNo } from './columns.ts';
import { type FamilyGroup, family, newestFirst } from './family.ts';

const databaseChild = { inside: 'databases_list_clusters' };

export const databases: FamilyGroup = {
  title: 'Databases',
  families: [
    family(
      'databases_list_clusters',
      'Database clusters',
      [
        name(),
        status(),
        text('Engine', 'engine', '80px'),
        text('Version', 'version', '64px'),
        region(),
        text('Size', 'size'),
        count('Nodes', 'num_nodes'),
        tags(),
        age(),
      ],
      { create: 'databases_create_cluster', urn: 'dbaas' },
    ),
    family('databases_list', 'Databases', [name()], { ...databaseChild, create: 'databases_add', idAt: ['name'] }),
    family('databases_list_users', 'Users', [name(), text('Role', 'role')], {
      ...databaseChild,
      create: 'databases_add_user',
      idAt: ['name'],
    }),
    family(
      'databases_list_connectionPools',
      'Connection pools',
      [name(), text('Mode', 'mode'), count('Size', 'size'), text('Database', 'db'), text('User', 'user')],
      { ...databaseChild, create: 'databases_add_connectionPool', idAt: ['name'] },
    ),
    family('databases_list_replicas', 'Replicas', [name(), status(), region(), age()], {
      ...databaseChild,
      create: 'databases_create_replica',
      idAt: ['name'],
    }),
    family('databases_list_backups', 'Backups', [name('created_at', 'Made'), amount('Size', 'size_gigabytes')], {
      ...databaseChild,
      idAt: ['created_at'],
      order: { by: 'created_at', isDescending: true },
    }),
    family('databases_list_firewall_rules', 'Trusted sources', [name('value', 'Source'), text('Type', 'type'), age()], {
      ...databaseChild,
      idAt: ['uuid'],
    }),
    family('databases_list_events_logs', 'Events', [name('event_type', 'Event'), age('create_time', 'When')], {
      ...databaseChild,
      idAt: ['id'],
      order: { by: 'create_time', isDescending: false },
    }),
    family(
      'databases_list_kafka_topics',
      'Kafka topics',
      [name(), status('state'), count('Partitions', 'partition_count'), count('Replicas', 'replication_factor')],
      {
        ...databaseChild,
        create: 'databases_create_kafka_topic',
        idAt: ['name'],
      },
    ),
    family(
      'databases_list_kafka_schemas',
      'Schemas',
      [name('subject_name', 'Subject'), text('Type', 'schema_type'), code('Id', 'schema_id')],
      {
        ...databaseChild,
        create: 'databases_create_kafka_schema',
        idAt: ['subject_name'],
      },
    ),
    family(
      'databases_list_opeasearch_indexes',
      'Indexes',
      [
        name('index_name', 'Index'),
        status(),
        text('Health', 'health', '80px'),
        count('Shards', 'number_of_shards'),
        count('Replicas', 'number_of_replicas'),
        age('created_time'),
      ],
      { ...databaseChild, idAt: ['index_name'] },
    ),
    family('databases_list_logsink', 'Log sinks', [name('sink_name', 'Sink'), text('Type', 'sink_type')], {
      ...databaseChild,
      create: 'databases_create_logsink',
      idAt: ['sink_id'],
    }),
    family('vectorDatabases_list', 'Vector databases', [name(), status(), region(), text('Size', 'size'), tags(), age()], {
      create: 'vectorDatabases_create',
    }),
  ],
};

export const storage: FamilyGroup = {
  title: 'Storage',
  families: [
    family(
      'volumes_list',
      'Volumes',
      [
        name(),
        amount('Size', 'size_gigabytes'),
        region(),
        link('Droplet', 'droplet_ids', 'droplets_list'),
        text('File system', 'filesystem_type', '88px'),
        tags(),
        age(),
      ],
      { create: 'volumes_create', urn: 'volume' },
    ),
    family(
      'volumeSnapshots_list',
      'Volume snapshots',
      [name(), amount('Size', 'size_gigabytes'), text('Regions', 'regions'), age()],
      {
        inside: 'volumes_list',
        create: 'volumeSnapshots_create',
      },
    ),
    family(
      'nfs_list',
      'NFS shares',
      [name(), status(), amount('Size', 'size_gib'), region(), text('Host', 'host'), count('VPCs', 'vpc_ids'), age()],
      {
        create: 'nfs_create',
      },
    ),
    family(
      'nfs_list_access_points',
      'Access points',
      [name(), status(), text('Folder', 'path'), link('VPC', 'vpc_id', 'vpcs_list'), yesNo('Default', 'is_default'), age()],
      { inside: 'nfs_list', create: 'nfs_create_access_point', idAt: ['id'] },
    ),
    family('nfs_list_snapshot', 'NFS snapshots', [
      name(),
      status(),
      amount('Size', 'size_gib'),
      region(),
      link('Share', 'share_id', 'nfs_list'),
      age(),
    ]),
    family('spacesKey_list', 'Spaces keys', [name(), code('Access key', 'access_key'), count('Grants', 'grants'), age()], {
      create: 'spacesKey_create',
      idAt: ['access_key'],
    }),
    family('registries_list', 'Container registries', [name(), region(), amount('Stored', 'storage_usage_bytes'), age()], {
      create: 'registries_create',
      idAt: ['name'],
    }),
    family(
      'registries_list_repositoriesV2',
      'Repositories',
      [
        name(),
        count('Tags', 'tag_count'),
        count('Manifests', 'manifest_count'),
        text('Latest', 'latest_manifest.tags'),
        age('latest_manifest.updated_at', 'Changed'),
      ],
      { inside: 'registries_list', idAt: ['name'] },
    ),
    family(
      'registries_list_repositoryTags',
      'Tags of the repository',
      [
        name('tag', 'Tag'),
        amount('Size', 'compressed_size_bytes'),
        code('Digest', 'manifest_digest'),
        age('updated_at', 'Changed'),
      ],
      { inside: 'registries_list_repositoriesV2', idAt: ['tag'] },
    ),
    family(
      'registries_list_repositoryManifests',
      'Manifests',
      [name('digest', 'Digest'), text('Tags', 'tags'), amount('Size', 'compressed_size_bytes'), age('updated_at', 'Changed')],
      { inside: 'registries_list_repositoriesV2', idAt: ['digest'] },
    ),
    family(
      'registries_list_garbageCollections',
      'Clean-ups',
      [name('uuid', 'Run'), status(), count('Blobs', 'blobs_deleted'), amount('Freed', 'freed_bytes'), age()],
      { inside: 'registries_list', create: 'registries_run_garbageCollection', idAt: ['uuid'], order: newestFirst },
    ),
  ],
};

export const images: FamilyGroup = {
  title: 'Images and snapshots',
  families: [
    family('snapshots_list', 'Snapshots', [
      name(),
      text('Of', 'resource_type', '80px'),
      code('From', 'resource_id'),
      amount('Size', 'size_gigabytes'),
      text('Regions', 'regions'),
      tags(),
      age(),
    ]),
    family(
      'images_list',
      'Images',
      [
        name(),
        status(),
        text('Distribution', 'distribution'),
        code('Code', 'slug'),
        text('Type', 'type', '80px'),
        amount('Size', 'size_gigabytes'),
        yesNo('Public', 'public'),
        age(),
      ],
      { create: 'images_create_custom', urn: 'image' },
    ),
  ],
};
