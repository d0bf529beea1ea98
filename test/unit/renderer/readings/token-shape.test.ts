import { describe, expect, it } from 'vitest';
import { tokenShape } from '../../../../renderer/readings/token-shape.ts';
import { tokenShapeWords } from '../../../../renderer/words/settings.ts';

const facts = (length: number, invisibleAt = 0) => ({ length, prefix: 'dop_v1_', invisibleAt });
const hex = '0123456789abcdef'.repeat(4);

describe('tokenShape', () => {
  it.each([`dop_v1_${hex}`, `doo_v1_${hex}`])('accepts %s', (token) => {
    expect(tokenShape(token)).toEqual({ isFine: true });
  });

  it.each([
    ['nothing', '', tokenShapeWords.empty(facts(0)), true],
    ['a prefix being typed', 'dop_', tokenShapeWords['wrong-prefix'](facts(0)), true],
    ['another service’s token', 'ghp_0123', tokenShapeWords['wrong-prefix'](facts(0)), false],
    ['a refresh token', `dor_v1_${hex}`, tokenShapeWords.refresh(facts(0)), false],
    ['words around it', `my token dop_v1_${hex}`, tokenShapeWords['has-spaces'](facts(0)), false],
    [
      'a zero-width space inside',
      `dop_v1_${hex.slice(0, 8)}\u200b${hex.slice(8)}`,
      tokenShapeWords['has-invisible'](facts(72, 16)),
      false,
    ],
    ['a part of it', `dop_v1_${hex.slice(0, 60)}`, tokenShapeWords['too-short'](facts(67)), true],
    ['something after it', `dop_v1_${hex}00`, tokenShapeWords['too-long'](facts(73)), false],
    ['letters that no token has', `dop_v1_${hex.slice(0, 63)}g`, tokenShapeWords['wrong-characters'](facts(0)), false],
  ])('says what is wrong with %s', (_, token, words, isUnfinished) => {
    expect(tokenShape(token)).toEqual({ isFine: false, words, isUnfinished });
  });
});
