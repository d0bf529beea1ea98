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
    return { ok: true, value: new Reader(text).whole() };
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

const words: [string, Json][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const numberCharacters = /[-+.\w]*/y;
const escapes: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Json {
    this.#space();
    if (this.#at === this.#text.length) throw new Fault('empty', 0);
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw new Fault('after-end', this.#at);
    return value;
  }

  #value(depth: number): Json {
    if (depth > maximumDepth) throw new Fault('too-deep', this.#at);
    const next = this.#text[this.#at];
    if (next === undefined) throw new Fault('unexpected-end', this.#at);
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    if (next === '"') return this.#string();
    if (next === '-' || (next >= '0' && next <= '9')) return this.#number();
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    throw new Fault('unexpected', this.#at);
  }

  #object(depth: number): Json {
    const entries = new Map<string, Json>();
    this.#list('}', () => {
      const nameAt = this.#at;
      if (this.#text[this.#at] !== '"') throw this.#wrongHere();
      const name = this.#string();
      if (entries.has(name)) throw new Fault('repeated-name', nameAt);
      this.#space();
      this.#take(':');
      this.#space();
      entries.set(name, this.#value(depth + 1));
    });
    return Object.fromEntries(entries);
  }

  #array(depth: number): Json {
    const items: Json[] = [];
    this.#list(']', () => items.push(this.#value(depth + 1)));
    return items;
  }

  #list(end: '}' | ']', readOne: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      readOne();
      this.#space();
      if (this.#text[this.#at] === end) break;
      this.#take(',');
      this.#space();
    }
    this.#at += 1;
  }

  #string(): string {
    const startAt = this.#at;
    let result = '';
    this.#at += 1;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) throw new Fault('bad-string', startAt);
      if (character < ' ') throw new Fault('bad-string', this.#at);
      this.#at += 1;
      if (character === '"') return result;
      result += character === '\\' ? this.#escape() : character;
    }
  }

  #escape(): string {
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    if (character === 'u') {
      const digits = this.#text.slice(this.#at, this.#at + 4);
      if (!/^[\da-fA-F]{4}$/.test(digits)) throw new Fault('bad-escape', this.#at - 2);
      this.#at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = Object.hasOwn(escapes, character) ? escapes[character] : undefined;
    if (plain === undefined) throw new Fault('bad-escape', this.#at - 2);
    return plain;
  }

  #number(): number {
    const startAt = this.#at;
    numberCharacters.lastIndex = startAt;
    const digits = numberCharacters.exec(this.#text)?.[0] ?? '';
    const reading = readNumber(digits);
    if (!reading.ok) throw new Fault(reading.reason === 'not-a-number' ? 'bad-number' : 'inexact-number', startAt);
    this.#at += digits.length;
    return reading.value;
  }

  #take(character: string): void {
    if (this.#text[this.#at] !== character) throw this.#wrongHere();
    this.#at += 1;
  }

  #wrongHere(): Fault {
    return new Fault(this.#at >= this.#text.length ? 'unexpected-end' : 'unexpected', this.#at);
  }

  #space(): void {
    while (this.#at < this.#text.length && ' \t\n\r'.includes(this.#text[this.#at] as string)) this.#at += 1;
  }
}
