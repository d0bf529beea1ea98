import { describe, expect, it } from 'vitest';
import { findDroplets, foundBy, wordsOf } from '../../../../renderer/readings/droplet-search.ts';
import { inventedDroplets, manyDroplets } from '../../../doubles/invented/invented-droplets.ts';

const find = (text: string, limit = 10) => {
  const { droplets, count } = findDroplets(inventedDroplets(), wordsOf(text), limit);
  return { names: droplets.map(({ name }) => name), count };
};
const by = (text: string) => {
  const [first] = findDroplets(inventedDroplets(), wordsOf(text), 1).droplets;
  return first && foundBy(first, wordsOf(text));
};

describe('findDroplets', () => {
  it('puts names that begin with the word first, then those with a part that does, then the rest', () => {
    expect(find('web').names).toEqual(['web-01', 'web-02', 'web-03', 'staging-web-01', 'docs-01']);
    expect(find('a').names.slice(0, 2)).toEqual(['api-01', 'api-02']);
  });

  it('counts all that fit, however few it returns', () => {
    expect(find('prod', 2)).toEqual({ names: ['api-01', 'api-02'], count: 11 });
  });

  it('wants every word, in whatever text', () => {
    expect(find('web fra1').names).toEqual(['web-01', 'web-02', 'web-03']);
    expect(find('WEB 203.0.113.22').names).toEqual(['web-02']);
    expect(find('zebra')).toEqual({ names: [], count: 0 });
  });

  it('returns the same as sorting everything, for many rows in any order', () => {
    const rows = manyDroplets(300).reverse();
    const { droplets, count } = findDroplets(rows, ['node'], 12);
    expect(count).toBe(300);
    expect(droplets.map(({ name }) => name)).toEqual(manyDroplets(12).map(({ name }) => name));
  });
});

describe('foundBy', () => {
  it.each([
    ['web', '203.0.113.21'],
    ['web-01 198.51', '198.51.100.5'],
    ['2001:db8', '2001:db8:2f:1::21'],
    ['ops', 'ops'],
  ])('shows for “%s” %s', (text, shown) => {
    expect(by(text)).toBe(shown);
  });
});
