import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../../main/core/digitalocean/sending/parse-json.ts';

/** Goes through all steps. Also returns how many pauses there were. */
function parse(text: string, piece: number): { value: unknown; pauses: number } {
  const steps = parseJson(text, piece);
  for (let pauses = 0; ; pauses += 1) {
    const step = steps.next();
    if (step.done) return { value: step.value, pauses };
  }
}

const outcomeOf = (run: () => unknown): unknown => {
  try {
    return { value: run() };
  } catch (error) {
    return (error as Error).name;
  }
};

const blanks = fc.constantFrom('', ' ', '\n\t', '\r\n  ');

describe('JSON that is parsed with pauses', () => {
  it('is what JSON.parse makes of it, however small the pieces are', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1, '\t'),
        blanks,
        (value, piece, indent, blank) => {
          const text = `${blank}${JSON.stringify(value, null, indent)}${blank}`;
          expect(parse(text, piece).value).toEqual(JSON.parse(text));
          expect(JSON.stringify(parse(text, piece).value)).toBe(JSON.stringify(JSON.parse(text)));
        },
      ),
    );
  });

  it('is refused where JSON.parse refuses it', () => {
    const signs = fc.constantFrom(...'[]{},:"\\ 1a', '"a":', '[1,2]', '{"b":[3]}', '"\\""');
    const texts = fc.array(signs, { maxLength: 14 }).map((parts) => parts.join(''));
    const wrapped = texts.chain((text) =>
      fc.constantFrom(text, `[${text}]`, `{"a":${text}}`, `[[1,2,3,4],${text},{"x":[5,6,7]}]`),
    );
    fc.assert(
      fc.property(wrapped, fc.integer({ min: 1, max: 8 }), (text, piece) => {
        expect(outcomeOf(() => parse(text, piece).value)).toEqual(outcomeOf(() => JSON.parse(text)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes the last of two equal names, and __proto__ as a name', () => {
    const text = `{"a":[${'1,'.repeat(50)}1],"a":2,"__proto__":[${'3,'.repeat(50)}3],"z":{"__proto__":4}}`;
    const { value } = parse(text, 10);
    expect(value).toEqual(JSON.parse(text));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as object)).toEqual(['a', '__proto__', 'z']);
  });

  it('pauses often enough that a large list of tiny things takes many turns', () => {
    const list = `{"data":{"result":[${'{},'.repeat(200_000)}{}]}}`;
    const { value, pauses } = parse(list, 32 * 1024);
    expect((value as { data: { result: unknown[] } }).data.result).toHaveLength(200_001);
    expect(pauses).toBeGreaterThan(15);
  });
});
