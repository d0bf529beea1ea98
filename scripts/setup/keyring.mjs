import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { apt, hasApt } from './apt.mjs';
import { say, timed } from './say.mjs';

/** Each with its Debian package. `secret-tool` comes with libsecret, which keytar loads. */
const programs = { 'dbus-run-session': 'dbus', 'gnome-keyring-daemon': 'gnome-keyring', 'secret-tool': 'libsecret-tools' };

/**
 * On Linux the keychain tests talk to a real gnome-keyring in a private D-Bus session. Other systems have a keychain of their
 * own, and the tests are skipped there.
 * @returns {Record<string, string>} always empty; the tests themselves report what is missing as skipped
 */
export function prepareKeyring() {
  if (process.platform !== 'linux') return {};
  const packages = missing();
  if (packages.length === 0) return {};
  const names = packages.join(', ');
  if (hasApt()) {
    try {
      timed(names, () => {
        if (!apt(packages) || missing().length > 0) throw new Error('apt-get could not install them');
      });
      return {};
    } catch {
      // The message below gives the reason.
    }
  }
  say(
    `Keychain tests will be skipped: ${names} cannot be installed here. Run \`apt-get install ${packages.join(' ')}\` as root.`,
  );
  return {};
}

function missing() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return Object.entries(programs)
    .filter(([program]) => !folders.some((folder) => existsSync(join(folder, program))))
    .map(([, debianPackage]) => debianPackage);
}
