import { publicImage } from '../../seeds/images.ts';
import { sizeOf } from '../../seeds/regions.ts';
import { bodyOf, type Call, created, type Reply, rowIn } from '../../wire/call.ts';
import { notFound, unprocessable } from '../../wire/problem.ts';
import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { isoOf, later, type World } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { getActionOf, listActionsOf, startAction } from './actions.ts';
import { addBackupPolicy } from './backup-policies.ts';
import { dropletRegion, nextWindow, publicV6, resizedTo, withFeature } from './droplet-row.ts';

/** How many milliseconds a droplet's own properties lag behind "completed". */
const lagMs = 2_000;
const droplets = '/v2/droplets';

/** What an action type needs, and what it changes. */
interface ActionRule {
  /** Status that the droplet must have; `null`: any status. */
  needs: 'active' | 'off' | null;
  /** Refuses a body that lacks something. */
  check?: (body: Row, team: Team, droplet: Row) => string | null;
  /** The droplet's properties afterwards. */
  leaves?: (droplet: Row, body: Row, world: World) => Row;
  /** Things that the action creates beside the droplet. */
  makes?: (world: World, team: Team, droplet: Row, body: Row) => void;
}

const known = (name: string) => (body: Row) => (textOf(body, name) === '' ? `${name} is required` : null);
const imageOf = (team: Team, id: string) => publicImage(id) ?? team.table('/v2/images').find(id);
/** A droplet is restored from one of its own backups only. */
const backupKnown = (body: Row, _team: Team, droplet: Row) =>
  listOf(droplet, 'backup_ids').map(String).includes(textOf(body, 'image')) ? null : 'You specified an invalid image.';
const imageKnown = (body: Row, team: Team) => (imageOf(team, textOf(body, 'image')) ? null : 'You specified an invalid image.');

const rules: Record<string, ActionRule> = {
  power_cycle: { needs: 'active' },
  reboot: { needs: 'active' },
  shutdown: { needs: 'active', leaves: () => ({ status: 'off' }) },
  power_off: { needs: 'active', leaves: () => ({ status: 'off' }) },
  power_on: { needs: 'off', leaves: () => ({ status: 'active' }) },
  password_reset: { needs: null },
  rename: { needs: null, check: known('name'), leaves: (_, body) => ({ name: body.name }) },
  snapshot: { needs: null, makes: addSnapshot },
  resize: {
    needs: 'off',
    check: (body) => (sizeOf(textOf(body, 'size')) ? null : 'You specified an invalid size.'),
    leaves: (droplet, body) => resizedTo(droplet, textOf(body, 'size'), body.disk === true),
  },
  rebuild: { needs: null, check: imageKnown, leaves: () => ({ status: 'active' }), makes: putImage },
  restore: { needs: null, check: backupKnown },
  change_kernel: {
    needs: null,
    check: known('kernel'),
    leaves: (_, body) => ({ kernel: { id: body.kernel, name: 'GrubLoader v0.2', version: '2026.07' } }),
  },
  enable_ipv6: {
    needs: null,
    leaves: (droplet) => ({
      features: withFeature(droplet, 'ipv6', true),
      networks: { ...rowOf(droplet, 'networks'), v6: [publicV6(Number(droplet.id))] },
    }),
  },
  enable_backups: {
    needs: null,
    leaves: (droplet, _, world) => ({
      features: withFeature(droplet, 'backups', true),
      next_backup_window: nextWindow(world.now()),
    }),
    makes: addBackupPolicy,
  },
  disable_backups: {
    needs: null,
    leaves: (droplet) => ({ features: withFeature(droplet, 'backups', false), next_backup_window: null, backup_ids: [] }),
  },
  change_backup_policy: {
    needs: null,
    check: (body) => (body.backup_policy ? null : 'backup_policy is required'),
    makes: addBackupPolicy,
  },
};

const byTag = new Set([
  'power_cycle',
  'power_on',
  'power_off',
  'shutdown',
  'enable_ipv6',
  'enable_backups',
  'disable_backups',
  'snapshot',
]);

