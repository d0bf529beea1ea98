import { startDropletAction } from '../families/compute/droplet-actions.ts';
import { goDown } from '../families/compute/droplets.ts';
import { type Random, randomOf } from '../world/random.ts';
import { isRow, type Row, textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import { later, minuteMs, type World } from '../world/world.ts';

/** The actions that others start. Each of these ten entries is equally likely. */
const habits = [
  'reboot',
  'snapshot',
  'snapshot',
  'power_cycle',
  'reboot',
  'snapshot',
  'enable_backups',
  'reboot',
  'snapshot',
  'power_cycle',
];

/**
 * Lets the account change without any request: others start an action every few minutes, and now and then a droplet goes off
 * by itself and is powered on again. Some of this is already running when the demo starts.
 */
export function startLife(world: World): void {
  const random = randomOf(world.seed, 'life');
  const [first, second] = world.teams;
  if (!first || !second) return;
  begin(world, first, 'api-01', 'snapshot');
  first.table('/v2/droplets').change(named(first, 'worker-01')?.id, { status: 'off' });
  begin(world, first, 'worker-01', 'resize', { size: 'c-4' });
  later(world, 50_000, () => begin(world, first, 'worker-01', 'power_on'));
  begin(world, second, 'preview-18', 'rebuild', { image: 'debian-13-x64' });
  plan(world, random, 2, 5, () => something(world, random));
  plan(world, random, 9, 20, () => mishap(world, random));
}

/** Repeats something, each time after that many minutes. */
function plan(world: World, random: Random, lowest: number, highest: number, run: () => void): void {
  later(world, random.whole(lowest * 60, highest * 60) * 1000, () => {
    run();
    plan(world, random, lowest, highest, run);
  });
}

const named = (team: Team, name: string): Row | undefined =>
  team
    .table('/v2/droplets')
    .list()
    .find((row) => textOf(row, 'name') === name);

function begin(world: World, team: Team, name: string, type: string, extra: Row = {}): void {
  const droplet = named(team, name);
  if (droplet) attempt(world, team, droplet, type, extra);
}

/** An action of others is refused too when something else runs. */
function attempt(world: World, team: Team, droplet: Row, type: string, extra: Row = {}): void {
  try {
    startDropletAction(world, team, droplet.id, type, { type, ...extra });
  } catch {
    // A refusal changes nothing. There will be a next time.
  }
}

function something(world: World, random: Random): void {
  const team = random.pick(world.teams);
  const idle = team
    .table('/v2/droplets')
    .list()
    .filter((row) => row.status === 'active' && row.locked === false);
  if (idle.length > 0) attempt(world, team, random.pick(idle), random.pick(habits));
}

function mishap(world: World, random: Random): void {
  const team = random.pick(world.teams.slice(0, 2));
  const table = team.table('/v2/droplets');
  const running = table.list().filter((row) => row.status === 'active' && row.locked === false && isRow(row.region));
  if (running.length === 0) return;
  const { id } = random.pick(running);
  goDown(world, team, id);
  later(world, random.whole(6, 14) * minuteMs, () => {
    const droplet = table.find(id);
    if (droplet?.status === 'off') attempt(world, team, droplet, 'power_on');
  });
}
