import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepest, JsonBounds, mostValues, TooCrowded } from '../../../../../main/core/digitalocean/sending/json-bounds.ts';
import { bytesOf } from '../memory-transport.ts';

function see(text: string, pieceBytes = 64 * 1024): JsonBounds {
  const bounds = new JsonBounds();
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
        let containersAndCommas = 1;
        JSON.parse(text, (_name, inner: unknown) => {
          if (typeof inner === 'object' && inner !== null) containersAndCommas += 1 + Math.max(0, Object.keys(inner).length - 1);
          return inner;
        });
        expect(see(text, piece).values).toBe(containersAndCommas);
      }),
    );
  });

  it('see no values in texts', () => {
    expect(see(JSON.stringify('[{,"\\'.repeat(50)), 7).values).toBe(1);
  });

  it('end a body that has too many values, before its end', () => {
    expect(see(`[${'1,'.repeat(mostValues - 10)}1]`).values).toBeLessThanOrEqual(mostValues);
    expect(() => see(`[${'{},'.repeat(mostValues)}`)).toThrow(TooCrowded);
    expect(() => see(`[${'1,'.repeat(mostValues + 1)}1]`)).toThrow(TooCrowded);
  });

  it('end a body that is nested too deep', () => {
    expect(() => see(nested(deepest))).not.toThrow();
    expect(() => see(nested(deepest + 1))).toThrow(TooCrowded);
    expect(() => see('{"a":'.repeat(deepest + 1))).toThrow(TooCrowded);
  });
});
