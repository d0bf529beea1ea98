import type { Call, Handler } from '../wire/call.ts';
import type { Row } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';

/** What a seed may use. */
export interface Ground {
  world: World;
  team: Team;
  /** Values of the parameters in the collection's path, in their order. */
  parents: readonly string[];
}

/** The things that a team has at the start. Properties that a row leaves out are invented from its schema. */
export type Seed = (ground: Ground) => readonly Row[];

/** What a family does besides storing things. Each hook returns properties or changes rows in the team's tables. */
export interface Effects {
  /** Returns the last properties of a new row, and may plan what happens to it later. */
  born?: (call: Call, row: Row) => Row;
  /** Called after an update. Returns more properties to set. */
  changed?: (call: Call, row: Row) => Row;
  gone?: (call: Call, row: Row) => void;
}

/** One family of the API: its things, what happens to them, and the operations that do more than store. */
export interface Family {
  /** By collection path, as the catalogue writes it. */
  seeds?: Record<string, Seed>;
  effects?: Record<string, Effects>;
  /** By operationId. */
  handlers?: Record<string, Handler>;
}
