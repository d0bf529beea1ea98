import { describe, expect, it } from 'vitest';
import { createCredentials } from '../../../main/core/credentials.ts';
import { vaultWords } from '../../../main/core/words/vault.ts';
import { createMemoryPorts } from '../../doubles/core/memory-ports.ts';

const place = 'Model key, Harbour Works';

function createWithPorts() {
  const ports = createMemoryPorts({
    openTransport: () => {
      throw new Error('Nothing is sent in this test');
    },
  });
  return { ports, credentials: createCredentials(ports.vault) };
}
const create = () => createWithPorts().credentials;

describe('a key that was given for this session', () => {
  it('is used, and named nowhere', async () => {
    const credentials = create();
    await credentials.keep(place, 'one', false);
    expect(await credentials.keyOf(place)).toMatchObject({ value: 'one' });
    expect(await credentials.calls.listCredentials({})).toMatchObject({ value: [] });
  });

  it('is gone together with the saved one', async () => {
    const credentials = create();
    await credentials.keep(place, 'one', true);
    await credentials.calls.removeCredential({ name: place });
    expect(await credentials.keyOf(place)).toMatchObject({ value: null });
  });

  it('gives way to one that is saved after it', async () => {
    const credentials = create();
    await credentials.keep(place, 'one', false);
    await credentials.calls.saveCredential({ name: place, secret: 'two' });
    expect(await credentials.keyOf(place)).toMatchObject({ value: 'two' });
  });
});

describe('a keychain that cannot be read', () => {
  it.each([
    ['vault-locked', 'linux', /Unlock it, then try again, or give the key for this run/],
    ['vault-locked', 'darwin', /Unlock it/],
    ['vault-timeout', 'linux', /another window/],
    ['vault-refused', 'win32', /Allow Buoy/],
    ['vault-unavailable', 'linux', /^Give the key for this run\.$/],
  ] as const)('does not count as one without the key: %s on %s', async (kind, platform, next) => {
    const { ports, credentials } = createWithPorts();
    await credentials.keep(place, 'one', true);
    const later = createCredentials(ports.vault);
    ports.failVault(vaultWords.failure(kind, platform));
    const read = await later.keyOf(place);
    const { message } = vaultWords.failure(kind, platform);
    expect(read).toMatchObject({ ok: false, failure: { kind, nextStep: expect.stringMatching(next) } });
    expect(read).toMatchObject({ failure: { message: `${message} Buoy looked there for a key: ${place}.` } });
    ports.failVault(null);
    expect(await later.keyOf(place)).toMatchObject({ value: 'one' });
  });

  it('is not asked for a key of this session', async () => {
    const { ports, credentials } = createWithPorts();
    await credentials.keep(place, 'one', false);
    ports.failVault(vaultWords.failure('vault-locked', 'linux'));
    expect(await credentials.keyOf(place)).toMatchObject({ value: 'one' });
  });
});

describe('a key that is saved', () => {
  it('loses what a copy left around it', async () => {
    const credentials = create();
    await credentials.calls.saveCredential({ name: place, secret: '\ufeffsk-do-one\u200b\n' });
    expect(await credentials.secret(place)).toMatchObject({ value: 'sk-do-one' });
  });

  it.each([
    ['sk-do-\u200bone', 'There is an invisible character inside this key, at place 7.'],
    ['sk-\ufe0fone', 'There is an invisible character inside this key, at place 4.'],
    ['••••', 'This is no key: it has other signs in it.'],
    ['one two', 'This is no key: it has other signs in it.'],
  ])('is refused with what no header carries: %j', async (secret, message) => {
    const credentials = create();
    expect(await credentials.calls.saveCredential({ name: place, secret })).toMatchObject({
      failure: { message, field: 'secret' },
    });
    expect(await credentials.calls.listCredentials({})).toMatchObject({ value: [] });
  });
});
