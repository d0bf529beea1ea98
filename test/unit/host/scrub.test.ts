import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrub } from '../../../main/host/scrub.ts';

const hex = '0123456789abcdef'.repeat(4);

describe('scrubbing of log lines', () => {
  it.each([
    ['a personal token', `token dop_v1_${hex} refused`],
    ['an OAuth token', `doo_v1_${hex}`],
    ['a refresh token', `(dor_v1_${hex})`],
    ['a token in upper case', `DOP_V1_${hex.toUpperCase()}`],
    ['the beginning of a token', `dop_v1_${hex.slice(0, 9)}`],
    ['an Authorization header', `authorization: Bearer ${hex}`],
    ['a header as JSON', `{"authorization":"Bearer ${hex}"}`],
    ['basic credentials', `Basic ${hex}`],
    ['a password field', `"password": "${hex}"`],
    ['a query parameter', `/path?token=${hex}&x=1`],
    ['the key of the start address', `http://127.0.0.1:4820/#key=${hex}`],
    ['a signed address', `https://example.com/file?X-Amz-Signature=${hex}&X-Amz-Expires=60`],
    ['a database address', `postgresql://doadmin:${hex}@db.example.com:25060/defaultdb`],
    ['a model access key', `sk-do-${hex}`],
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${hex}\n-----END RSA PRIVATE KEY-----`],
    ['a private key that was cut', `-----BEGIN PRIVATE KEY-----\n${hex}`],
  ])('hides %s', (_what, line) => {
    expect(scrub(line).toLowerCase()).not.toContain(hex.slice(0, 9));
    expect(scrub(line)).toContain('[hidden]');
  });

  it.each([
    'GET /v2/droplets/101/actions answered 422 after 31 ms',
    'settings.json was corrupt and is kept as /home/mara/.config/Buoy/settings.corrupt-2026.json',
    'request 6c0ffee0-7a34-4d5e-9f22-0123456789ab',
    'https://cloud.digitalocean.com/droplets/101',
  ])('leaves %j unchanged', (line) => expect(scrub(line)).toBe(line));

  it('keeps one line on one line, and limits its length', () => {
    expect(scrub('one\r\ntwo\u2028three\u001b[31m')).toBe('one ⏎ two ⏎ three [31m');
    expect(scrub('x'.repeat(10_000))).toHaveLength(2000);
  });

  it('hides a token anywhere in a line', () => {
    const token = `dop_v1_${hex}`;
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => !scrub(`${before} ${token} ${after}`).includes(hex)));
  });
});
