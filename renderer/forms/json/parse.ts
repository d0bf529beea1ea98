import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from './json.ts';
import { readNumber } from './numbers.ts';

/** Why a text cannot be read as JSON. `inexact-number`: it is valid JSON, but the number would lose digits. */
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
  /** The character at the fault; '' at the end of the text. */
  found: string;
  /** Offset in UTF-16 units. Line and column count from 1. */
  offset: number;
  line: number;
  column: number;
}

export type ParsedJson = { ok: true; value: Json } | { ok: false; problem: JsonProblem };

/** The API takes nothing that is nested this deeply, and functions that walk the value recursively must come to an end. */
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
 * Reads JSON strictly, and reports where it goes wrong. Unlike `JSON.parse` it refuses integers that would lose digits, and names
 * that appear twice in one object.
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

/** An array or an object whose end has not been read yet. In a map, a name such as `__proto__` is an ordinary name. */
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

/** The valid beginning of a string: characters from the space on except quotes and backslashes, and complete escapes. */
const goodString = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

/** jsonc-parser reports a faulty string at its first quote. This finds the fault itself, which may be many lines further on. */
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
