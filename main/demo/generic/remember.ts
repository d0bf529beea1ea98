import type { Schema } from '../../core/digitalocean/catalogue/types.ts';
import { startingOf, steadyOf } from '../schema/believable.ts';
import { makeRow } from '../schema/make.ts';
import { plain, propertiesOf } from '../schema/plain.ts';
import { bodyOf, type Call, type Handler, type Reply } from '../wire/call.ts';
import { listReply } from '../wire/paging.ts';
import { notFound, Problem } from '../wire/problem.ts';
import type { Effects } from '../world/family.ts';
import type { Row, Table } from '../world/table.ts';
import { isoOf, later } from '../world/world.ts';
import { type Collection, thingOf } from './collections.ts';
import { fillPath, isParameter, placeOf, splitLast } from './places.ts';
import { fill } from './source.ts';
import { surroundingsOf } from './surroundings.ts';

/** The answers of every operation that is only about remembering: lists, things, documents, verbs. */
export function createRemembering(collections: ReadonlyMap<string, Collection>, effects: Record<string, Effects>): Handler {
  const kept = new Map([...collections.values()].map((one) => [placeOf(one.path), one]));

  return (call) => {
    const template = placeOf(call.operation.path);
    const { parent, last } = splitLast(template);
    requireParents(call, template);
    const owner = isParameter(last) ? kept.get(parent) : undefined;
    if (owner) return one(call, owner, parent, last.slice(1, -1));
    const collection = kept.get(template);
    if (collection && call.operation.method === 'GET' && call.operation.collectionKey !== null) return list(call, template);
    if (collection && call.operation.method === 'POST') return create(call, collection, template);
    return document(call, template);
  };

  /** What belongs to a thing exists only while the thing does. */
  function requireParents(call: Call, template: string): void {
    const pieces = template.split('/');
    for (let end = 3; end < pieces.length; end += 1) {
      const piece = pieces[end] ?? '';
      const above = pieces.slice(0, end).join('/');
      if (!isParameter(piece) || !kept.has(above) || end === pieces.length - 1) continue;
      if (!call.team.table(fillPath(above, call.path)).find(call.path[piece.slice(1, -1)])) throw notFound();
    }
  }

  function list(call: Call, template: string): Reply {
    const path = fillPath(template, call.path);
    return listReply(call, call.team.table(path), undefined, besideList(call, path));
  }

  function create(call: Call, collection: Collection, template: string): Reply {
    const path = fillPath(template, call.path);
    const row = beBorn(call, collection, path, effects[template]);
    return replyWith(call, collection, row);
  }

  function one(call: Call, collection: Collection, template: string, parameter: string): Reply {
    const path = fillPath(template, call.path);
    const table = call.team.table(path);
    const id = call.path[parameter];
    const row = table.find(id);
    if (!row) throw notFound();
    switch (call.operation.method) {
      case 'DELETE':
        table.remove(id);
        call.team.forgetBelow(`${path}/${id}`);
        effects[template]?.gone?.(call, row);
        return replyWith(call, collection, row);
      case 'GET':
        return replyWith(call, collection, row);
      default:
        return replyWith(call, collection, update(call, collection, table, row, effects[template]));
    }
  }

  /** A thing without a list of its own, or a verb: what it answers is made once, and updates change it. */
  function document(call: Call, template: string): Reply {
    const path = fillPath(template, call.path);
    const owner = ownerOf(call, template);
    if (
      owner &&
      call.operation.method !== 'GET' &&
      thingOf({ operation: call.operation, book: call.book })?.root === owner.collection.root
    ) {
      return replyWith(call, owner.collection, update(call, owner.collection, owner.table, owner.row, undefined));
    }
    const made = makeAnswer(call, path);
    if (call.operation.method === 'GET')
      return reply(
        call,
        merge(
          made,
          call.team.document(path, () => made),
        ),
      );
    if (call.operation.method === 'DELETE') return reply(call, made);
    return reply(call, call.operation.responses[0]?.schema ? remember(call, path, made) : rememberBody(call, path, made));
  }

  function ownerOf(call: Call, template: string): { collection: Collection; table: Table; row: Row } | null {
    const pieces = template.split('/');
    for (let end = pieces.length - 1; end > 2; end -= 1) {
      const piece = pieces[end] ?? '';
      const collection = kept.get(pieces.slice(0, end).join('/'));
      if (!isParameter(piece) || !collection) continue;
      const table = call.team.table(fillPath(placeOf(collection.path), call.path));
      const row = table.find(call.path[piece.slice(1, -1)]);
      return row ? { collection, table, row } : null;
    }
    return null;
  }
}

/** Makes a row out of a body and keeps it; it starts as new things do and comes to rest later. */
export function beBorn(call: Call, collection: Collection, path: string, effects: Effects | undefined): Row {
  const nowIso = isoOf(call.world.now());
  const names = propertyNames(collection);
  const given: Row = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => names.size === 0 || names.has(name)));
  for (const name of ['created_at', 'updated_at', 'started_at']) if (names.has(name)) given[name] = nowIso;
  const filled = fill(call.world, call.team, collection, given, `${path}#born${call.world.nextId()}`);
  const { row, rest } = atStart(collection, filled, given);
  const table = call.team.table(path);
  const born = table.add(effects?.born?.(call, row) ?? row);
  if (rest) later(call.world, 8_000, () => table.change(born[collection.idField], rest));
  return born;
}

