import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deepest,
  JsonBounds,
  mostValues,
  refuseDeep,
  TooCrowded,
} from '../../../../../main/core/digitalocean/sending/json-bounds.ts';
import { bytesOf } from '../memory-transport.ts';

function see(text: string, pieceBytes = 64 * 1024): JsonBounds {
  const bounds = new JsonBounds(0);
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) bounds.see(bytes.subarray(at, at + pieceBytes));
  return bounds;
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('the bounds of a body of JSON', () => {
  it('count values the same, wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 1, max: 9 }), (value, piece) => {
        const text = JSON.stringify(value);
        let containersAndCommas = 0;
        JSON.parse(text, (_name, inner: unknown) => {
          if (typeof inner === 'object' && inner !== null) containersAndCommas += 1 + Math.max(0, Object.keys(inner).length - 1);
          return inner;
        });
        expect(see(text, piece).values).toBe(containersAndCommas);
      }),
    );
  });

  it('see no values in texts', () => {
    expect(see(JSON.stringify('[{,"\\'.repeat(50)), 7).values).toBe(0);
  });

  it('end a body that has too many values, before its end', () => {
    expect(see(`[${'1,'.repeat(mostValues - 10)}1]`).values).toBeLessThanOrEqual(mostValues);
    expect(() => see(`[${'{},'.repeat(mostValues)}`)).toThrow(TooCrowded);
    expect(() => see(`[${'1,'.repeat(mostValues + 1)}1]`)).toThrow(TooCrowded);
  });

  it('leave small bodies alone, and count a large one from its first byte', () => {
    const bounds = new JsonBounds(1_000);
    for (let piece = 0; piece < 9; piece += 1) bounds.see(bytesOf(`[${'1,'.repeat(49)}`));
    expect(bounds.values).toBe(0);
    bounds.see(bytesOf(' '.repeat(200)));
    expect(bounds.values).toBe(450);
  });

  it('refuse a parsed value that is nested too deep, wherever in it', () => {
    const inside = (text: string): unknown => JSON.parse(`{"a":[1,{"b":null,"c":${text}}]}`);
    expect(() => refuseDeep(inside(nested(deepest - 3)))).not.toThrow();
    expect(() => refuseDeep(inside(nested(deepest - 2)))).toThrow(TooCrowded);
    for (const plain of [null, 'a', 1, [], {}]) expect(() => refuseDeep(plain)).not.toThrow();
  });

  it('end a body that is nested too deep', () => {
    expect(() => see(nested(deepest))).not.toThrow();
    expect(() => see(nested(deepest + 1))).toThrow(TooCrowded);
    expect(() => see('{"a":'.repeat(deepest + 1))).toThrow(TooCrowded);
  });
});
