import { beforeEach, describe, expect, it } from 'vitest';
import { createKeychain } from '../../../main/host/keychain.ts';
import type { KeychainAnswer, KeychainProcess, KeychainRequest, VaultFailureKind } from '../../../main/host/keychain-protocol.ts';
import { createFakeClock, type FakeClock, settle } from '../../doubles/core/fake-clock.ts';

/** A process that answers when the test tells it to. */
class FakeProcess implements KeychainProcess {
  requests: KeychainRequest[] = [];
  isKilled = false;
  #answer: (answer: KeychainAnswer) => void = () => {};
  #exit: () => void = () => {};
  send = (request: KeychainRequest) => void this.requests.push(request);
  onAnswer(listener: (answer: KeychainAnswer) => void) {
    this.#answer = listener;
  }
  onExit(listener: () => void) {
    this.#exit = listener;
  }
  kill() {
    this.isKilled = true;
  }
  /** Answers the newest request. */
  answer(value: string | null) {
    this.#answer({ id: this.requests.at(-1)?.id ?? 0, ok: true, value });
  }
  fail(detail: string, kind: VaultFailureKind = 'vault-refused') {
    this.#answer({ id: this.requests.at(-1)?.id ?? 0, ok: false, kind, detail });
  }
  die() {
    this.#exit();
  }
  deeds = () => this.requests.map(({ deed, name }) => `${deed} ${name}`);
}

let clock: FakeClock;
let processes: FakeProcess[];
let logged: string[];
let vault: ReturnType<typeof createKeychain>;
beforeEach(() => {
  clock = createFakeClock();
  processes = [];
  logged = [];
  vault = createKeychain({
    clock,
    log: { info: () => {}, warn: (line) => void logged.push(line) },
    platform: 'linux',
    start() {
      processes.push(new FakeProcess());
      return newest();
    },
  });
});
const newest = () => processes.at(-1) as FakeProcess;

/** How the promise has ended so far. */
function watch<T>(promise: Promise<T>): { value: T | 'pending' } {
  const seen: { value: T | 'pending' } = { value: 'pending' };
  void promise.then((value) => {
    seen.value = value;
  });
  return seen;
}
const timeout = { ok: false, failure: { kind: 'vault-timeout' } };

