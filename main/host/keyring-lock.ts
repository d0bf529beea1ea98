import { execFile } from 'node:child_process';

const bus = 'org.freedesktop.secrets';
const collection = '/org/freedesktop/secrets/aliases/default';
const owner = 'org.freedesktop.Secret.Collection';

/** Programs that can ask the session bus. Nearly every desktop with a keyring has one of them. */
const questions: readonly (readonly [string, ...string[]])[] = [
  [
    'dbus-send',
    '--session',
    '--print-reply=literal',
    '--reply-timeout=1000',
    `--dest=${bus}`,
    collection,
    'org.freedesktop.DBus.Properties.Get',
    `string:${owner}`,
    'string:Locked',
  ],
  ['busctl', '--user', '--timeout=1', 'get-property', bus, collection, owner, 'Locked'],
  [
    'gdbus',
    'call',
    '--session',
    '--timeout=1',
    `--dest=${bus}`,
    `--object-path=${collection}`,
    '--method=org.freedesktop.DBus.Properties.Get',
    owner,
    'Locked',
  ],
];

/**
 * Whether the keyring is locked; `null` when nothing can tell. Some services find no entry while they are locked, and Buoy
 * must not call such a token lost. Takes about a second at most and never opens a prompt.
 */
export async function isKeyringLocked(): Promise<boolean | null> {
  for (const [program, ...args] of questions) {
    const answer = await run(program, args);
    const word = /\b(true|false)\b/.exec(answer ?? '')?.[1];
    if (word !== undefined) return word === 'true';
    if (answer !== null) return null;
  }
  return null;
}

/** The output of the program; `null` when it does not exist. */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((settle) => {
    execFile(program, args, { timeout: 1500, windowsHide: true }, (error, stdout) => {
      settle(error && 'code' in error && error.code === 'ENOENT' ? null : stdout);
    });
  });
}
