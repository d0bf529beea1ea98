import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { modules } from '../setup/folders.mjs';
import { npm } from '../setup/npm.mjs';
import { timed } from '../setup/say.mjs';

/** The processors that one package of each system supports. npm itself only installs the binary for this machine's. */
const targets: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['darwin-x64', 'darwin-arm64'],
  win32: ['win32-x64-msvc', 'win32-arm64-msvc'],
};

/** Adds the keychain binaries for the system's other processors, beside the lock file. Throws when npm cannot. */
export function ensureNativeModules(platform: NodeJS.Platform): void {
  const { version } = JSON.parse(readFileSync(resolve(modules, '@napi-rs/keyring/package.json'), 'utf8'));
  const missing = (targets[platform] ?? [])
    .map((target) => `@napi-rs/keyring-${target}`)
    .filter((name) => !existsSync(resolve(modules, name)));
  if (missing.length === 0) return;
  timed(missing.join(', '), () => {
    const packages = missing.map((name) => `${name}@${version}`);
    // These binaries are for another processor, so npm only installs them with --force.
    if (!npm(['install', '--no-save', '--no-package-lock', '--force', ...packages]))
      throw new Error(`npm could not install ${packages.join(', ')}.`);
  });
}
