import { describe, expect, it } from 'vitest';
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
});
