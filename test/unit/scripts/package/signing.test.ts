import { describe, expect, it } from 'vitest';
import { signingOf } from '../../../../scripts/package/signing.ts';

const apple = { APPLE_API_KEY: '-----BEGIN PRIVATE KEY-----\nx', APPLE_API_KEY_ID: 'K1', APPLE_API_ISSUER: 'I1' };
const all = {
  MAC_CERTIFICATE: 'bWFj',
  MAC_CERTIFICATE_PASSWORD: 'one',
  WINDOWS_CERTIFICATE: 'd2lu',
  WINDOWS_CERTIFICATE_PASSWORD: 'two',
  ...apple,
};
/** As a workflow passes on secrets that nobody set. */
const empty = Object.fromEntries(Object.keys({ ...all, CSC_LINK: '', CSC_KEY_PASSWORD: '' }).map((name) => [name, '']));

describe('signing', () => {
  it('takes the certificate of the system that packages', () => {
    expect(signingOf('darwin', all).variables).toEqual({ CSC_LINK: 'bWFj', CSC_KEY_PASSWORD: 'one' });
    expect(signingOf('win32', all).variables).toEqual({ CSC_LINK: 'd2lu', CSC_KEY_PASSWORD: 'two' });
    expect(signingOf('linux', all).variables).toEqual({});
  });

  it.each(['darwin', 'win32', 'linux'] as const)('passes no empty variable on, on %s', (platform) => {
    const { variables, without } = signingOf(platform, empty);
    expect(variables).toEqual({});
    expect(without).toEqual(['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']);
  });

  it('signs an unsigned Mac package ad hoc, because Apple Silicon starts no program without a signature', () => {
    expect(signingOf('darwin', empty).args).toEqual(['-c.mac.identity=-', '-c.mac.hardenedRuntime=false']);
    expect(signingOf('darwin', all).args).toEqual([]);
    expect(signingOf('darwin', { CSC_NAME: 'Example' }).args).toEqual([]);
    expect(signingOf('linux', empty).args).toEqual([]);
  });

  it('gives the text of Apple’s key for a file, and a path as it is', () => {
    expect(signingOf('darwin', all).appleKey).toBe(apple.APPLE_API_KEY);
    const named = signingOf('darwin', { ...all, APPLE_API_KEY: '/keys/key.p8' });
    expect([named.appleKey, named.without.includes('APPLE_API_KEY')]).toEqual([null, false]);
  });

  it.each([
    ['without a certificate', { ...apple }],
    ['with a part of it missing', { ...all, APPLE_API_ISSUER: '' }],
  ])('does not notarise %s', (_case, env) => {
    const { appleKey, without } = signingOf('darwin', env);
    expect([appleKey, without]).toEqual([
      null,
      expect.arrayContaining(['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']),
    ]);
  });
});