/** The new row in the state that new things have, and the state it comes to. */
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

/** Merges what a body names into a row; an id never changes this way. */
function update(call: Call, collection: Collection, table: Table, row: Row, effects: Effects | undefined): Row {
  const names = propertyNames(collection);
  const { [collection.idField]: _, ...body } = bodyOf(call);
  const isNamed = collection.idField === 'name';
  const picked: Row = Object.fromEntries(Object.entries(body).filter(([name]) => names.size === 0 || names.has(name)));
  if (isNamed && typeof bodyOf(call).name === 'string') picked.name = bodyOf(call).name;
  if (names.has('updated_at')) picked.updated_at = isoOf(call.world.now());
  const extra = effects?.changed?.(call, { ...row, ...picked }) ?? {};
  return table.change(row[collection.idField], { ...picked, ...extra }) ?? row;
}

/** One thing in the form that its operation answers, with the status it documents. */
export function replyWith(call: Call, collection: Collection, row: Row): Reply {
  const { responses } = call.operation;
  const schema = responses[0]?.schema;
  if (!schema) return reply(call, null);
  const thing = thingOf({ operation: call.operation, book: call.book });
  const key = call.operation.collectionKey;
  if (key !== null) return reply(call, { [key]: [row] });
  if (thing?.root) return reply(call, { [thing.root]: row });
  const names = Object.keys(propertiesOf(schema, call.book));
  if (collection.root !== null && names.includes(collection.root)) {
    return reply(call, { ...makeAnswer(call, call.pathname), [collection.root]: row });
  }
  const isSame = names.every((name) => Object.hasOwn(row, name));
  return reply(
    call,
    isSame
      ? row
      : {
          ...makeAnswer(call, call.pathname),
          ...Object.fromEntries(names.flatMap((name) => (Object.hasOwn(row, name) ? [[name, row[name]]] : []))),
        },
  );
}

/** A body with the first status that the operation documents; 410 where it documents none, since only that is left. */
export function reply(call: Call, json: Row | null): Reply {
  const first = call.operation.responses[0];
  if (!first) throw new Problem(410, 'gone', 'This operation is no longer available.');
  return first.schema && json ? { status: Number(first.status), json } : { status: Number(first.status) };
}

/** An answer made up from its schema; what the request says about the same names is taken from there. */
export function makeAnswer(call: Call, purpose: string, given: Row = {}): Row {
  const schema = call.operation.responses[0]?.schema;
  if (!schema) return given;
  const names = new Set(Object.keys(propertiesOf(schema, call.book)));
  const echoed = Object.entries({ ...call.path, ...bodyOf(call) }).filter(([name]) => names.has(name));
  const noun = call.operation.path.split('/').findLast((piece) => piece !== '' && !isParameter(piece)) ?? 'things';
  const around = surroundingsOf(call.team, call.team.random(purpose, 'answer'), call.world.now(), noun);
  return makeRow(schema, call.book, around, { ...Object.fromEntries(echoed), ...given });
}

function besideList(call: Call, path: string): Row {
  const schema = call.operation.responses[0]?.schema;
  const names = schema ? Object.keys(propertiesOf(schema, call.book)) : [];
  const framing = new Set([
    'links',
    'meta',
    call.operation.collectionKey,
    'total',
    'has_more',
    'first_id',
    'last_id',
    'total_items',
    'total_pages',
    'current_page',
  ]);
  const beside = names.filter((name) => !framing.has(name));
  if (beside.length === 0) return {};
  const made = call.team.document(`${path}/#beside`, () => makeAnswer(call, path));
  return Object.fromEntries(beside.map((name) => [name, made[name]]));
}

function remember(call: Call, path: string, made: Row): Row {
  const before = call.team.document(path, () => made);
  const roots = Object.keys(made);
  const inside = roots.length === 1 ? roots[0] : undefined;
  const body = bodyOf(call);
  const isWrapped = inside !== undefined && !Object.hasOwn(body, inside) && typeof made[inside] === 'object';
  const after = isWrapped ? { ...before, [inside]: { ...(before[inside] as Row), ...body } } : { ...before, ...body };
  return call.team.keep(path, after);
}

/** A PUT without an answer still changes what the GET beside it shows. */
function rememberBody(call: Call, path: string, made: Row): Row {
  const body = bodyOf(call);
  if (Object.keys(body).length > 0 && (call.operation.method === 'PUT' || call.operation.method === 'PATCH')) {
    const before = call.team.document(path, () => made);
    call.team.keep(path, merge(before, body));
  }
  return made;
}

function merge(before: Row, body: Row): Row {
  const merged: Row = { ...before };
  for (const [name, value] of Object.entries(body)) {
    const earlier = merged[name];
    const isBoth =
      typeof earlier === 'object' && earlier !== null && typeof value === 'object' && value !== null && !Array.isArray(value);
    merged[name] = isBoth ? { ...earlier, ...value } : value;
  }
  return merged;
}