/** Why a droplet cannot do this now, in the API's words; `null`: it can. */
function refusalOf(team: Team, droplet: Row, type: string, body: Row): string | null {
  const rule = rules[type];
  if (!rule) return 'The type of the action is invalid.';
  if (droplet.locked === true) return 'Droplet already has a pending event.';
  if (rule.needs === 'active' && droplet.status === 'off')
    return 'Droplet is currently off. Please power it on to run this event.';
  if (rule.needs === 'off' && droplet.status === 'active')
    return 'Droplet is currently on. Please power it off to run this event.';
  return rule.check?.(body, team, droplet) ?? null;
}

/** Starts an action on a droplet. Throws the API's 422 when it cannot start. */
export function startDropletAction(world: World, team: Team, dropletId: unknown, type: string, body: Row): Row {
  const table = team.table(droplets);
  const droplet = table.find(dropletId);
  if (!droplet) throw notFound();
  const refusal = refusalOf(team, droplet, type, body);
  if (refusal !== null) throw unprocessable(refusal);
  table.change(dropletId, { locked: true });
  return startAction(world, team, {
    type,
    resourceId: Number(droplet.id),
    resourceType: 'droplet',
    region: dropletRegion(droplet),
    target: `droplet:${droplet.id}`,
    finish: (outcome) => {
      table.change(dropletId, { locked: false });
      if (outcome === 'completed') later(world, lagMs, () => leave(world, team, dropletId, type, body));
    },
  });
}

/** The changes show a moment after the action is over, as with the real API. */
function leave(world: World, team: Team, dropletId: unknown, type: string, body: Row): void {
  const table = team.table(droplets);
  const droplet = table.find(dropletId);
  if (!droplet) return;
  const patch = rules[type]?.leaves?.(droplet, body, world) ?? {};
  if (Object.keys(patch).length > 0) table.change(dropletId, patch);
  rules[type]?.makes?.(world, team, droplet, body);
}

function putImage(_: World, team: Team, droplet: Row, body: Row): void {
  const image = imageOf(team, textOf(body, 'image'));
  if (image) team.table(droplets).change(droplet.id, { image });
}

/** A snapshot is an image, an entry in the list of snapshots, and an id on the droplet. */
function addSnapshot(world: World, team: Team, droplet: Row, body: Row): void {
  const id = world.nextId();
  const name = textOf(body, 'name') || `${textOf(droplet, 'name')}-${isoOf(world.now()).slice(0, 10)}`;
  const facts = {
    name,
    created_at: isoOf(world.now()),
    regions: [dropletRegion(droplet)],
    min_disk_size: droplet.disk,
    size_gigabytes: Math.round(Number(droplet.disk) * 31) / 100,
  };
  team
    .table('/v2/snapshots')
    .add({ id: String(id), ...facts, resource_id: String(droplet.id), resource_type: 'droplet', tags: [] });
  team.table('/v2/images').add({
    id,
    ...facts,
    type: 'snapshot',
    distribution: textOf(rowOf(droplet, 'image'), 'distribution'),
    slug: null,
    public: false,
    description: '',
    tags: [],
    status: 'available',
    error_message: '',
  });
  const ids = Array.isArray(droplet.snapshot_ids) ? droplet.snapshot_ids : [];
  team.table(droplets).change(droplet.id, { snapshot_ids: [...ids, id] });
}

function post(call: Call): Reply {
  const body = bodyOf(call);
  const type = textOf(body, 'type');
  return created({ action: startDropletAction(call.world, call.team, call.path.droplet_id, type, body) });
}

/** Starts an action on each droplet with the tag that can take it now. The others are left out. */
function postByTag(call: Call): Reply {
  const body = bodyOf(call);
  const type = textOf(body, 'type');
  if (!byTag.has(type)) throw unprocessable('The type of the action is invalid.');
  const tag = call.query.get('tag_name') ?? '';
  const tagged = call.team
    .table(droplets)
    .list()
    .filter(({ tags }) => Array.isArray(tags) && tags.includes(tag));
  const able = tagged.filter((droplet) => refusalOf(call.team, droplet, type, body) === null);
  return created({ actions: able.map(({ id }) => startDropletAction(call.world, call.team, id, type, body)) });
}

const targetOf = (call: Call) => `droplet:${rowIn(call, droplets, call.path.droplet_id).id}`;

export const dropletActions: Family = {
  handlers: {
    dropletActions_post: post,
    dropletActions_post_byTag: postByTag,
    dropletActions_list: (call) => listActionsOf(call, targetOf(call)),
    dropletActions_get: (call) => getActionOf(call, targetOf(call)),
  },
};
