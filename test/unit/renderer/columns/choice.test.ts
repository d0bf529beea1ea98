import { describe, expect, it } from 'vitest';
import {
  arranged,
  type ColumnChoice,
  formatChoice,
  isHidden,
  parseChoice,
  usualChoice,
  withMoved,
  withToggled,
} from '../../../../renderer/columns/choice.ts';

const mark = (key: string) => ({ key, isMark: true });
const columns = [mark('box'), { key: 'name', isNeeded: true }, { key: 'size' }, { key: 'age' }, mark('arrow')];
const choice = (own: Partial<ColumnChoice>): ColumnChoice => ({ ...usualChoice, ...own });
const keysIn = (own: Partial<ColumnChoice>, of: readonly { key: string }[] = columns) =>
  arranged(of, choice(own)).map(({ key }) => key);

describe('the order of columns', () => {
  it('is the list’s own if nothing was chosen', () => {
    expect(keysIn({})).toEqual(['box', 'name', 'size', 'age', 'arrow']);
  });

  it('is the chosen one, with marks in their places', () => {
    expect(keysIn({ order: ['age', 'name', 'size'] })).toEqual(['box', 'age', 'name', 'size', 'arrow']);
  });

  it('puts columns of a later version after the one that is before them in the list', () => {
    const later = [{ key: 'first' }, ...columns.slice(1, 3), { key: 'new' }, { key: 'newer' }, { key: 'age' }];
    expect(keysIn({ order: ['age', 'size', 'name'] }, later)).toEqual(['first', 'age', 'size', 'new', 'newer', 'name']);
  });

  it('leaves out keys that the list does not have, and a mark that is named as a column', () => {
    expect(keysIn({ order: ['name', 'gone', 'size', 'box', 'age'] })).toEqual(['box', 'name', 'size', 'age', 'arrow']);
  });
});

describe('moving a column', () => {
  it('swaps it with its neighbour', () => {
    const moved = withMoved(columns, usualChoice, 'age', -1);
    expect(keysIn(moved)).toEqual(['box', 'name', 'age', 'size', 'arrow']);
    expect(keysIn(withMoved(columns, moved, 'age', 1))).toEqual(keysIn({}));
  });

  it('changes nothing at either end, and marks do not count as an end', () => {
    expect(withMoved(columns, usualChoice, 'name', -1)).toBe(usualChoice);
    expect(withMoved(columns, usualChoice, 'age', 1)).toBe(usualChoice);
  });

  it('keeps the place of a column that the list does not have now', () => {
    const before = choice({ order: ['name', 'team', 'size', 'age'] });
    expect(withMoved(columns, before, 'size', -1).order).toEqual(['size', 'team', 'name', 'age']);
  });
});

describe('hiding a column', () => {
  it('is undone by doing it again', () => {
    const hidden = withToggled(usualChoice, 'age');
    expect(columns.filter((column) => isHidden(column, hidden)).map(({ key }) => key)).toEqual(['age']);
    expect(withToggled(hidden, 'age')).toEqual(usualChoice);
  });

  it('is not possible for marks and for what a row is about, whatever was stored', () => {
    const all = choice({ hidden: ['box', 'name', 'size', 'age', 'arrow'] });
    expect(columns.filter((column) => !isHidden(column, all)).map(({ key }) => key)).toEqual(['box', 'name', 'arrow']);
  });
});

describe('a stored choice', () => {
  it('comes back as it was', () => {
    const kept = { order: ['age', 'name'], hidden: ['size'] };
    expect(parseChoice(formatChoice(kept))).toEqual(kept);
  });

  it.each([
    ['{"order":["age",7,"age",null],"more":1}', { order: ['age'], hidden: [] }],
    ['{"hidden":"age"}', usualChoice],
    ['[]', usualChoice],
    ['null', null],
    ['age,name', null],
  ])('is read from %s as far as it makes sense', (text, expected) => {
    expect(parseChoice(text)).toEqual(expected);
  });
});
