import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Mutation, mutate } from '../scripts/sabotage/mutation.ts';
import { table } from '../scripts/sabotage/table/all.ts';
import { root } from './architecture/source-files.ts';

describe('a mutation of the sabotage', () => {
  it.each(table)('$id fits the sources still, once, and leaves a file that can be read', (mutation) => {
    const broken = mutate(readFileSync(resolve(root, mutation.file), 'utf8'), mutation);
    if (mutation.file.endsWith('.ts')) expect(() => stripTypeScriptTypes(broken)).not.toThrow();
  });

  it('has an id of its own, and a change of its own', () => {
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
    const changes = table.map(({ file, pattern, replacement }) => `${file}\n${pattern}\n${replacement}`);
    expect(new Set(changes).size).toBe(table.length);
  });

  const row: Mutation = { id: 'x', rule: 'x', file: 'x.ts', pattern: 'a', replacement: '$&' };

  it('takes a text as it is, and what a regular expression found by its groups', () => {
    expect(mutate('1 a 2', row)).toBe('1 $& 2');
    expect(mutate('1 a 2', { ...row, pattern: /(\d) a/, replacement: 'b $1' })).toBe('b 1 2');
  });

  it.each([
    ['is not there', 'b', 'not in x.ts any more'],
    ['is there twice', 'a a', 'more than once'],
  ])('is refused when its pattern %s', (_why, text, complaint) => {
    expect(() => mutate(text, row)).toThrow(complaint);
    expect(() => mutate(text, { ...row, pattern: /a/ })).toThrow(complaint);
  });

  it('is refused when it changes nothing', () => {
    expect(() => mutate('a', { ...row, replacement: 'a' })).toThrow('changes nothing');
  });
});
