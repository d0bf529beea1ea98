import type { Family, Ground, Seed } from '../families/family.ts';
import { makeRow } from '../schema/make.ts';
import { type Row, Table } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';
import type { Collection } from './collections.ts';
import { makeContextOf } from './make-context.ts';
import { isParameter, placeOf } from './places.ts';

/** Finds the collection of a path with values, and those values. */
export interface Places {
  find(path: string): { collection: Collection; parents: string[] } | null;
}

export function createPlaces(collections: ReadonlyMap<string, Collection>): Places {
  const byLength = new Map<number, { pieces: string[]; collection: Collection }[]>();
  for (const collection of collections.values()) {
    const pieces = placeOf(collection.path).split('/');
    byLength.set(pieces.length, [...(byLength.get(pieces.length) ?? []), { pieces, collection }]);
  }
  // A fixed part of a path is preferred to a parameter.
  for (const list of byLength.values()) list.sort((one, other) => parameters(one.pieces) - parameters(other.pieces));
  return {
    find(path) {
      const values = path.split('/');
      const found = byLength
        .get(values.length)
        ?.find(({ pieces }) => pieces.every((piece, index) => isParameter(piece) || piece === values[index]));
      if (!found) return null;
      return { collection: found.collection, parents: values.filter((_, index) => isParameter(found.pieces[index] ?? '')) };
    },
  };
}

const parameters = (pieces: readonly string[]) => pieces.filter(isParameter).length;

/** Lists that only the team with everything has, and lists that even the smallest team has. */
const aloneInFull =
  /partner_network|byoip|dedicated|vector|security|add-ons\/saas|organizations|nfs|autoscale$|nat_gateways|batches|kubernetes\/clusters$|reserved_ipv6|custom_models|evaluation/;
const evenInLittle =
  /^\/v2\/(account\/keys|1-clicks|gen-ai\/(regions|models)|apps\/(tiers|regions)|add-ons\/apps|kubernetes\/options)|\{|^\/v1\/models/;

/** Makes a team's tables: from a family's seed if there is one, else from the collection's schemas. */
export function openTable(world: World, places: Places, families: readonly Family[], team: Team, path: string): Table {
  const found = places.find(path);
  if (!found) return new Table('id');
  const { collection, parents } = found;
  const seed = families.map(({ seeds }) => seeds?.[placeOf(collection.path)]).find((one) => one !== undefined);
  const rows = seed ? seeded(seed, { world, team, parents }, collection, path) : invented(world, team, collection, path);
  return new Table(collection.idField, rows);
}

function seeded(seed: Seed, ground: Ground, collection: Collection, path: string): Row[] {
  return seed(ground).map((given, index) => fill(ground.world, ground.team, collection, given, `${path}#${index}`));
}

function invented(world: World, team: Team, collection: Collection, path: string): Row[] {
  if (team.breadth !== 'full' && aloneInFull.test(collection.path)) return [];
  if (team.breadth === 'little' && !evenInLittle.test(collection.path)) return [];
  const count = team.random(path, 'count').whole(2, 4);
  const rows = Array.from({ length: count }, (_, index) => fill(world, team, collection, {}, `${path}#${index}`));
  const names = new Set<unknown>();
  return rows.map((row, index) => {
    const isTaken = typeof row.name === 'string' && names.has(row.name);
    names.add(row.name);
    return isTaken ? { ...row, name: `${row.name}-${index + 1}` } : row;
  });
}

/** Completes a row: what is not given, the id included, is invented from the schemas. */
export function fill(world: World, team: Team, collection: Collection, given: Row, purpose: string): Row {
  const random = team.random(purpose);
  const noun = collection.path.split('/').findLast((piece) => !isParameter(piece)) ?? 'things';
  const around = makeContextOf(team, random, world.now(), noun);
  const row = collection.shapes.reduce<Row>((made, { schema, book }) => makeRow(schema, book, around, made), given);
  if (row[collection.idField] === undefined || row[collection.idField] === null || row[collection.idField] === '')
    row[collection.idField] = random.uuid();
  return orderInTime(row);
}

/** Invented times must not contradict each other. */
function orderInTime(row: Row): Row {
  const { created_at: born, updated_at: touched } = row;
  if (typeof born === 'string' && typeof touched === 'string' && touched < born) return { ...row, updated_at: born };
  return row;
}
