import { describe, expect, it } from 'vitest';
import { tokenShape } from '../../../../renderer/readings/token-shape.ts';
import { tokenShapeWords } from '../../../../renderer/words/settings.ts';

const hex = '0123456789abcdef'.repeat(4);

describe('tokenShape', () => {
  it.each([`dop_v1_${hex}`, `doo_v1_${hex}`])('accepts %s', (token) => {
    expect(tokenShape(token)).toEqual({ isFine: true });
  });

  it.each([
    ['nothing', '', tokenShapeWords.empty(0), true],
    ['a prefix being typed', 'dop_', tokenShapeWords['wrong-prefix'](0), true],
    ['another service’s token', 'ghp_0123', tokenShapeWords['wrong-prefix'](0), false],
    ['a refresh token', `dor_v1_${hex}`, tokenShapeWords.refresh(0), false],
    ['words around it', `my token dop_v1_${hex}`, tokenShapeWords['has-spaces'](0), false],
    ['a part of it', `dop_v1_${hex.slice(0, 60)}`, tokenShapeWords['too-short'](67), true],
    ['something after it', `dop_v1_${hex}00`, tokenShapeWords['too-long'](73), false],
    ['letters that no token has', `dop_v1_${hex.slice(0, 63)}g`, tokenShapeWords['wrong-characters'](0), false],
  ])('says what is wrong with %s', (_, token, words, isUnfinished) => {
    expect(tokenShape(token)).toEqual({ isFine: false, words, isUnfinished });
  });
});
