import type { Call, Handler } from '../wire/call.ts';
import type { Row } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';

/** What a seed may draw on. */
export interface Ground {
  world: World;
  team: Team;
  /** Values of the collection path's parameters, first one first. */
  parents: readonly string[];
}

/** The things that a team has from the beginning. Properties that a row leaves out are made up from its schema. */
export type Seed = (ground: Ground) => readonly Row[];

/** What happens besides remembering. Each gives or changes rows through the team's tables. */
export interface Effects {
  /** Gives a new row its last properties; may plan what happens to it later. */
  born?: (call: Call, row: Row) => Row;
  /** After an update; gives properties to set besides. */
  changed?: (call: Call, row: Row) => Row;
  gone?: (call: Call, row: Row) => void;
}

/** One family of the API: what exists, what happens, and the operations that are more than remembering. */
export interface Family {
  /** By collection path, as the catalogue writes it. */
  seeds?: Record<string, Seed>;
  effects?: Record<string, Effects>;
  /** By operationId. */
  handlers?: Record<string, Handler>;
}
