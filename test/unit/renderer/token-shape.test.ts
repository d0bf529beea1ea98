import { describe, expect, it } from 'vitest';
import { tokenShape } from '../../../renderer/token-shape.ts';
import { firstRunWords } from '../../../renderer/words/settings.ts';

const hex = '0123456789abcdef'.repeat(4);

describe('tokenShape', () => {
  it.each([`dop_v1_${hex}`, `doo_v1_${hex}`])('takes %s', (token) => {
    expect(tokenShape(token)).toEqual({ isFine: true });
  });

  it.each([
    ['nothing', '', firstRunWords.shapeEmpty, true],
    ['a prefix being typed', 'dop_', firstRunWords.shapePrefix, true],
    ['another service’s token', 'ghp_0123', firstRunWords.shapePrefix, false],
    ['a refresh token', `dor_v1_${hex}`, firstRunWords.shapeRefresh, false],
    ['words around it', `my token dop_v1_${hex}`, firstRunWords.shapeSpaces, false],
    ['a part of it', `dop_v1_${hex.slice(0, 60)}`, firstRunWords.shapeShort(67, 71), true],
    ['something after it', `dop_v1_${hex}00`, firstRunWords.shapeLong(73, 71), false],
    ['letters that no token has', `dop_v1_${hex.slice(0, 63)}g`, firstRunWords.shapeLetters, false],
  ])('says what is wrong with %s', (_, token, words, isUnfinished) => {
    expect(tokenShape(token)).toEqual({ isFine: false, words, isUnfinished });
  });
});
