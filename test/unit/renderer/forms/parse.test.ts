import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson, type Json, printJson } from '../../../../renderer/forms/json/json.ts';
import { readNumber } from '../../../../renderer/forms/json/numbers.ts';
import { parseJson } from '../../../../renderer/forms/json/parse.ts';

const problemOf = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? null : `${parsed.problem.fault} ${parsed.problem.line}:${parsed.problem.column}`;
};

describe('parseJson', () => {
  it('reads what JSON.stringify writes, in any layout', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('refuses exactly what JSON.parse refuses', () => {
    const nearJson = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '.5', 'true', 'nul', ' ', '\\n'),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(nearJson, (parts) => {
        const text = parts.join('');
        let expected = true;
        try {
          JSON.parse(text);
        } catch {
          expected = false;
        }
        const parsed = parseJson(text);
        const isRepeated = !parsed.ok && parsed.problem.fault === 'repeated-name';
        expect(parsed.ok || isRepeated).toBe(expected);
      }),
      { seed: 2, numRuns: 3000 },
    );
  });

  it.each([
    ['', 'empty 1:1'],
    ['{\n  "a": s-1vcpu\n}', 'unexpected 2:8'],
    ['{"a": 1,}', 'unexpected 1:9'],
    ['["a"', 'unexpected-end 1:5'],
    ['{"a": "b\n"}', 'bad-string 1:9'],
    ['"\\x"', 'bad-escape 1:2'],
    ['["first\\nsecond \\q"]', 'bad-escape 1:17'],
    ['["never closed', 'bad-string 1:2'],
    ['[01]', 'unexpected 1:3'],
    ['[1.]', 'bad-number 1:2'],
    ['{} {}', 'after-end 1:4'],
    ['{"a": 1, "a": 2}', 'repeated-name 1:10'],
    ['{"id": 12345678901234567890}', 'inexact-number 1:8'],
    [`${'['.repeat(300)}`, 'too-deep 1:201'],
  ])('says where %j is wrong', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('treats a name such as __proto__ as an ordinary name', () => {
    const parsed = parseJson('{"__proto__": {"a": 1}}');
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });
});

describe('printJson', () => {
  it('prints what parses to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseJson(printJson(value as Json));
        expect(parsed.ok && isSameJson(parsed.value, JSON.parse(JSON.stringify(value)) as Json)).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('puts short lists of plain values on one line', () => {
    expect(printJson({ ssh_keys: [512189, 512190], rules: [{ a: 1 }] })).toBe(
      '{\n  "ssh_keys": [512189, 512190],\n  "rules": [\n    {\n      "a": 1\n    }\n  ]\n}',
    );
  });
});

describe('readNumber', () => {
  it.each([
    ['9007199254740991', { ok: true, value: 9007199254740991 }],
    ['9007199254740993', { ok: false, reason: 'inexact' }],
    ['1152921504606846976', { ok: true, value: 2 ** 60 }],
    ['0.1', { ok: true, value: 0.1 }],
    ['-0', { ok: true, value: 0 }],
    ['1e400', { ok: false, reason: 'too-large' }],
    ['0x10', { ok: false, reason: 'not-a-number' }],
    ['1,5', { ok: false, reason: 'not-a-number' }],
    ['', { ok: false, reason: 'not-a-number' }],
  ])('reads %j', (text, expected) => {
    expect(readNumber(text)).toEqual(expected);
  });
});
