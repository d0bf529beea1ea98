/*
 * Names from the API stand in sentences of ours. A name in Hebrew or Arabic, or one with signs that turn the direction of what
 * follows, would otherwise draw the words around it in another order: "delete X" could read as something else. Unicode's isolates
 * keep it to itself: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */

const open = '\u2068';
const close = '\u2069';

/** Letters that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** These, and signs without a shape that turn the direction. */
const turning =
  /[\u061c\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const foreignSigns = /[\u202a-\u202e\u2066\u2067]/g;

/** The text as a part of a sentence. Without anything that turns the direction it stays as it is, so it can be searched. */
export function isolated(text: string): string {
  if (!turning.test(text)) return text;
  const balanced = balance(text.replace(foreignSigns, ''));
  return rightToLeft.test(outside(balanced)) ? `${open}${balanced}${close}` : balanced;
}

/** A name must not end the isolate that it stands in, nor leave one open. Parts that are isolated already stay so. */
function balance(text: string): string {
  let depth = 0;
  let result = '';
  for (const character of text) {
    if (character === close && depth === 0) continue;
    if (character === open) depth += 1;
    if (character === close) depth -= 1;
    result += character;
  }
  return result + close.repeat(depth);
}

/** What stands in no isolate. */
function outside(text: string): string {
  let depth = 0;
  let result = '';
  for (const character of text) {
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    else if (depth === 0) result += character;
  }
  return result;
}

/**
 * The sentences of a part of Buoy, by name. Every text that one of them is made with, alone or in a list, is isolated. Texts that
 * are data, which somebody types or sends, are made elsewhere.
 */
export function sentences<W extends object>(words: W): W {
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, sentence(value)])) as W;
}

function sentence(value: unknown): unknown {
  if (typeof value === 'function') return (...parts: unknown[]) => value(...parts.map(part)) as unknown;
  const isGroup = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isGroup ? sentences(value) : value;
}

function part(value: unknown): unknown {
  if (typeof value === 'string') return isolated(value);
  return Array.isArray(value) ? value.map(part) : value;
}
