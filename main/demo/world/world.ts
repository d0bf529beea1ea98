import type { Catalogue } from '../catalogue.ts';
import type { Schedule } from './schedule.ts';
import type { Team } from './team.ts';

/**
 * How the next action to start should end. Tests set it. `ignored`: it is completed and changes nothing, like a shutdown that the
 * droplet's own system does not heed.
 */
export type ActionOutcome = 'completed' | 'errored' | 'never' | 'ignored';

/** Everything that is simulated, with its clock. */
export interface World {
  readonly seed: number;
  /** When the simulation started, in Unix milliseconds. */
  readonly startMs: number;
  readonly catalogue: Catalogue;
  readonly schedule: Schedule;
  readonly teams: readonly Team[];
  /** How many times faster than in reality long operations run. */
  readonly speed: number;
  /** Share of actions that end as errored, 0 to 1. */
  readonly actionErrorRate: number;
  /** Outcomes that tests ordered for the next actions, in that order. */
  readonly orderedOutcomes: { type: string | null; outcome: ActionOutcome }[];
  /** The simulated moment, in Unix milliseconds. */
  now(): number;
  /** The address at which this server listens, without a slash at the end. */
  baseUrl(): string;
  /** A whole number that no other thing has. */
  nextId(): number;
}

/** Runs something after a delay in milliseconds at usual speed. */
export function later(world: World, afterMs: number, run: () => void): void {
  world.schedule.at(world.now() + afterMs / world.speed, run);
}

/** A moment in the API's form: UTC, whole seconds. */
export function isoOf(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
