import { execFile } from 'node:child_process';

const bus = 'org.freedesktop.secrets';
const collection = '/org/freedesktop/secrets/aliases/default';
const owner = 'org.freedesktop.Secret.Collection';

/** Programs that can ask the session bus; nearly every desktop with a keyring has one of them. */
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
 * Whether the keyring is locked; `null` where nothing tells. Some services find nothing at all while they are locked, and a
 * secret that cannot be seen is not a secret that is lost. Takes at most about a second and never prompts.
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

/** What it printed; `null` when there is no such program. */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((settle) => {
    execFile(program, args, { timeout: 1500, windowsHide: true }, (error, stdout) => {
      settle(error && 'code' in error && error.code === 'ENOENT' ? null : stdout);
    });
  });
}
