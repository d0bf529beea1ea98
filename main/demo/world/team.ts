import type { Random } from './random.ts';
import { randomOf } from './random.ts';
import { type Row, Table } from './table.ts';

/** Where a team's tables come from when they are first used. */
export interface TableSource {
  /** The table for a collection path without parameters, such as `/v2/databases/<id>/users`. */
  open(team: Team, path: string): Table;
}

/** How much a team has: everything, the usual things, or almost nothing. */
export type Breadth = 'full' | 'usual' | 'little';

/**
 * One team, which is what a token shows. Tables are made when they are first used. A document is a thing without a list of
 * its own.
 */
export class Team {
  readonly name: string;
  readonly breadth: Breadth;
  readonly seed: number;
  readonly uuid: string;
  readonly ownerUuid: string;
  readonly email: string;
  /** What each action belongs to, as `droplet:<id>`. The API's own rows do not say that for every kind. */
  readonly targets = new Map<number, string>();
  /** Secrets of keys that were made, with which agents and models can be asked. */
  readonly keys = new Set<string>();
  readonly #source: TableSource;
  readonly #tables = new Map<string, Table>();
  readonly #documents = new Map<string, Row>();
  readonly #opening = new Set<string>();

  constructor(options: { name: string; breadth: Breadth; email: string; seed: number; source: TableSource }) {
    this.name = options.name;
    this.breadth = options.breadth;
    this.email = options.email;
    this.seed = options.seed;
    this.#source = options.source;
    const random = this.random('team');
    this.uuid = random.hex(40);
    this.ownerUuid = random.hex(40);
  }

  /** A random generator of this team for a purpose. */
  random(...purpose: readonly (string | number)[]): Random {
    return randomOf(this.seed, this.name, ...purpose);
  }

  table(path: string): Table {
    const known = this.#tables.get(path);
    if (known) return known;
    // Seeding one table may read another that reads back: at that moment the first one is empty.
    if (this.#opening.has(path)) return new Table('id');
    this.#opening.add(path);
    const opened = this.#source.open(this, path);
    this.#opening.delete(path);
    this.#tables.set(path, opened);
    return opened;
  }

  /** Sets a table that another part created or emptied. */
  hold(path: string, table: Table): Table {
    this.#tables.set(path, table);
    return table;
  }

  /** Removes everything below a path, because what belongs to a thing is deleted with it. */
  forgetBelow(path: string): void {
    for (const key of this.#tables.keys()) if (key.startsWith(`${path}/`)) this.#tables.delete(key);
    for (const key of this.#documents.keys()) if (key.startsWith(`${path}/`)) this.#documents.delete(key);
  }

  document(path: string, make: () => Row): Row {
    const known = this.#documents.get(path);
    if (known) return known;
    const made = make();
    this.#documents.set(path, made);
    return made;
  }

  keep(path: string, document: Row): Row {
    this.#documents.set(path, document);
    return document;
  }
}
