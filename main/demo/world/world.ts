import type { Catalogue } from '../catalogue.ts';
import type { Schedule } from './schedule.ts';
import type { Team } from './team.ts';

/** How an action that starts next should end; set by tests. */
export type ActionOutcome = 'completed' | 'errored' | 'never';

/** Everything that is simulated, and the clock it lives by. */
export interface World {
  readonly seed: number;
  /** When the simulation began, Unix milliseconds. */
  readonly startMs: number;
  readonly catalogue: Catalogue;
  readonly schedule: Schedule;
  readonly teams: readonly Team[];
  /** How many times faster than life long-running things are. */
  readonly speed: number;
  /** Share of actions that end as errored, 0 to 1. */
  readonly actionErrorRate: number;
  /** What tests ordered of actions to come, first one first. */
  readonly orderedOutcomes: { type: string | null; outcome: ActionOutcome }[];
  /** The moment that is being lived through, Unix milliseconds. */
  now(): number;
  /** Where this server listens, without a slash at the end. */
  baseUrl(): string;
  /** A whole number that no other thing has. */
  nextId(): number;
}

/** Runs something after a while of simulated life, given in milliseconds at usual speed. */
export function later(world: World, afterMs: number, run: () => void): void {
  world.schedule.at(world.now() + afterMs / world.speed, run);
}

/** A moment as the API writes it: UTC, whole seconds. */
export function isoOf(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
