import { describe, expect, it } from 'vitest';
import { pinnedOf, placeAfter } from '../../../../renderer/readings/pins.ts';
import { inventedDroplets } from '../../../doubles/invented/invented-droplets.ts';
import { inventedPin } from '../../../doubles/invented/invented-pins.ts';

const pinned = ['a', 'gone', 'b', 'c'];
const shown = ['a', 'b', 'c'];

describe('placeAfter', () => {
  it.each<[string, -1 | 1, number | null]>([
    ['a', 1, 2],
    ['b', -1, 0],
    ['b', 1, 3],
    ['c', -1, 2],
    ['a', -1, null],
    ['c', 1, null],
    ['gone', 1, null],
  ])('moves %s by %i among the pins that are shown to the place %s of all', (key, step, place) => {
    expect(placeAfter(pinned, shown, key, step)).toBe(place);
  });

  it('leads to an order in which the pin has passed its neighbour', () => {
    const place = placeAfter(pinned, shown, 'a', 1) as number;
    expect(pinned.filter((key) => key !== 'a').toSpliced(place, 0, 'a')).toEqual(['gone', 'b', 'a', 'c']);
  });
});

describe('pinnedOf', () => {
  it('keeps the person’s order and leaves out what is gone', () => {
    const pins = ['hw:387100409', 'hw:1', 'hw:apps_list/storefront', 'hw:apps_list/not-told', 'hw:387100400'];
    const names = pinnedOf(inventedDroplets(), [inventedPin()], pins).map(({ name }) => name);
    expect(names).toEqual(['web-01', 'storefront', 'api-01']);
  });
});
