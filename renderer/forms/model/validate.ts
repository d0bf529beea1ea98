import { formWords } from '../../words/forms.ts';
import { isSameJson } from '../json/json.ts';
import { readNumber } from '../json/numbers.ts';
import { parseJson } from '../json/parse.ts';
import { misfitWords } from './misfit-words.ts';
import type { FormNode, ListNode, MapEntry } from './node.ts';
import { type FieldProblem, pointerTo } from './problem.ts';
import { requirementProblems } from './requirements.ts';
import type { GroupShape, ListShape, MixedShape, NumberShape, Shape } from './shape.ts';
import { toValue } from './to-value.ts';

/** All problems of what was entered, each with its pointer. An optional value that is absent is never a problem. */
export function validate(shape: Shape, node: FormNode, pointer: string, isRequired: boolean): FieldProblem[] {
  const misfit = (message: string): FieldProblem[] => [{ pointer, message, kind: 'misfit' }];
  switch (node.kind) {
    case 'absent':
      return isRequired ? [{ pointer, message: formWords.needed, kind: 'missing' }] : [];
    case 'null':
      return shape.isNullable || shape.kind === 'json' ? [] : misfit(formWords.nullRefused);
    case 'json':
      return jsonProblems(shape, node.text, pointer);
    case 'text':
      return textNodeProblems(shape, node.text, pointer, isRequired);
    case 'number':
      return shape.kind === 'number' || shape.kind === 'mixed'
        ? numberProblems(shape, node.text, pointer)
        : misfit(formWords.wrongKind);
    case 'switch':
      return shape.kind === 'switch' ? [] : misfit(formWords.wrongKind);
    case 'choice': {
      if (shape.kind !== 'choice') return misfit(formWords.wrongKind);
      return shape.options.some((option) => isSameJson(option.value, node.value)) ? [] : misfit(formWords.notListed);
    }
    case 'list':
      return shape.kind === 'list' ? listProblems(shape, node, pointer) : misfit(formWords.wrongKind);
    case 'map':
      return shape.kind === 'map' ? entryProblems(shape.value, node.entries, pointer) : misfit(formWords.wrongKind);
    case 'group':
      return shape.kind === 'group' ? groupProblems(shape, node, pointer) : misfit(formWords.wrongKind);
    case 'variant': {
      const variant = shape.kind === 'variants' ? shape.variants[node.index] : undefined;
      return variant ? validate(variant.shape(), node.node, pointer, true) : misfit(formWords.wrongKind);
    }
  }
}

function jsonProblems(shape: Shape, text: string, pointer: string): FieldProblem[] {
  const parsed = parseJson(text);
  if (!parsed.ok) return [{ pointer, message: formWords.json(parsed.problem), kind: 'unreadable' }];
  if (shape.kind !== 'json') return [{ pointer, message: formWords.wrongKind, kind: 'misfit' }];
  const kind = Array.isArray(parsed.value) ? 'array' : typeof parsed.value;
  return shape.root === 'any' || shape.root === kind ? [] : [{ pointer, message: formWords.wrongKind, kind: 'misfit' }];
}

function textNodeProblems(shape: Shape, text: string, pointer: string, isRequired: boolean): FieldProblem[] {
  if (shape.kind === 'choice' && text === '' && isRequired) return [{ pointer, message: formWords.needed, kind: 'missing' }];
  if (shape.kind === 'choice') return [{ pointer, message: formWords.notListed, kind: 'misfit' }];
  if (shape.kind !== 'text') return shape.kind === 'mixed' ? [] : [{ pointer, message: formWords.wrongKind, kind: 'misfit' }];
  const message = misfitWords(shape.schema, text);
  return message === null ? [] : [{ pointer, message, kind: 'misfit' }];
}

function numberProblems(shape: NumberShape | MixedShape, text: string, pointer: string): FieldProblem[] {
  const reading = readNumber(text);
  if (!reading.ok) {
    if (text.trim() === '') return [{ pointer, message: formWords.needed, kind: 'unreadable' }];
    const messages = { 'not-a-number': formWords.notANumber, inexact: formWords.inexact, 'too-large': formWords.tooLargeNumber };
    return [{ pointer, message: messages[reading.reason], kind: 'unreadable' }];
  }
  const message = shape.kind === 'number' ? misfitWords(shape.schema, reading.value) : null;
  return message === null ? [] : [{ pointer, message, kind: 'misfit' }];
}

function listProblems(shape: ListShape, node: ListNode, pointer: string): FieldProblem[] {
  const problems = node.items.flatMap((item, index) => validate(shape.item(), item.node, pointerTo(pointer, index), true));
  const message = misfitWords(shape.schema, node.items);
  if (message !== null) problems.push({ pointer, message, kind: 'misfit' });
  if (shape.schema.uniqueItems) problems.push(...repeatedItems(node, pointer));
  return problems;
}

function repeatedItems(node: ListNode, pointer: string): FieldProblem[] {
  const seen = new Set<string>();
  return node.items.flatMap((item, index) => {
    const text = JSON.stringify(toValue(item.node));
    if (text === undefined || !seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [{ pointer: pointerTo(pointer, index), message: formWords.repeated, kind: 'misfit' as const }];
  });
}

function entryProblems(
  shape: () => Shape,
  entries: readonly MapEntry[],
  pointer: string,
  taken: Iterable<string> = [],
): FieldProblem[] {
  const seen = new Set(taken);
  return entries.flatMap((entry) => {
    const at = pointerTo(pointer, entry.name);
    const problems = validate(shape(), entry.node, at, true);
    if (entry.name === '') problems.unshift({ pointer: at, message: formWords.nameNeeded, kind: 'misfit' });
    if (seen.has(entry.name)) problems.unshift({ pointer: at, message: formWords.repeatedName, kind: 'unreadable' });
    seen.add(entry.name);
    return problems;
  });
}

const anyShape: Shape = { kind: 'json', root: 'any', isNullable: true, defaultValue: undefined };

function groupProblems(shape: GroupShape, node: Extract<FormNode, { kind: 'group' }>, pointer: string): FieldProblem[] {
  const problems = shape.fields.flatMap((field) =>
    validate(field.shape(), node.fields.get(field.name) ?? { kind: 'absent' }, pointerTo(pointer, field.name), field.isRequired),
  );
  problems.push(...entryProblems(shape.extra ?? (() => anyShape), node.extras, pointer, node.fields.keys()));
  problems.push(...requirementProblems(shape, node, pointer));
  return problems;
}
