import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrubber } from '../../../../main/core/digitalocean/secret-scrubber.ts';
import { inventedToken } from './open-client.ts';

const { scrub, scrubBytes } = createScrubber(inventedToken);
const percent = (text: string) => Array.from(text, (one) => `%${one.charCodeAt(0).toString(16)}`).join('');
const inJson = (text: string) => Array.from(text, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const forms: readonly [string, string][] = [
  ['as it is', inventedToken],
  ['in capitals', inventedToken.toUpperCase()],
  ['in mixed case', `Dop_V1_${inventedToken.slice(7, 30).toUpperCase()}${inventedToken.slice(30)}`],
  ['with its underscores escaped for an address', inventedToken.replaceAll('_', '%5F')],
  ['escaped for an address, every character', percent(inventedToken)],
  ['escaped for an address in capitals', percent(inventedToken.toUpperCase()).toUpperCase()],
  ['with escapes of JSON', inJson(inventedToken)],
  ['with some escapes of JSON', inJson(inventedToken.slice(0, 3)) + inventedToken.slice(3)],
  ['in base64', base64(inventedToken)],
  ['in base64 in capitals', base64(inventedToken.toUpperCase())],
  ['in base64 as a password', base64(`:${inventedToken}`)],
  ['in base64 with its scheme', base64(`Bearer ${inventedToken}`)],
  ['in base64 of two, as in credentials of registries', base64(`${inventedToken}:${inventedToken}`)],
  ['in base64 for addresses', Buffer.from(`ü~?>${inventedToken}`).toString('base64url')],
  ['in a header that was repeated', `authorization: Bearer ${inventedToken}`],
];

/** Everything that a person could make of a text to find the secret in it. */
function readings(text: string): string[] {
  const unescaped = text
    .replace(/\\u00([\da-f]{2})/gi, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/%([\da-f]{2})/gi, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));
  const decoded = (text.match(/[\w+/-]{8,}/g) ?? []).map((word) => Buffer.from(word, 'base64').toString('latin1'));
  return [text, unescaped, ...decoded].map((one) => one.toLowerCase());
}

describe('an answer that repeats the secret', () => {
  it.each(forms)('loses it %s', (_title, form) => {
    for (const text of [form, `{"name":"x ${form} y"}`, `{"${form}":1}`, `a=1&b=${form}&c`]) {
      expect(readings(text).some((one) => one.includes(inventedToken))).toBe(true);
      const clean = scrub(text);
      expect(clean).toContain('[token]');
      for (const one of readings(clean)) expect(one).not.toContain(inventedToken.slice(7, 47));
    }
  });

  it('loses it in base64 wherever it begins', () => {
    const parts = fc.string({ unit: 'binary-ascii', maxLength: 40 });
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const clean = scrub(base64(before + inventedToken + after));
        expect(Buffer.from(clean.replace('[token]', ''), 'base64').toString()).not.toContain(inventedToken.slice(2, -2));
        expect(clean).toContain('[token]');
      }),
    );
  });

  it('stays JSON, with everything else in place', () => {
    const rows = forms.map(([title, form], id) => ({ id, title, form: `${form}|${form}` }));
    const clean = JSON.parse(scrub(JSON.stringify({ rows }))) as { rows: typeof rows };
    expect(clean.rows.map(({ id, title }) => [id, title])).toEqual(rows.map(({ id, title }) => [id, title]));
  });

  it('loses it in bytes too, and keeps all others', () => {
    const around = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) % 256);
    const clean = scrubBytes(Buffer.concat([around, Buffer.from(inventedToken), around]));
    expect(Buffer.from(clean)).toEqual(Buffer.concat([around, Buffer.from('[token]'), around]));
  });
});

describe('an answer without the secret', () => {
  it('stays the same, whatever it contains', () => {
    fc.assert(fc.property(fc.string(), (text) => scrub(text) === text));
    for (const text of ['100%41 \\u0041', 'x%5F%5f', base64('another text'), `dop_v1_${'f'.repeat(64)}`, inventedToken.slice(1)])
      expect(scrub(text)).toBe(text);
    const bytes = Uint8Array.of(0, 255, 128);
    expect(scrubBytes(bytes)).toBe(bytes);
  });

  it('is not touched because of a secret that is as short as a word, except where it stands as it is', () => {
    expect(createScrubber('').scrub('unchanged')).toBe('unchanged');
    expect(createScrubber('short').scrub('SHORT and short')).toBe('SHORT and [token]');
    expect(createScrubber('a.b+c(d)[e]{f}|g$').scrub('x a.b+c(d)[e]{f}|g$ aXb')).toBe('x [token] aXb');
  });
});
