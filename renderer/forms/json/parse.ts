import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from './json.ts';
import { readNumber } from './numbers.ts';

/** Why a text is not JSON. `inexact-number`: it is, but the number would lose digits. */
export type JsonFault =
  | 'empty'
  | 'unexpected'
  | 'unexpected-end'
  | 'bad-string'
  | 'bad-escape'
  | 'bad-number'
  | 'inexact-number'
  | 'repeated-name'
  | 'after-end'
  | 'too-deep';

export interface JsonProblem {
  fault: JsonFault;
  /** What stands there; '' at the end of the text. */
  found: string;
  /** Offset in UTF-16 units, and the same as line and column from 1. */
  offset: number;
  line: number;
  column: number;
}

export type ParsedJson = { ok: true; value: Json } | { ok: false; problem: JsonProblem };

/** Deeper values belong to nothing that the API takes, and recursion must end. */
const maximumDepth = 200;

class Fault extends Error {
  readonly fault: JsonFault;
  readonly offset: number;
  constructor(fault: JsonFault, offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

/**
 * Reads JSON strictly, and says where it goes wrong. Unlike `JSON.parse` it refuses integers that would silently change and
 * names that stand twice in one object.
 */
export function parseJson(text: string): ParsedJson {
  try {
    if (text.trim() === '') throw new Fault('empty', 0);
    return { ok: true, value: read(text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return {
      ok: false,
      problem: {
        fault: error.fault,
        found: [...text.slice(error.offset, error.offset + 2)][0] ?? '',
        offset: error.offset,
        line: before.split('\n').length,
        column: error.offset - lineStart + 1,
      },
    };
  }
}

/** A list or an object whose end was not read yet. A map keeps a name such as `__proto__` an ordinary name. */
type Open = { items: Json[] } | { entries: Map<string, Json>; name: string };

function read(text: string): Json {
  let whole: Json = null;
  const stack: Open[] = [];
  const put = (value: Json): void => {
    const top = stack.at(-1);
    if (top === undefined) whole = value;
    else if ('items' in top) top.items.push(value);
    else top.entries.set(top.name, value);
  };
  const open = (opened: Open, offset: number): void => {
    if (stack.push(opened) > maximumDepth) throw new Fault('too-deep', offset);
  };
  const close = (): void => {
    const closed = stack.pop();
    if (closed) put('items' in closed ? closed.items : Object.fromEntries(closed.entries));
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => open({ entries: new Map(), name: '' }, offset),
      onArrayBegin: (offset) => open({ items: [] }, offset),
      onObjectEnd: close,
      onArrayEnd: close,
      onObjectProperty: (name, offset) => {
        const top = stack.at(-1);
        if (!top || 'items' in top) return;
        if (top.entries.has(name)) throw new Fault('repeated-name', offset);
        top.name = name;
      },
      onLiteralValue: (value: Json, offset, length) => put(typeof value === 'number' ? numberAt(text, offset, length) : value),
      onError: (code, offset) => {
        throw faultOf(printParseErrorCode(code), text, offset);
      },
    },
    { disallowComments: true },
  );
  return whole;
}

function numberAt(text: string, offset: number, length: number): number {
  const reading = readNumber(text.slice(offset, offset + length));
  if (!reading.ok) throw new Fault('inexact-number', offset);
  return reading.value;
}

/** A string as far as it is one: characters from the space on but quotes and backslashes, and whole escapes. */
const goodString = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

/** The parser names a string by its beginning; what is wrong in it may stand many lines on. */
function faultOf(code: string, text: string, offset: number): Fault {
  switch (code) {
    case 'UnexpectedEndOfString':
    case 'InvalidCharacter':
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter': {
      goodString.lastIndex = offset;
      const badAt = offset + (goodString.exec(text)?.[0].length ?? 0);
      if (text[badAt] === '\\') return new Fault('bad-escape', badAt);
      return new Fault('bad-string', badAt < text.length ? badAt : offset);
    }
    case 'UnexpectedEndOfNumber':
      return new Fault('bad-number', offset);
    case 'EndOfFileExpected':
      return new Fault('after-end', offset);
    default:
      return new Fault(offset < text.length ? 'unexpected' : 'unexpected-end', offset);
  }
}
