import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { beforeAll, describe, expect, it } from 'vitest';
import { appId, appName, programName, toastActivatorId } from '../main/electron/identity.ts';
import { root } from './architecture/source-files.ts';
import { readBuilderConfig, validate } from './packaging/builder.ts';

const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

describe('electron-builder.yml', () => {
  let config: Configuration;
  beforeAll(async () => {
    config = await readBuilderConfig();
  });

  it("fits electron-builder's own schema", async () => {
    await expect(validate(config)).resolves.toBeUndefined();
  });

  it('is refused with an option that does not exist, or with a number where text is expected', async () => {
    await expect(validate({ ...config, linux: { targt: 'deb' } } as Configuration)).rejects.toThrow(
      'configuration.linux should be one of these',
    );
    await expect(validate({ ...config, appId: 5 } as unknown as Configuration)).rejects.toThrow('otherwise than written');
  });

  it('turns off every way to run Buoy as another program', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      enableCookieEncryption: false,
    });
    expect(config.asar).toBe(true);
    expect(config.disableAsarIntegrity).not.toBe(true);
  });

  it('names pictures and entitlements that exist', () => {
    const files = [config.mac?.icon, config.mac?.entitlements, config.win?.icon, config.linux?.icon];
    expect(files.filter((path) => typeof path !== 'string' || !existsSync(resolve(root, path)))).toEqual([]);
  });

  it('makes the shortcut on Windows that the running program finds by its name, so that toasts can start it', () => {
    expect(config.nsis?.createStartMenuShortcut).toBe(true);
    expect([config.productName, config.nsis?.shortcutName, config.nsis?.menuCategory]).toEqual([appName, undefined, undefined]);
    expect(config.appId).toBe(appId);
  });

  it('takes the class that toasts start away again when it is uninstalled, and keeps it for an update', () => {
    const script = readFileSync(resolve(root, String(config.nsis?.include)), 'utf8');
    const removal = `DeleteRegKey HKCU "Software\\Classes\\CLSID\\${toastActivatorId}"`;
    expect(script).toMatch(/!macro customUnInstall\n\s+\$\{ifNot\} \$\{isUpdated\}\n/);
    expect(script).toContain(removal);
  });

  it('installs its icon on Linux under the name that the start at login gives', () => {
    expect(config.linux?.executableName).toBe(programName);
  });

  it('gives the Linux desktop file the name by which the running program is known', () => {
    expect(manifest.desktopName).toBe(`${config.appId}.desktop`);
    expect(config.linux?.syncDesktopName).toBe(true);
    expect(config.linux?.desktop?.entry?.StartupWMClass).toBe(config.appId);
  });
});

describe('icons', () => {
  const faces = ['ok', 'busy', 'attention', 'offline', 'throttled', 'signed-out', 'paused'];
  const size = (path: string) => readFileSync(resolve(root, 'assets/generated', path)).readUInt32BE(16);

  it.each(faces)('show the tray face %s on each system, in each scale', (face) => {
    expect(size(`tray/macos/${face}Template.png`)).toBe(18);
    expect(size(`tray/macos/${face}Template@2x.png`)).toBe(36);
    for (const ground of ['on-dark', 'on-light']) {
      expect(size(`tray/linux/${face}-${ground}.png`)).toBe(22);
      expect(size(`tray/linux/${face}-${ground}@2x.png`)).toBe(44);
      expect(existsSync(resolve(root, `assets/generated/tray/windows/${face}-${ground}.ico`))).toBe(true);
    }
  });

  it('are drawn from the committed sources', () => {
    const sources = globSync('*.svg', { cwd: resolve(root, 'assets/icons') });
    expect(
      faces.flatMap((face) => [`tray-${face}-16.svg`, `tray-${face}-18.svg`]).filter((name) => !sources.includes(name)),
    ).toEqual([]);
  });
});
