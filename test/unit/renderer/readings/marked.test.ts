import { describe, expect, it } from 'vitest';
import { markedParts } from '../../../../renderer/readings/marked.ts';

/** Marked parts in brackets. */
const marked = (text: string, ...words: string[]) =>
  markedParts(text, words)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

describe('markedParts', () => {
  it.each([
    ['web-01', ['web'], '[web]-01'],
    ['staging-web-web', ['web'], 'staging-[web]-[web]'],
    ['WEB-01', ['web', '1'], '[WEB]-0[1]'],
    ['abcd', ['abc', 'bcd'], '[abcd]'],
    ['web', [], 'web'],
    ['web', [''], 'web'],
    ['', ['web'], ''],
    ['İstanbul', ['stanbul'], 'İstanbul'],
  ])('splits “%s” at %j', (text, words, shown) => {
    expect(marked(text, ...words)).toBe(shown);
  });
});
