import { isMetricType } from '../../preload/contract/metric-words.ts';
import { isSecret } from '../../preload/contract/secrets.ts';
import { billedMonth, exactMoment } from '../../preload/contract/time-words.ts';
import { codeWords } from '../words/codes.ts';
import { resourceWords } from '../words/resources.ts';
import { basicMachineOf } from '../words/sizes.ts';
import { quantityOf } from '../words/units.ts';
import { isStateField, stateOf } from './state-words.ts';
import { type Found, type Item, textOf, timeOf } from './value.ts';

/** What a value of an answer is, and what of it a person reads. Lists and panels draw the same reading. */
export type Reading =
  /** Nothing is known. */
  | { kind: 'nothing' }
  | { kind: 'secret'; text: string }
  | { kind: 'state'; raw: string }
  | { kind: 'moment'; atMs: number }
  | { kind: 'flag'; isOn: boolean }
  /** Words that Buoy made of the value: a number with its unit, a code in words. */
  | { kind: 'words'; text: string }
  /** Text as it is. */
  | { kind: 'text'; text: string }
  /** An object or a list of objects: what it holds is shown by itself. */
  | { kind: 'parts' };

/** Fields whose text somebody chose: whatever it looks like, it stands as it is. */
const chosen = /^(name|label|key|value|tags?|description|title|message|content|text|slug|comment)$|_name$/;
const timeFields = /(^|_)(at|on|date|time|until|after|created|expires|expiry|start|end|since|timestamp)$/;
const startsLikeTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text);

/** Reads one value by its form, the name of its field, and what stands beside it. */
export function readingOf({ field, value, beside = {}, inside, isData = false }: Found): Reading {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return { kind: 'nothing' };
  if (typeof value === 'boolean') return { kind: 'flag', isOn: value };
  if (Array.isArray(value)) return ofList({ field, value, beside, inside, isData });
  if (typeof value === 'object') return ofObject(value as Readonly<Record<string, unknown>>);
  const text = String(value);
  if (isSecret({ field, value, beside, inside })) return { kind: 'secret', text };
  const isChosen = isData || (chosen.test(field) && typeof value === 'string' && !isLimit(field, beside));
  return isChosen ? { kind: 'text', text } : (ofTime(field, value) ?? ofWords(field, value, beside));
}

/** The limit of an alert policy stands in `value`, beside the metric that it limits. */
const isLimit = (field: string, { type }: Item): boolean => field === 'value' && typeof type === 'string' && isMetricType(type);

/** A time, or nothing where the API writes one that stands for none; `null`: the value is no time. */
function ofTime(field: string, value: unknown): Reading | null {
  const text = String(value);
  const isTime = startsLikeTime(text);
  if (!isTime && !(timeFields.test(field) && (typeof value === 'number' || /^\d{4}-\d{2}-\d{2}$/.test(text)))) return null;
  const atMs = timeOf(value);
  if (atMs !== null) return { kind: 'moment', atMs };
  return isTime || value === 0 ? { kind: 'nothing' } : null;
}

function ofWords(field: string, value: unknown, beside: Readonly<Record<string, unknown>>): Reading {
  const text = String(value);
  if (typeof value === 'string' && isStateField(field) && stateOf(text).words !== '') return { kind: 'state', raw: text };
  if (/_period$/.test(field) && /^\d{4}-\d{2}$/.test(text)) {
    return { kind: 'words', text: `${billedMonth(Date.parse(`${text}-01T00:00:00Z`))} ${text.slice(0, 4)}` };
  }
  const ofText = typeof value === 'string' ? ((field === 'size' ? basicMachineOf(text) : null) ?? codeWords(field, text)) : null;
  const words = quantityOf(field, value, beside) ?? ofText;
  if (words !== null) return { kind: 'words', text: words };
  return { kind: 'text', text: typeof value === 'number' && !Number.isFinite(value) ? '–' : text };
}

/** A list of simple values as one line; nothing for an empty one. */
function ofList(found: Found & { value: readonly unknown[] }): Reading {
  const read = found.value.map((value) => readingOf({ ...found, value }));
  if (read.some(({ kind }) => kind === 'parts')) return { kind: 'parts' };
  if (read.some(({ kind }) => kind === 'secret')) return { kind: 'secret', text: textOf(found.value) };
  const known = read.filter(({ kind }) => kind !== 'nothing');
  const [only] = known;
  if (known.length <= 1) return only ?? { kind: 'nothing' };
  return { kind: 'words', text: known.map(wordsOf).join(', ') };
}

/** An object that stands for one value: a version, an amount with its unit, a thing that is named by its slug. */
function ofObject(value: Readonly<Record<string, unknown>>): Reading {
  const { major, minor, patch, amount, unit } = value;
  if (typeof major === 'number') {
    return { kind: 'words', text: [major, minor, patch].filter((part) => typeof part === 'number').join('.') };
  }
  if (unit !== undefined && quantityOf('amount', amount, value) !== null) {
    return { kind: 'words', text: quantityOf('amount', amount, value) ?? '' };
  }
  return Object.keys(value).length === 0 ? { kind: 'nothing' } : { kind: 'parts' };
}

/** The words of a reading where only text can stand: a name, a tooltip, a search. A secret has none. */
export function wordsOf(reading: Reading): string {
  switch (reading.kind) {
    case 'nothing':
    case 'secret':
    case 'parts':
      return '';
    case 'state':
      return stateOf(reading.raw).words;
    case 'moment':
      return exactMoment(reading.atMs);
    case 'flag':
      return reading.isOn ? resourceWords.yes : resourceWords.no;
    case 'words':
    case 'text':
      return reading.text;
  }
}
