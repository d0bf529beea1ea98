import { makeRow } from '../schema/make.ts';
import { propertiesOf } from '../schema/plain.ts';
import { bodyOf, type Call, type Reply } from '../wire/call.ts';
import { Problem } from '../wire/problem.ts';
import type { Row } from '../world/table.ts';
import { type Collection, thingOf } from './collections.ts';
import { makeContextOf } from './make-context.ts';
import { isParameter } from './places.ts';

/** One thing in the form that its operation answers, with the status that it documents. */
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
  // The status of a deletion is about the deletion, not about the thing.
  const shared = names.filter((name) => Object.hasOwn(row, name) && !(call.operation.method === 'DELETE' && name === 'status'));
  const isSame = shared.length === names.length;
  return reply(
    call,
    isSame
      ? row
      : {
          ...makeAnswer(call, call.pathname),
          ...Object.fromEntries(shared.map((name) => [name, row[name]])),
        },
  );
}

/** A body with the first status that the operation documents; 410 for the operation that documents no success. */
export function reply(call: Call, json: Row | null): Reply {
  const first = call.operation.responses[0];
  if (!first) throw new Problem(410, 'gone', 'This operation is no longer available.');
  return first.schema && json ? { status: Number(first.status), json } : { status: Number(first.status) };
}

/** An answer invented from its schema. Names that the request contains keep the request's values. */
export function makeAnswer(call: Call, purpose: string, given: Row = {}): Row {
  const schema = call.operation.responses[0]?.schema;
  if (!schema) return given;
  const names = new Set(Object.keys(propertiesOf(schema, call.book)));
  const echoed = Object.entries({ ...call.path, ...bodyOf(call) }).filter(([name]) => names.has(name));
  const noun = call.operation.path.split('/').findLast((piece) => piece !== '' && !isParameter(piece)) ?? 'things';
  const around = makeContextOf(call.team, call.team.random(purpose, 'answer'), call.world.now(), noun);
  return makeRow(schema, call.book, around, { ...Object.fromEntries(echoed), ...given });
}

/** What a listing answers beside its things. It is invented once and then stays. */
export function besideList(call: Call, path: string): Row {
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
