import { describe, expect, it, vi } from 'vitest';
import type { KeychainAnswer } from '../../../../main/host/keychain-protocol.ts';
import { makeMachine } from '../machine.ts';

describe("the keychain's process", () => {
  it('answers across its process boundary, and reports when it was killed', async () => {
    await makeMachine();
    const { startKeychainUtility } = await import('../../../../main/electron/system/keychain-utility.ts');
    const child = startKeychainUtility('linux');
    const answered = Promise.withResolvers<KeychainAnswer>();
    const exited = Promise.withResolvers<void>();
    child.onAnswer(answered.resolve);
    child.onExit(exited.resolve);
    child.send({ id: 7, deed: 'read', service: 'Buoy test', name: 'nothing-here', secret: null });
    const answer = await answered.promise;
    expect(answer.id).toBe(7);
    // With a keyring the answer is that there is no such secret; without one, the answer says what is wrong.
    expect(answer.ok ? answer.value : answer.kind).toSatisfy((value) => value === null || String(value).startsWith('vault-'));
    child.kill();
    await exited.promise;
  });

  it('speaks English whatever the language of the person, so that its failures can be told apart', async () => {
    await makeMachine();
    const { utilityProcess } = await import('electron');
    const fork = vi.spyOn(utilityProcess, 'fork');
    const { startKeychainUtility } = await import('../../../../main/electron/system/keychain-utility.ts');
    startKeychainUtility('linux').kill();
    expect(fork.mock.lastCall?.[2]?.env).toMatchObject({ ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' });
  });
});
