import type { Catalogue, Entry } from './catalogue.ts';
import { families } from './families/all.ts';
import { seedDroplets } from './families/compute/droplets.ts';
import { metricHandlers } from './families/monitoring/metrics.ts';
import { collectionsOf } from './generic/collections.ts';
import { createRemembering } from './generic/remember.ts';
import { createPlaces, openTable } from './generic/source.ts';
import type { DemoOptions } from './options.ts';
import { plannedTeams, shareOut } from './seeds/droplet-plan.ts';
import type { Handler } from './wire/call.ts';
import { createSchedule } from './world/schedule.ts';
import { Table } from './world/table.ts';
import { Team } from './world/team.ts';
import type { World } from './world/world.ts';

/** A world, and the handlers that answer for it. */
export interface Simulation {
  world: World;
  handler: (entry: Entry) => Handler;
  advance: (ms: number) => void;
}

/** Creates teams with their droplets, a clock, and an answer for every operation. */
export function createSimulation(catalogue: Catalogue, options: DemoOptions, baseUrl: () => string): Simulation {
  const clock = options.now ?? Date.now;
  let aheadMs = 0;
  let latestId = 700_000_000;
  const seed = options.seed ?? 1;
  const startMs = clock();
  const collections = collectionsOf(catalogue);
  const places = createPlaces(collections);
  const schedule = createSchedule(startMs);
  const teams: Team[] = [];
  let isSettling = false;
  const now = () => (isSettling ? schedule.moment() : clock() + aheadMs);
  const world: World = {
    seed,
    startMs,
    catalogue,
    schedule: {
      ...schedule,
      settle(atMs) {
        isSettling = true;
        schedule.settle(atMs);
        isSettling = false;
      },
    },
    teams,
    speed: options.speed ?? 1,
    actionErrorRate: options.actionErrorRate ?? 1 / 15,
    orderedOutcomes: [],
    now,
    baseUrl,
    nextId: () => {
      latestId += 1;
      return latestId;
    },
  };
  const source = { open: (team: Team, path: string) => openTable(world, places, families, team, path) };
  const counts = shareOut(options.droplets ?? 23);
  for (const [index, { name, breadth, email }] of plannedTeams.entries()) {
    const team = new Team({ name, breadth, email, seed, source });
    teams.push(team);
    team.hold('/v2/droplets', new Table('id', seedDroplets({ world, team, parents: [] }, counts[index] ?? 0)));
  }
  const effects = Object.assign({}, ...families.map((family) => family.effects ?? {}));
  const remembering = createRemembering(collections, effects);
  const metrics = metricHandlers(catalogue.entries.map(({ operation }) => operation));
  const named = [...Object.entries(metrics), ...families.flatMap((family) => Object.entries(family.handlers ?? {}))];
  const handlers = new Map(named);
  return {
    world,
    handler: ({ operation }) => handlers.get(operation.id) ?? remembering,
    advance: (ms) => {
      aheadMs += ms;
      world.schedule.settle(clock() + aheadMs);
    },
  };
}
