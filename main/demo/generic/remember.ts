import type { Effects } from '../families/family.ts';
import { bodyOf, type Call, type Handler, type Reply } from '../wire/call.ts';
import { listReply } from '../wire/paging.ts';
import { notFound } from '../wire/problem.ts';
import { isRow, type Row, type Table } from '../world/table.ts';
import { besideList, makeAnswer, reply, replyWith } from './answers.ts';
import { type Collection, thingOf } from './collections.ts';
import { fillPath, isParameter, placeOf, splitLast } from './places.ts';
import { beBorn, update } from './rows.ts';

/** Answers every operation that only stores and returns: lists, things, documents, verbs. */
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

  /** What belongs to a thing exists only while the thing exists. */
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

  /** A thing without a list of its own, or a verb. Its answer is invented once, and updates change it. */
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

function remember(call: Call, path: string, made: Row): Row {
  const before = call.team.document(path, () => made);
  const roots = Object.keys(made);
  const inside = roots.length === 1 ? roots[0] : undefined;
  const body = bodyOf(call);
  const isWrapped = inside !== undefined && !Object.hasOwn(body, inside) && typeof made[inside] === 'object';
  const after = isWrapped ? { ...before, [inside]: { ...(before[inside] as Row), ...body } } : { ...before, ...body };
  return call.team.keep(path, after);
}

/** A PUT that answers nothing still changes what the GET of the same path shows. */
function rememberBody(call: Call, path: string, made: Row): Row {
  const body = bodyOf(call);
  if (Object.keys(body).length > 0 && (call.operation.method === 'PUT' || call.operation.method === 'PATCH')) {
    const before = call.team.document(path, () => made);
    // The GET may wrap in one object what the body names at its top.
    const [only, ...more] = Object.keys(before);
    const isWrapped = only !== undefined && more.length === 0 && isRow(before[only]) && !Object.hasOwn(body, only);
    call.team.keep(path, merge(before, isWrapped ? { [only]: merge(before[only] as Row, body) } : body));
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
