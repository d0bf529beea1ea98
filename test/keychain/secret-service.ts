import { type MethodAnswer, type MethodCall, ownBusName } from './dbus-peer.ts';
import type { DbusValue } from './dbus-wire.ts';

/**
 * What goes wrong with a secret service that is there:
 * `mute` answers nothing, `mute-search` opens a session and then answers nothing, `prompt-open` has the entry but asks the person
 * for the password and goes on waiting, `hides-while-locked` finds nothing as long as it is locked, `refuses` says no to every
 * call, and `fails-without-text` has no words for that.
 */
export type Misbehaviour = 'mute' | 'mute-search' | 'prompt-open' | 'hides-while-locked' | 'refuses' | 'fails-without-text';

const item = '/org/freedesktop/secrets/collection/login/1';
const none: readonly DbusValue[] = [];
/** Any public key will do, because no secret is ever sent. */
const publicKey = new Uint8Array(128).fill(7);

const answers: Record<string, (how: Misbehaviour) => MethodAnswer> = {
  GetAll: () => ({ signature: 'a{sv}', values: [none] }),
  OpenSession: () => ({
    signature: 'vo',
    values: [{ signature: 'ay', value: publicKey }, '/org/freedesktop/secrets/session/1'],
  }),
  SearchItems: (how) => {
    if (how === 'mute-search') return null;
    return { signature: 'aoao', values: [none, how === 'prompt-open' ? [item] : none] };
  },
  Unlock: () => ({ signature: 'aoo', values: [none, '/org/freedesktop/secrets/prompt/1'] }),
  Prompt: () => ({ signature: '', values: [] }),
  Get: () => ({ signature: 'v', values: [{ signature: 'b', value: true }] }),
};

/** Puts such a service on the bus. Returns its calls, by member, as they arrive, and the function that removes it. */
export async function misbehave(socketPath: string, how: Misbehaviour): Promise<{ seen: string[]; leave: () => void }> {
  const seen: string[] = [];
  const leave = await ownBusName(socketPath, 'org.freedesktop.secrets', ({ member }: MethodCall) => {
    seen.push(member);
    const isGreeting = member === 'GetAll' || member === 'OpenSession';
    if (how === 'refuses' || (how === 'fails-without-text' && !isGreeting)) {
      return { error: 'org.freedesktop.DBus.Error.AccessDenied', text: how === 'refuses' ? 'not you' : '' };
    }
    return how === 'mute' ? null : (answers[member]?.(how) ?? null);
  });
  return { seen, leave };
}
