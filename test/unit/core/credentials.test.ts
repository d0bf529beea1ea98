import { describe, expect, it } from 'vitest';
import { createCredentials } from '../../../main/core/credentials.ts';
import { createMemoryPorts } from '../../doubles/core/memory-ports.ts';

const place = 'Model key, Harbour Works';

function create() {
  const { vault } = createMemoryPorts({
    openTransport: () => {
      throw new Error('Nothing is sent in this test');
    },
  });
  return createCredentials(vault);
}

describe('a key that was given for this session', () => {
  it('is used, and named nowhere', async () => {
    const credentials = create();
    await credentials.keep(place, 'one', false);
    expect(await credentials.keyOf(place)).toBe('one');
    expect(await credentials.calls.listCredentials({})).toMatchObject({ value: [] });
  });

  it('is gone together with the saved one', async () => {
    const credentials = create();
    await credentials.keep(place, 'one', true);
    await credentials.calls.removeCredential({ name: place });
    expect(await credentials.keyOf(place)).toBeNull();
  });

  it('gives way to one that is saved after it', async () => {
    const credentials = create();
    await credentials.keep(place, 'one', false);
    await credentials.calls.saveCredential({ name: place, secret: 'two' });
    expect(await credentials.keyOf(place)).toBe('two');
  });
});
