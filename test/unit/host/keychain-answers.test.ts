import { describe, expect, it } from 'vitest';
import { kindOfKeychainError } from '../../../main/host/keychain-answers.ts';

describe('what a keychain error means', () => {
  it.each([
    ['vault-missing', 'libsecret-1.so.0: cannot open shared object file: No such file or directory'],
    [
      'vault-missing',
      'Failed to load keytar native addon, checked ["../build/Release","../prebuilds/linux-riscv64"] on prebuilds/linux-riscv64',
    ],
    ['vault-unavailable', 'The name org.freedesktop.secrets was not provided by any .service files'],
    ['vault-unavailable', 'The name is not activatable'],
    ['vault-unavailable', 'Could not connect: No such file or directory'],
    ['vault-unavailable', 'Could not connect: Connection refused'],
    ['vault-unavailable', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
    ['vault-unavailable', 'Message recipient disconnected from message bus without replying'],
    ['vault-unavailable', 'Object does not exist at path “/org/freedesktop/secrets/collection/login”'],
    ['vault-unavailable', 'The session wrapping the secret does not exist'],
    ['vault-unavailable', 'A specified logon session does not exist. It may already have been terminated.'],
    ['vault-unavailable', 'A default keychain could not be found.'],
    ['vault-locked', 'Cannot create an item in a locked collection'],
    ['vault-locked', 'User interaction is not allowed.'],
    ['vault-timeout', 'Timeout was reached'],
    ['vault-timeout', "Failed to activate service 'org.freedesktop.secrets': timed out (service_start_timeout=120000ms)"],
    ['vault-refused', 'User canceled the operation.'],
    ['vault-refused', 'something nobody has seen yet'],
  ])('%s: %s', (kind, text) => expect(kindOfKeychainError(text)).toBe(kind));
});
