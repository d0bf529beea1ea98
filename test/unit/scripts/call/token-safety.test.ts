import { describe, expect, it } from 'vitest';
import { clearTextWarning, usableKey, usableToken } from '../../../../scripts/call/token-safety.ts';

const digits = '0123456789abcdef'.repeat(4);

describe('the token of the call command', () => {
  it('loses what a copy left around it', () => {
    expect(usableToken(`\ufeffdop_v1_${digits}\u200b\n`, 'DO_TOKEN')).toBe(`dop_v1_${digits}`);
    expect(usableToken('anything', 'DO_TOKEN')).toBe('anything');
  });

  it.each(['\ufe0f', '\u3164', '\u034f', '\u2800', '\u0001', '\u{e0041}'])(
    'is refused with %j inside, which shows nothing',
    (sign) => {
      expect(() => usableToken(`dop_v1_${sign}${digits}`, 'DO_TOKEN')).toThrow(/invisible character after dop_v1_…, at place 8/);
      expect(usableToken(`${sign}dop_v1_${digits}${sign}`, 'DO_TOKEN')).toBe(`dop_v1_${digits}`);
    },
  );

  it('is refused with the place of an invisible character inside, and is not repeated', () => {
    const use = () => usableToken(`dop_v1_\u00ad${digits}`, 'DO_TOKEN');
    expect(use).toThrow(/^DO_TOKEN: There is an invisible character after dop_v1_…, at place 8/);
    expect(use).not.toThrow(new RegExp(digits));
  });
});

describe('the key of another server', () => {
  it('is cleaned and checked in the same way, and is not repeated', () => {
    expect(usableKey('\u200bsk-do-1\ufeff', 'KEY')).toBe('sk-do-1');
    const use = () => usableKey('sk-do-\u00ad1', 'KEY');
    expect(use).toThrow(/^KEY: There is an invisible character inside this key, at place 7/);
    expect(use).not.toThrow(/sk-do/);
    expect(() => usableKey('ключ', 'KEY')).toThrow(/^KEY: This is no key/);
  });
});

describe('a base URL without encryption', () => {
  it.each([
    null,
    'https://api.example.com',
    'http://127.0.0.1:4820',
    'http://127.9.9.9',
    'http://localhost:1',
    'http://[::1]:1/base',
  ])('is no matter at %s', (url) => expect(clearTextWarning(url, false)).toBeNull());

  it.each(['http://192.0.2.7:8080', 'http://api.example.com', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
    'at %s wants --insecure, and still warns',
    (url) => {
      expect(() => clearTextWarning(url, false)).toThrow(/travels in clear to .*--insecure/);
      expect(clearTextWarning(url, true)).toContain('travels in clear');
    },
  );
});
