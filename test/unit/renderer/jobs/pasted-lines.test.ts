import { describe, expect, it } from 'vitest';
import { pastedPairs } from '../../../../renderer/jobs/table/pasted-lines.ts';

describe('lines of an .env file', () => {
  it.each<[string, string, [string, string][]]>([
    ['a plain value, with blanks around the sign', 'A = one two ', [['A', 'one two']]],
    ['one after export, with a comment', 'export LEVEL=info # why', [['LEVEL', 'info']]],
    [
      'a sign of a comment inside a value',
      'COLOR=#fff\nURL=https://example.com/#top',
      [
        ['COLOR', '#fff'],
        ['URL', 'https://example.com/#top'],
      ],
    ],
    ['an equals sign inside a value', 'B64=YQ==', [['B64', 'YQ==']]],
    [
      'nothing as a value, between others',
      'A=\nB=2',
      [
        ['A', ''],
        ['B', '2'],
      ],
    ],
    [
      'quotes, with what they escape',
      `A="say \\"hi\\"\\n"\nB='raw \\n'`,
      [
        ['A', 'say "hi"\n'],
        ['B', 'raw \\n'],
      ],
    ],
    [
      'a value over several lines',
      'KEY="one\ntwo"\r\nB=2',
      [
        ['KEY', 'one\ntwo'],
        ['B', '2'],
      ],
    ],
    ['comments and empty lines, which are none', '# A=1\n\nB=2', [['B', '2']]],
    ['a text that is only a name', 'LOG_LEVEL', []],
  ])('%s', (_what, text, pairs) => {
    expect(pastedPairs(text)).toEqual(pairs);
  });
});
