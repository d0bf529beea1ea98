import { describe, expect, it } from 'vitest';
import { kindOfKeychainError } from '../../../main/host/keychain-answers.ts';

describe('what a keychain error means', () => {
  it.each([
    [
      'vault-unavailable',
      'Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled at compile time, set your DBUS_SESSION_BUS_ADDRESS instead',
    ],
    ['vault-unavailable', 'Platform failure: DBus error: Failed to connect to socket /run/user/0/bus: No such file or directory'],
    [
      'vault-unavailable',
      'Platform failure: DBus error: The name org.freedesktop.secrets was not provided by any .service files',
    ],
    ['vault-unavailable', "Couldn't access platform storage: Secret Service: no result found"],
    ['vault-unavailable', 'Cannot find native binding. npm has a bug related to optional dependencies'],
    ['vault-unavailable', 'Windows ERROR_NO_SUCH_LOGON_SESSION: A specified logon session does not exist'],
    ['vault-locked', "Couldn't access platform storage: Secret Service: unlock prompt was dismissed"],
    ['vault-locked', 'zbus error: org.freedesktop.Secret.Error.IsLocked'],
    ['vault-locked', "Couldn't access platform storage: User interaction is not allowed."],
    [
      'vault-timeout',
      'Platform failure: DBus error: Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus security policy blocked the reply, the reply timeout expired, or the network connection was broken.',
    ],
    ['vault-refused', "Couldn't access platform storage: AccessDenied"],
    ['vault-refused', "Attribute 'password' is longer than platform limit of 2560 chars"],
    ['vault-refused', 'something nobody has seen yet'],
  ])('%s: %s', (kind, text) => expect(kindOfKeychainError(text)).toBe(kind));
});
