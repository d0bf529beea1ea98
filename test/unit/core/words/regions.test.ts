import { expect, it } from 'vitest';
import { regionWords } from '../../../../main/core/words/regions.ts';

it.each([
  ['ams3', 'Amsterdam 3'],
  ['fra', 'Frankfurt'],
  ['xyz1', 'xyz1'],
  ['eu-west', 'eu-west'],
])('the region %s is called %s', (code, words) => {
  expect(regionWords(code)).toBe(words);
});
