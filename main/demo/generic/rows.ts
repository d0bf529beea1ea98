import type { Schema } from '../../core/digitalocean/catalogue/types.ts';
import type { Effects } from '../families/family.ts';
import { startingOf, steadyOf } from '../schema/believable.ts';
import { plain, propertiesOf } from '../schema/plain.ts';
import { bodyOf, type Call } from '../wire/call.ts';
import type { Row, Table } from '../world/table.ts';
import { isoOf, later } from '../world/world.ts';
import type { Collection } from './collections.ts';
import { fill } from './source.ts';

/** Makes a row from a body and stores it. It starts in the state of new things and comes to rest later. */
export function beBorn(call: Call, collection: Collection, path: string, effects: Effects | undefined): Row {
  const nowIso = isoOf(call.world.now());
  const names = propertyNames(collection);
  const given: Row = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => names.size === 0 || names.has(name)));
  for (const name of ['created_at', 'updated_at', 'started_at']) if (names.has(name)) given[name] = nowIso;
  const filled = fill(call.world, call.team, collection, given, `${path}#born${call.world.nextId()}`);
  const { row, rest } = atStart(collection, filled, given);
  const table = call.team.table(path);
  const born = table.add(effects?.born?.(call, row) ?? row);
  const id = born[collection.idField];
  // A family that gives it another state decides what becomes of that.
  const isUsual = rest !== null && Object.keys(rest).every((name) => born[name] === row[name]);
  if (isUsual) later(call.world, 8_000, () => table.change(id, rest));
  return born;
}

/** The new row in the state that new things have, and the state in which it comes to rest. */
function atStart(collection: Collection, row: Row, given: Row): { row: Row; rest: Row | null } {
  for (const name of ['status', 'state', 'phase']) {
    const values = enumOf(collection, name);
    const [first, last] = [startingOf(values), steadyOf(values)];
    if (given[name] === undefined && first !== undefined && first !== last) {
      return { row: { ...row, [name]: first }, rest: { [name]: last } };
    }
  }
  return { row, rest: null };
}

function enumOf({ shapes }: Collection, name: string): readonly unknown[] {
  for (const { schema, book } of shapes) {
    const property: Schema | undefined = propertiesOf(schema, book)[name];
    if (property) return plain(property, book).enum ?? [];
  }
  return [];
}

function propertyNames({ shapes }: Collection): Set<string> {
  return new Set(shapes.flatMap(({ schema, book }) => Object.keys(propertiesOf(schema, book))));
}

/** Merges the properties of a body into a row. An id never changes this way. */
export function update(call: Call, collection: Collection, table: Table, row: Row, effects: Effects | undefined): Row {
  const names = propertyNames(collection);
  const { [collection.idField]: _, ...body } = bodyOf(call);
  const isNamed = collection.idField === 'name';
  const picked: Row = Object.fromEntries(Object.entries(body).filter(([name]) => names.size === 0 || names.has(name)));
  if (isNamed && typeof bodyOf(call).name === 'string') picked.name = bodyOf(call).name;
  if (names.has('updated_at')) picked.updated_at = isoOf(call.world.now());
  const extra = effects?.changed?.(call, { ...row, ...picked }) ?? {};
  return table.change(row[collection.idField], { ...picked, ...extra }) ?? row;
}
