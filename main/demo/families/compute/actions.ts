import { regionOr } from '../../seeds/regions.ts';
import { type Call, type Handler, ok, pathValue } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound } from '../../wire/problem.ts';
import { randomOf } from '../../world/random.ts';
import { type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { type ActionOutcome, dayMs, hourMs, isoOf, later, type World } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';

const path = '/v2/actions';

/** How long each type takes at usual speed, in milliseconds. The real duration differs by up to a quarter. */
const usualMs: Record<string, number> = {
  create: 14_000,
  destroy: 3_000,
  power_cycle: 8_000,
  reboot: 6_000,
  shutdown: 7_000,
  power_off: 4_000,
  power_on: 6_000,
  snapshot: 25_000,
  resize: 40_000,
  rebuild: 30_000,
  restore: 32_000,
  password_reset: 5_000,
  rename: 2_000,
  enable_backups: 3_000,
  disable_backups: 3_000,
  change_backup_policy: 2_000,
  enable_ipv6: 4_000,
  change_kernel: 4_000,
  attach: 5_000,
  attach_volume: 5_000,
  detach_volume: 5_000,
  assign_ip: 5_000,
  unassign_ip: 4_000,
  reserve_ip: 3_000,
  transfer: 20_000,
  convert: 9_000,
};

/** An action that is about to start. */
export interface Starting {
  type: string;
  /** Null in the answer for things whose id is not a number. */
  resourceId: number | null;
  resourceType: string;
  region: string;
  /** What the action belongs to, as `volume:<id>`, for lists of one thing's actions. */
  target: string;
  /** Applies the result once the action is over. */
  finish?: (outcome: Ended) => void;
}

export type Ended = Exclude<ActionOutcome, 'never'>;

/** Starts an action. How it ends is decided now: as a test ordered, else by chance. */
export function startAction(world: World, team: Team, starting: Starting): Row {
  const id = world.nextId();
  const random = randomOf(world.seed, 'action', id);
  const durationMs = (usualMs[starting.type] ?? 6_000) * (0.8 + random.next() * 0.45);
  const outcome = orderedOutcome(world, starting.type) ?? (random.chance(world.actionErrorRate) ? 'errored' : 'completed');
  const row = actionRow(id, starting, world.now());
  team.table(path).add(row);
  team.targets.set(id, starting.target);
  if (outcome !== 'never')
    later(world, outcome === 'errored' ? durationMs * 0.7 : durationMs, () => end(world, team, id, outcome, starting));
  return row;
}

function end(world: World, team: Team, id: number, outcome: Ended, starting: Starting): void {
  const status = outcome === 'ignored' ? 'completed' : outcome;
  team.table(path).change(id, { status, completed_at: isoOf(world.now()) });
  starting.finish?.(outcome);
}

/** How the next action of that type is to end, if a test or a fault has said so. */
export function orderedOutcome(world: World, type: string): ActionOutcome | null {
  const index = world.orderedOutcomes.findIndex((order) => order.type === null || order.type === type);
  return index < 0 ? null : (world.orderedOutcomes.splice(index, 1)[0]?.outcome ?? null);
}

function actionRow(id: number, { type, resourceId, resourceType, region }: Starting, startedAtMs: number): Row {
  return {
    id,
    status: 'in-progress',
    type,
    started_at: isoOf(startedAtMs),
    completed_at: null,
    resource_id: resourceId,
    resource_type: resourceType,
    region: regionOr(region),
    region_slug: textOf(regionOr(region), 'slug'),
  };
}

const newestFirst = new WeakMap<readonly Row[], readonly Row[]>();

/** A team's actions, the latest first. */
function latestActions(team: Team): readonly Row[] {
  const rows = team.table(path).list();
  const known = newestFirst.get(rows) ?? rows.toReversed();
  newestFirst.set(rows, known);
  return known;
}

/** Lists the actions of one thing, the latest first. */
export function listActionsOf(call: Call, target: string): ReturnType<Handler> {
  const rows = latestActions(call.team).filter(({ id }) => call.team.targets.get(Number(id)) === target);
  return listReply(call, call.team.table(path), rows);
}

/** One action of one thing; 404 when it belongs to another thing. */
export function getActionOf(call: Call, target: string): ReturnType<Handler> {
  const row = call.team.table(path).find(pathValue(call, 'action_id'));
  if (!row || call.team.targets.get(Number(row.id)) !== target) throw notFound();
  return ok({ action: row });
}

/** Types of the actions that a droplet's history consists of. */
const pastTypes = ['reboot', 'snapshot', 'power_cycle', 'snapshot', 'enable_backups', 'reboot', 'resize', 'rename'];

interface Past extends Starting {
  atMs: number;
  outcome: string;
}

const ofDroplet = (droplet: Row) => ({
  resourceId: Number(droplet.id),
  resourceType: 'droplet',
  region: textOf(rowOf(droplet, 'region'), 'slug'),
  target: `droplet:${droplet.id}`,
});

/** One action each of the first volume, the first reserved addresses and the team's latest image. */
function otherPast(world: World, team: Team): Past[] {
  const volume = team.table('/v2/volumes').list()[0];
  const image = team.table('/v2/images').list().at(-1);
  const addresses = ['/v2/reserved_ips', '/v2/reserved_ipv6'].flatMap((place) => {
    const row = team.table(place).list()[0];
    return row ? [{ place, row }] : [];
  });
  const facts = (days: number) => ({ atMs: world.startMs - days * dayMs, outcome: 'completed', region: 'fra1' });
  return [
    ...(volume
      ? [{ ...facts(100), type: 'attach_volume', resourceId: null, resourceType: 'volume', target: `volume:${volume.id}` }]
      : []),
    ...(image && image.public !== true
      ? [{ ...facts(3), type: 'transfer', resourceId: Number(image.id), resourceType: 'image', target: `image:${image.id}` }]
      : []),
    ...addresses.map(({ place, row }) => ({
      ...facts(80),
      type: 'assign_ip',
      resourceId: world.nextId(),
      resourceType: 'reserved_ip',
      target: `${place}/${row.ip}`,
    })),
  ];
}

/** The history: when each droplet was created, and what was done to the first forty since. */
function seedActions({ world, team }: Ground): readonly Row[] {
  const droplets = team.table('/v2/droplets').list();
  const past: Past[] = [];
  for (const [index, droplet] of droplets.slice(0, 40).entries()) {
    const random = team.random('past', index);
    const bornMs = Date.parse(textOf(droplet, 'created_at'));
    past.push({ ...ofDroplet(droplet), atMs: bornMs, type: 'create', outcome: 'completed' });
    for (let count = random.whole(1, 3); count > 0; count -= 1) {
      const atMs = world.startMs - random.whole(2, 60 * 24) * hourMs - random.whole(0, 3_599) * 1000;
      if (atMs > bornMs + hourMs)
        past.push({
          ...ofDroplet(droplet),
          atMs,
          type: random.pick(pastTypes),
          outcome: random.chance(1 / 15) ? 'errored' : 'completed',
        });
    }
    if (droplet.status === 'off' && textOf(droplet, 'name') !== 'cache-01') {
      past.push({ ...ofDroplet(droplet), atMs: world.startMs - 9 * dayMs, type: 'power_off', outcome: 'completed' });
    }
  }
  for (const other of otherPast(world, team)) past.push(other);
  past.sort((one, other) => one.atMs - other.atMs);
  return past.map((one) => pastAction(world, team, one));
}

function pastAction(world: World, team: Team, { atMs, outcome, ...starting }: Past): Row {
  const id = world.nextId();
  team.targets.set(id, starting.target);
  const tookMs = (usualMs[starting.type] ?? 6_000) * (0.8 + randomOf(world.seed, 'past', id).next() * 0.5);
  return { ...actionRow(id, starting, atMs), status: outcome, completed_at: isoOf(atMs + tookMs) };
}

export const actions: Family = {
  seeds: { [path]: seedActions },
  handlers: {
    actions_list: (call) => listReply(call, call.team.table(path), latestActions(call.team)),
  },
};
