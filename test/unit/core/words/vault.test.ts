import { describe, expect, it } from 'vitest';
import { vaultWords } from '../../../../main/core/words/vault.ts';

const kinds = ['vault-unavailable', 'vault-missing', 'vault-locked', 'vault-refused', 'vault-timeout'] as const;

describe.each(['darwin', 'win32', 'linux'])('what is said of a keychain on %s', (platform) => {
  it('differs for each way in which it fails, and names a next step', () => {
    const said = kinds.map((kind) => vaultWords.failure(kind, platform));
    expect(new Set(said.map(({ message }) => message)).size).toBe(kinds.length);
    for (const { nextStep } of said) expect(nextStep).toBeTruthy();
  });

  it('names libsecret on Linux alone, and only where it is missing', () => {
    const naming = kinds.filter((kind) => vaultWords.failure(kind, platform).message.includes('libsecret'));
    expect(naming).toEqual(platform === 'linux' ? ['vault-missing'] : []);
  });
});
