import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../main/host/clock.ts';
import { createKeychain } from '../../main/host/keychain.ts';
import { forkKeychain, keychainWorkerPath } from '../../main/host/keychain-fork.ts';
import { skippedFor } from '../doubles/skipped.ts';
import { misbehave } from './secret-service.ts';
import { PrivateSession, whyNoKeyring } from './session.ts';

const reason = whyNoKeyring();
const password = 'correct horse';
const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;

/** The kind of failure, or the value if there is no failure. */
const kindOrValue = (outcome: { ok: true; value: unknown } | { ok: false; failure: { kind: string } }) =>
  outcome.ok ? outcome.value : outcome.failure.kind;

describe.skipIf(reason !== null)(`the keychain over a real keyring${skippedFor(reason)}`, () => {
  let session: PrivateSession;
  let lines: string[];
  const opened: { close(): void }[] = [];

  const openKeychain = () => {
    const log = { info: () => {}, warn: (line: string) => lines.push(line) };
    const vault = createKeychain({ clock: systemClock, log, platform: 'linux', start: () => forkKeychain(session.env) });
    opened.push(vault);
    return vault;
  };

  beforeEach(async () => {
    lines = [];
    session = new PrivateSession();
    await session.startBus();
  });
  afterEach(async () => {
    for (const vault of opened.splice(0)) vault.close();
    await session.end();
  });

  it('reads back what was saved, even after Buoy and the keyring were restarted', async () => {
    await session.startKeyring(password);
    expect(await openKeychain().save('connection-1', token)).toEqual({ ok: true, value: null });
    expect(session.holds('Buoy', 'connection-1')).toBe(true);
    expect(await openKeychain().read('connection-1')).toEqual({ ok: true, value: token });

    await session.stopKeyring();
    await session.startKeyring(password);
    expect(await openKeychain().read('connection-1')).toEqual({ ok: true, value: token });
  });

  it('keeps entries separate, returns the newest value, and stores any text', async () => {
    await session.startKeyring(password);
    const vault = openKeychain();
    const long = `${'long '.repeat(600)}ünïcode 🛟\nline`;
    await vault.save('one', 'first');
    await vault.save('two', long);
    await vault.save('one', 'second');
    expect(kindOrValue(await vault.read('one'))).toBe('second');
    expect(kindOrValue(await vault.read('two'))).toBe(long);
  });

  it('says that there is no secret if the keyring is open and has none', async () => {
    await session.startKeyring(password);
    expect(await openKeychain().read('never-saved')).toEqual({ ok: true, value: null });
  });

  it('removes a secret, and removing it again succeeds', async () => {
    await session.startKeyring(password);
    const vault = openKeychain();
    await vault.save('connection-1', token);
    expect(await vault.remove('connection-1')).toEqual({ ok: true, value: null });
    expect(session.holds('Buoy', 'connection-1')).toBe(false);
    expect(await vault.read('connection-1')).toEqual({ ok: true, value: null });
    expect(await vault.remove('connection-1')).toEqual({ ok: true, value: null });
  });

  it('reports a locked keyring for every call, and finds the secret once it is unlocked', async () => {
    await session.startKeyring(password);
    await openKeychain().save('connection-1', token);
    await session.stopKeyring();
    await session.startKeyring(null);
    const vault = openKeychain();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-locked');
    expect(kindOrValue(await vault.save('connection-2', token))).toBe('vault-locked');
    expect(kindOrValue(await vault.remove('connection-1'))).toBe('vault-locked');

    await session.stopKeyring();
    await session.startKeyring(password);
    expect(kindOrValue(await vault.read('connection-1'))).toBe(token);
    expect(kindOrValue(await vault.read('connection-2'))).toBe(null);
  });

  it('does not report a secret as missing while the keyring is locked', async () => {
    await session.startKeyring(password);
    await openKeychain().save('other', token);
    await session.stopKeyring();
    await session.startKeyring(null);
    expect(kindOrValue(await openKeychain().read('never-saved'))).toBe('vault-locked');
  });

  it('reports a service as locked if it finds nothing while it is locked', async () => {
    await misbehave(session.socketPath, 'hides-while-locked');
    expect(kindOrValue(await openKeychain().read('connection-1'))).toBe('vault-locked');
  });

  it('is unavailable if no secret service is on the bus, and if there is no bus', async () => {
    const vault = openKeychain();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-unavailable');
    expect(kindOrValue(await vault.save('connection-1', token))).toBe('vault-unavailable');
    expect(kindOrValue(await vault.remove('connection-1'))).toBe('vault-unavailable');

    session.env.DBUS_SESSION_BUS_ADDRESS = `unix:path=${session.folder}/nothing`;
    vault.close();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-unavailable');
    delete session.env.DBUS_SESSION_BUS_ADDRESS;
    vault.close();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-unavailable');
  });

  it('says that libsecret is missing where it is, and the log says why', async () => {
    await session.startKeyring(password);
    // The system's loader takes the first file of the name, and this one holds no library.
    writeFileSync(join(session.folder, 'libsecret-1.so.0'), '');
    session.env.LD_LIBRARY_PATH = session.folder;
    const vault = openKeychain();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-missing');
    expect(kindOrValue(await vault.save('connection-1', token))).toBe('vault-missing');
    expect(lines.filter((line) => line.includes('libsecret-1.so.0'))).toHaveLength(2);
  });

  it('calls a service that says no a refusal, in words or without any', async () => {
    const { leave } = await misbehave(session.socketPath, 'refuses');
    const vault = openKeychain();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-refused');
    expect(kindOrValue(await vault.save('connection-1', token))).toBe('vault-refused');
    expect(kindOrValue(await vault.remove('connection-1'))).toBe('vault-refused');
    leave();
    await misbehave(session.socketPath, 'fails-without-text');
    expect(kindOrValue(await vault.save('connection-1', token))).toBe('vault-refused');
  });

  it('is unavailable when the keyring dies, and works again when it is back', async () => {
    await session.startKeyring(password);
    const vault = openKeychain();
    await vault.save('connection-1', token);
    await session.stopKeyring();
    expect(kindOrValue(await vault.read('connection-1'))).toBe('vault-unavailable');
    await session.startKeyring(password);
    expect(kindOrValue(await vault.read('connection-1'))).toBe(token);
  });

  it('finds a keyring that was started again between two calls', async () => {
    await session.startKeyring(password);
    const vault = openKeychain();
    for (const name of ['one', 'two']) {
      expect(kindOrValue(await vault.save(name, token))).toBe(null);
      await session.stopKeyring();
      await session.startKeyring(password);
    }
    expect(kindOrValue(await vault.read('two'))).toBe(token);
  });

  it.each(['mute', 'mute-search'] as const)('ends with a timeout and a free loop when the service is %s', async (how) => {
    const { seen } = await misbehave(session.socketPath, how);
    const stall = watchLoop();
    const started = performance.now();
    expect(kindOrValue(await openKeychain().read('connection-1'))).toBe('vault-timeout');
    expect(performance.now() - started).toBeLessThan(6_000);
    expect(stall()).toBeLessThan(1_500);
    expect(seen[0]).toBe('GetAll');
  });

  it.each(['read', 'remove'] as const)(
    'times out while a %s has an unlock prompt open, leaves it open, and still ends at once',
    async (deed) => {
      const { seen } = await misbehave(session.socketPath, 'prompt-open');
      const stall = watchLoop();
      const vault = openKeychain();
      const [first, second] = await Promise.all([vault[deed]('connection-1'), vault[deed]('connection-1')]);
      expect([kindOrValue(first), kindOrValue(second)]).toEqual(['vault-timeout', 'vault-timeout']);
      expect(seen.filter((member) => member === 'Prompt')).toHaveLength(1);
      expect(stall()).toBeLessThan(1_500);

      const third = vault[deed]('connection-1');
      vault.close();
      expect(kindOrValue(await third)).toBe('vault-unavailable');
      expect(seen.filter((member) => member === 'Prompt')).toHaveLength(1);
    },
  );

  it('leaves no process behind when Buoy crashes while a call waits', async () => {
    const { seen } = await misbehave(session.socketPath, 'mute');
    const child = fork(keychainWorkerPath(), { env: session.env, execArgv: [] });
    child.send({ id: 1, deed: 'read', service: 'Buoy', name: 'connection-1', secret: null });
    await vi.waitFor(() => expect(seen).toEqual(['GetAll']), { timeout: 10_000 });
    child.disconnect();
    await once(child, 'exit');
  });

  it('never writes a secret to the log', async () => {
    const vault = openKeychain();
    await vault.save('connection-1', token);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain(token.slice(7));
  });
});

/** Returns a function that gives the longest stall of the event loop since this call, in milliseconds. */
function watchLoop(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 20);
    last = now;
  }, 20);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