describe('the queue in front of the keychain', () => {
  it('starts no process before the first call, and names the service', async () => {
    expect(processes).toHaveLength(0);
    const read = vault.read('c1');
    expect(newest().requests).toEqual([{ id: 1, deed: 'read', service: 'Buoy', name: 'c1', secret: null }]);
    newest().answer('secret');
    expect(await read).toEqual({ ok: true, value: 'secret' });
  });

  it('makes calls one after the other, in order', async () => {
    const all = Promise.all([vault.save('c1', 'a'), vault.read('c2'), vault.remove('c1')]);
    expect(newest().deeds()).toEqual(['save c1']);
    for (const value of [null, 'b', null]) {
      newest().answer(value);
      await settle();
    }
    expect(newest().deeds()).toEqual(['save c1', 'read c2', 'remove c1']);
    expect(await all).toEqual([
      { ok: true, value: null },
      { ok: true, value: 'b' },
      { ok: true, value: null },
    ]);
    expect(processes).toHaveLength(1);
  });

  it('ends a caller’s wait after exactly 5 s', async () => {
    const read = watch(vault.read('c1'));
    await clock.advance(4_999);
    expect(read.value).toBe('pending');
    await clock.advance(1);
    expect(read.value).toMatchObject(timeout);
    expect(newest().isKilled).toBe(false);
  });

  it('lets a second request join the call that waits for the unlock prompt', async () => {
    const first = watch(vault.read('c1'));
    await clock.advance(5_000);
    const second = vault.read('c1');
    expect(newest().requests).toHaveLength(1);
    newest().answer('secret');
    expect(await second).toEqual({ ok: true, value: 'secret' });
    expect(first.value).toMatchObject(timeout);
  });

  it('drops a call that has not started when its last caller leaves', async () => {
    void vault.read('c1');
    const save = watch(vault.save('c2', 'a'));
    await clock.advance(5_000);
    expect(save.value).toMatchObject(timeout);
    newest().answer('secret');
    await settle();
    expect(newest().deeds()).toEqual(['read c1']);
  });

  it('removes what was saved after its caller had been told that it was not', async () => {
    const save = watch(vault.save('c1', 'a'));
    await clock.advance(5_000);
    expect(save.value).toMatchObject(timeout);
    newest().answer(null);
    expect(newest().deeds()).toEqual(['save c1', 'remove c1']);
  });

  it('keeps what was saved late if somebody asked for the same again', async () => {
    void vault.save('c1', 'a');
    await clock.advance(5_000);
    const again = vault.save('c1', 'a');
    newest().answer(null);
    expect(await again).toEqual({ ok: true, value: null });
    expect(newest().deeds()).toEqual(['save c1']);
  });

  it('does not join a call whose effect another call undoes in between', async () => {
    void vault.save('c1', 'a');
    void vault.remove('c1');
    void vault.save('c1', 'a');
    for (let count = 0; count < 2; count += 1) newest().answer(null);
    expect(newest().deeds()).toEqual(['save c1', 'remove c1', 'save c1']);
  });

  it('kills a process whose call takes two minutes, and serves the next call from a new process', async () => {
    void vault.read('c1');
    await clock.advance(118_000);
    const next = vault.read('c2');
    await clock.advance(2_000);
    expect(processes.map(({ isKilled }) => isKilled)).toEqual([true, false]);
    newest().answer('b');
    expect(await next).toEqual({ ok: true, value: 'b' });
  });

  it('fails only the running call when the process dies', async () => {
    const [first, second] = [vault.read('c1'), vault.read('c2')];
    newest().die();
    expect(await first).toMatchObject({ ok: false, failure: { kind: 'vault-unavailable' } });
    newest().answer('b');
    expect(await second).toEqual({ ok: true, value: 'b' });
    expect(processes).toHaveLength(2);
  });

  it('serves the next call from a new process once one failed', async () => {
    const [first, second] = [vault.read('c1'), vault.read('c2')];
    newest().fail('gone');
    expect(await first).toMatchObject({ ok: false, failure: { kind: 'vault-refused' } });
    expect(processes.map(({ isKilled }) => isKilled)).toEqual([true, false]);
    newest().answer('b');
    expect(await second).toEqual({ ok: true, value: 'b' });
  });

  it('asks a new process once when one that served before finds no keyring', async () => {
    const first = vault.read('c1');
    newest().answer('a');
    await first;
    const second = vault.read('c2');
    newest().fail('gone', 'vault-unavailable');
    expect(processes.map((each) => each.deeds())).toEqual([['read c1', 'read c2'], ['read c2']]);
    newest().fail('gone', 'vault-unavailable');
    expect(await second).toMatchObject({ ok: false, failure: { kind: 'vault-unavailable' } });
    expect(processes).toHaveLength(2);
  });

  it('passes over what a process that was given up still says', async () => {
    void vault.read('c1');
    const given = newest();
    await clock.advance(120_000);
    const next = watch(vault.read('c1'));
    given.answer('late');
    given.die();
    await settle();
    expect(next.value).toBe('pending');
  });

  it('ends the process 10 s after the last call, and starts another when one is needed', async () => {
    const read = vault.read('c1');
    newest().answer(null);
    await read;
    await clock.advance(9_999);
    expect(newest().isKilled).toBe(false);
    await clock.advance(1);
    expect(newest().isKilled).toBe(true);
    expect(clock.waiting()).toEqual([]);
    void vault.read('c1');
    expect(processes).toHaveLength(2);
  });

  it('leaves no timer and no caller behind when it is closed', async () => {
    const calls = [watch(vault.read('c1')), watch(vault.read('c2'))];
    vault.close();
    await settle();
    expect(calls.map(({ value }) => value)).toMatchObject([{ ok: false }, { ok: false }]);
    expect(newest().isKilled).toBe(true);
    expect(clock.waiting()).toEqual([]);
  });

  it('logs the system’s own reason, never the secret', async () => {
    const save = vault.save('c1', 'top-secret');
    newest().fail('Attribute too long');
    expect(await save).toMatchObject({ ok: false, failure: { kind: 'vault-refused' } });
    expect(logged).toEqual(['The keychain did not save: vault-refused, Attribute too long']);
  });
});
