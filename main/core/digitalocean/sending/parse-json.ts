/** Parts up to this many characters are parsed in one go: some milliseconds, even if every other character is a value. */
const usualPiece = 32 * 1024;
/** How many characters are looked through in one go. */
const stretchLength = 128 * 1024;

/**
 * Parses JSON with pauses, at which other work may run; `JSON.parse` reads the parts, so the result and what is refused are the
 * same. Throws a `SyntaxError`. The depth must be bounded before.
 */
export function* parseJson(text: string, piece: number = usualPiece): Generator<void, unknown> {
  const start = afterBlanks(text, 0);
  const end = beforeBlanks(text, text.length);
  return yield* parsePart({ text, piece }, start, end);
}

/** What is parsed, and the length of a part that is parsed in one go. */
interface Source {
  text: string;
  piece: number;
}

function* parsePart(source: Source, start: number, end: number): Generator<void, unknown> {
  const { text, piece } = source;
  const first = text.charAt(start);
  if (end - start <= piece || (first !== '[' && first !== '{')) return JSON.parse(text.slice(start, end));
  if (text.charAt(end - 1) !== (first === '[' ? ']' : '}')) throw new SyntaxError('A container without its end');
  return first === '[' ? yield* parseArray(source, start, end) : yield* parseObject(source, start, end);
}

function* parseArray(source: Source, start: number, end: number): Generator<void, unknown[]> {
  const { text } = source;
  const items: unknown[] = [];
  for (const { from, to, isWhole } of yield* groupsOf(source, start, end)) {
    if (isWhole) items.push(yield* parsePart(source, afterBlanks(text, from), beforeBlanks(text, to)));
    else for (const item of JSON.parse(`[${text.slice(from, to)}]`) as unknown[]) items.push(item);
    yield;
  }
  return items;
}

function* parseObject(source: Source, start: number, end: number): Generator<void, Record<string, unknown>> {
  const { text } = source;
  const object: Record<string, unknown> = {};
  // As `JSON.parse` does it: the last of two equal names counts, and `__proto__` is a name like any other.
  const set = (name: string, value: unknown) =>
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  for (const { from, to, isWhole } of yield* groupsOf(source, start, end)) {
    if (isWhole) {
      const { name, valueAt } = nameAt(text, afterBlanks(text, from));
      set(name, yield* parsePart(source, afterBlanks(text, valueAt), beforeBlanks(text, to)));
    } else {
      const part = JSON.parse(`{${text.slice(from, to)}}`) as Record<string, unknown>;
      for (const name of Object.keys(part)) set(name, part[name]);
    }
    yield;
  }
  return object;
}

/** Neighbours that are parsed together, or (`isWhole`) one that is too large for that. */
interface Group {
  from: number;
  to: number;
  isWhole: boolean;
}

/** Divides what a container holds at its own commas. */
function* groupsOf({ text, piece }: Source, start: number, end: number): Generator<void, Group[]> {
  const groups: Group[] = [];
  let from = start + 1;
  let itemAt = from;
  const close = (to: number) => {
    // Nothing between two commas is an error, and nothing at all an empty container.
    if (afterBlanks(text, itemAt) >= to && (to < end - 1 || itemAt > start + 1)) throw new SyntaxError('A comma too many');
    const isWhole = to - itemAt > piece;
    if (isWhole && itemAt > from) groups.push({ from, to: itemAt - 1, isWhole: false });
    if (isWhole) groups.push({ from: itemAt, to, isWhole });
    else if (to - from > piece || to === end - 1) groups.push({ from, to, isWhole: false });
    else return;
    from = to + 1;
  };
  const place = { at: start + 1, depth: 0 };
  for (let pauseAt = start; place.at < end - 1; ) {
    if (place.at >= pauseAt) {
      yield;
      pauseAt = place.at + stretchLength;
    }
    const commaAt = nextComma(text, place, Math.min(pauseAt, end - 1));
    if (commaAt === null) continue;
    close(commaAt);
    itemAt = commaAt + 1;
  }
  if (place.depth !== 0) throw new SyntaxError('A container without its end');
  close(end - 1);
  return groups;
}

/** Goes on to the next comma that stands in no inner container, and past it; `null`: there is none before `until`. */
function nextComma(text: string, place: { at: number; depth: number }, until: number): number | null {
  let { at, depth } = place;
  let found: number | null = null;
  for (; at < until && found === null; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfText(text, at + 1, text.length);
    else if (code === comma) {
      if (depth === 0) found = at;
    } else if ((code | 0x20) === openBrace) depth += 1;
    else if ((code | 0x20) === closeBrace) {
      depth -= 1;
      if (depth < 0) throw new SyntaxError('An end too many');
    }
  }
  place.at = at;
  place.depth = depth;
  return found;
}

/** Place of the quote that ends a text. */
function endOfText(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  throw new SyntaxError('A text without its end');
}

function nameAt(text: string, start: number): { name: string; valueAt: number } {
  if (text.charCodeAt(start) !== quote) throw new SyntaxError('A value without a name');
  const end = endOfText(text, start + 1, text.length) + 1;
  const colon = afterBlanks(text, end);
  if (text.charAt(colon) !== ':') throw new SyntaxError('A name without a value');
  return { name: JSON.parse(text.slice(start, end)) as string, valueAt: colon + 1 };
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function beforeBlanks(text: string, from: number): number {
  let at = from;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
