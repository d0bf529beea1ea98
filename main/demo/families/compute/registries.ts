import { type Call, created, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { notFound, Problem } from '../../wire/problem.ts';
import type { Row } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';

const path = '/v2/registries';
const collections = `${path}/{registry_name}/garbage-collection`;
const repositories = `${path}/{registry_name}/repositories`;

const names: Record<string, string> = { 'Harbour Works': 'harbour', Tidepool: 'tidepool' };
const digest = (team: Team, ...parts: string[]) => `sha256:${team.random('digest', ...parts).hex(64)}`;

function manifest({ team, world }: Ground, registry: string, repository: string, tags: readonly string[], days: number): Row {
  const size = team.random('size', repository, days).whole(60, 400) * 1_048_576;
  const layer = { digest: digest(team, repository, 'layer'), compressed_size_bytes: Math.round(size / 3) };
  return {
    registry_name: registry,
    repository,
    digest: digest(team, repository, String(days)),
    compressed_size_bytes: Math.round(size / 2.6),
    size_bytes: size,
    updated_at: isoOf(world.startMs - days * dayMs),
    tags,
    blobs: [layer],
  };
}

const versionTags: readonly (readonly [tag: string, days: number])[] = [
  ['latest', 2],
  ['v2.14.0', 2],
  ['v2.13.1', 9],
  ['v2.13.0', 30],
];

const repositoryOf = (parents: readonly string[]) => [parents[0] ?? '', decodeURIComponent(parents[1] ?? '')] as const;

function collect(call: Call): Reply {
  const registry = rowIn(call, path, call.path.registry_name);
  const place = `${path}/${registry.name}/garbage-collection`;
  const table = call.team.table(place);
  const isRunning = table.list().some(({ status }) => !['succeeded', 'failed', 'cancelled'].includes(String(status)));
  if (isRunning) throw new Problem(409, 'conflict', 'a garbage collection is already active');
  const at = isoOf(call.world.now());
  const uuid = call.team.random('collection', call.world.nextId()).uuid();
  const row = table.add({
    uuid,
    registry_name: registry.name,
    status: 'requested',
    created_at: at,
    updated_at: at,
    blobs_deleted: 0,
    freed_bytes: 0,
  });
  const steps: [string, number][] = [
    ['scanning manifests', 4_000],
    ['deleting unreferenced blobs', 10_000],
    ['succeeded', 18_000],
  ];
  for (const [status, afterMs] of steps) {
    later(call.world, afterMs, () => {
      if (table.find(uuid)?.status === 'cancelled') return;
      table.change(uuid, {
        status,
        updated_at: isoOf(call.world.now()),
        ...(status === 'succeeded' ? { blobs_deleted: 42, freed_bytes: 812_646_400 } : {}),
      });
    });
  }
  return created({ garbage_collection: row });
}

function latestCollection(call: Call): Reply {
  const registry = rowIn(call, path, call.path.registry_name);
  const latest = call.team.table(`${path}/${registry.name}/garbage-collection`).list().at(-1);
  if (!latest) throw notFound();
  return ok({ garbage_collection: latest });
}

function cancelCollection(call: Call): Reply {
  const place = `${path}/${rowIn(call, path, call.path.registry_name).name}/garbage-collection`;
  const row = rowIn(call, place, call.path.garbage_collection_uuid);
  return ok({
    garbage_collection: call.team.table(place).change(row.uuid, { status: 'cancelled', updated_at: isoOf(call.world.now()) }),
  });
}

/** The older API knows only one registry, which is the first one. */
function only({ team }: Call): Row {
  const first = team.table(path).list()[0];
  if (!first) throw notFound();
  return first;
}

/** Tags and digests of a repository are stored under its name, with encoded slashes. */
const inside = ({ path: { registry_name = '', repository_name = '' } }: Call, what: string) =>
  `${path}/${registry_name}/repositories/${repository_name.replaceAll('/', '%2F')}/${what}`;

function removeRepository(call: Call): Reply {
  const place = `${path}/${rowIn(call, path, call.path.registry_name).name}/repositories`;
  const row = rowIn(call, place, call.path.repository_name);
  call.team.table(place).remove(row.name);
  return noContent();
}

const removeInside =
  (what: string, parameter: string) =>
  (call: Call): Reply => {
    const row = rowIn(call, inside(call, what), call.path[parameter]);
    call.team.table(inside(call, what)).remove(what === 'tags' ? row.tag : row.digest);
    return noContent();
  };

function createOnly(call: Call, remembering: Row): Reply {
  call.team.table(path).add(remembering);
  return created({ registry: remembering });
}

/** What Docker keeps of a login: the same token as name and as password. */
function dockerConfig({ team }: Call): Reply {
  const token = team.random('docker login').hex(32);
  return ok({ auths: { 'registry.digitalocean.com': { auth: btoa(`${token}:${token}`) } } });
}

export const registries: Family = {
  seeds: {
    [path]: ({ team, world }) => {
      const name = names[team.name];
      if (name === undefined) return [];
      const at = isoOf(world.startMs - 333 * dayMs);
      const subscription = {
        tier: {
          name: 'Basic',
          slug: 'basic',
          included_repositories: 5,
          included_storage_bytes: 5_368_709_120,
          allow_storage_overage: true,
          included_bandwidth_bytes: 5_368_709_120,
          monthly_price_in_cents: 500,
          storage_overage_price_in_cents: 2,
        },
        created_at: at,
        updated_at: at,
      };
      return [
        {
          name,
          created_at: at,
          region: 'fra1',
          storage_usage_bytes: 2_147_483_648,
          storage_usage_bytes_updated_at: isoOf(world.startMs - 3_600_000),
          subscription,
        },
      ];
    },
    [repositories]: (ground) =>
      ['storefront', 'api', 'worker', 'tools/backup'].map((name) => ({
        registry_name: ground.parents[0],
        name,
        latest_manifest: manifest(ground, ground.parents[0] ?? '', name, ['latest', 'v2.14.0'], 2),
        latest_tag: {
          registry_name: ground.parents[0],
          repository: name,
          tag: 'latest',
          manifest_digest: digest(ground.team, name, '2'),
          compressed_size_bytes: 60_000_000,
          size_bytes: 156_000_000,
          updated_at: isoOf(ground.world.startMs - 2 * dayMs),
        },
        tag_count: versionTags.length,
        manifest_count: 3,
      })),
    [`${repositories}/{repository_name}/tags`]: (ground) => {
      const [registry_name, repository] = repositoryOf(ground.parents);
      return versionTags.map(([tag, days]) => ({
        registry_name,
        repository,
        tag,
        manifest_digest: digest(ground.team, repository, String(days)),
        compressed_size_bytes: 60_000_000,
        size_bytes: 156_000_000,
        updated_at: isoOf(ground.world.startMs - days * dayMs),
      }));
    },
    [`${repositories}/{repository_name}/digests`]: (ground) => {
      const [registry, repository] = repositoryOf(ground.parents);
      const byDays = Map.groupBy(versionTags, ([, days]) => days);
      return [...byDays].map(([days, tags]) =>
        manifest(
          ground,
          registry,
          repository,
          tags.map(([tag]) => tag),
          days,
        ),
      );
    },
    [collections]: ({ team, world, parents: [registry_name] }) => {
      const at = isoOf(world.startMs - 25 * dayMs);
      return [
        {
          uuid: team.random('collection', String(registry_name)).uuid(),
          registry_name,
          status: 'succeeded',
          created_at: at,
          updated_at: at,
          blobs_deleted: 117,
          freed_bytes: 1_610_612_736,
        },
      ];
    },
  },
  handlers: {
    registries_run_garbageCollection: collect,
    registry_run_garbageCollection: collect,
    registries_get_garbageCollection: latestCollection,
    registry_get_garbageCollection: latestCollection,
    registries_update_garbageCollection: cancelCollection,
    registry_update_garbageCollection: cancelCollection,
    registries_delete_repository: removeRepository,
    registries_delete_repositoryTag: removeInside('tags', 'repository_tag'),
    registry_delete_repositoryTag: removeInside('tags', 'repository_tag'),
    registries_delete_repositoryManifest: removeInside('digests', 'manifest_digest'),
    registry_delete_repositoryManifest: removeInside('digests', 'manifest_digest'),
    registries_get_dockerCredentials: dockerConfig,
    registry_get_dockerCredentials: dockerConfig,
    registry_get: (call) => ok({ registry: only(call) }),
    registry_create: (call) => {
      const body = call.body as Row;
      return createOnly(call, {
        name: body.name,
        region: body.region ?? 'nyc3',
        created_at: isoOf(call.world.now()),
        storage_usage_bytes: 0,
        storage_usage_bytes_updated_at: isoOf(call.world.now()),
      });
    },
    registry_delete: (call) => {
      call.team.table(path).remove(only(call).name);
      return noContent();
    },
  },
};
