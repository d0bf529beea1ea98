import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeMachine, type platforms } from '../machine.ts';

type Options = Partial<{ isPackaged: boolean; env: Record<string, string> }>;

async function makeLoginItem(platform: (typeof platforms)[number], { isPackaged = true, env = {} }: Options = {}) {
  const machine = await makeMachine({ platform });
  const { createLoginItem } = await import('../../../../main/electron/system/login-item.ts');
  const item = createLoginItem({ platform, isPackaged, execPath: '/opt/Buoy/buoy', env });
  return { ...machine, item, file: join(machine.home, '.config/autostart/io.github.buoy.Buoy.desktop') };
}

describe('the start at login', () => {
  it.each(['darwin', 'win32'] as const)('is a login item on %s, hidden by an argument on Windows', async (platform) => {
    const { item, controls } = await makeLoginItem(platform);
    await item.apply(true);
    expect(controls.loginItem(platform === 'win32' ? ['--hidden'] : []).openAtLogin).toBe(true);
    await item.apply(false);
    expect(controls.loginItem(platform === 'win32' ? ['--hidden'] : []).openAtLogin).toBe(false);
  });

  it('is a file in the autostart folder on Linux', async () => {
    const { item, file } = await makeLoginItem('linux');
    await item.apply(true);
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Buoy/buoy" --hidden\nIcon=buoy\n');
    await item.apply(false);
    await item.apply(false);
    expect(existsSync(file)).toBe(false);
  });

  it("names an AppImage's own file, because its mount point changes each time", async () => {
    const { item, file } = await makeLoginItem('linux', { env: { APPIMAGE: '/home/me/My "Apps"/Buoy$.AppImage' } });
    await item.apply(true);
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/home/me/My \\\\"Apps\\\\"/Buoy\\\\$.AppImage" --hidden\n');
  });

  it.each(['/home/me/a\nExec=calc\nX=/Buoy', '/opt/a\rb/Buoy', '/opt/a\u0000b'])(
    'is refused for the path %j, which would write more into the file than a path',
    async (path) => {
      const { item, file } = await makeLoginItem('linux', { env: { APPIMAGE: path } });
      await expect(item.apply(true)).rejects.toThrow('control character');
      expect(existsSync(file)).toBe(false);
    },
  );

  it.each([
    ['in a Flatpak', { env: { FLATPAK_ID: 'io.github.buoy.Buoy' } }],
    ['in a Snap', { env: { SNAP: '/snap/buoy/1' } }],
    ['from a checkout', { isPackaged: false }],
  ])('is not offered %s', async (_where, options) => {
    const { item, file } = await makeLoginItem('linux', options);
    expect(item.isSupported).toBe(false);
    await item.apply(true);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the state of the start at login', () => {
  it('is off on Windows when the person switched it off in the Task Manager', async () => {
    const { item, controls } = await makeLoginItem('win32');
    await item.apply(true);
    expect(item.read()).toBe('on');
    controls.setDesktop({ isLoginItemDenied: true });
    expect(item.read()).toBe('off');
  });

  it('waits for approval on macOS until its settings allow it', async () => {
    const { item, controls } = await makeLoginItem('darwin');
    controls.setDesktop({ isLoginItemDenied: true });
    expect(item.read()).toBe('off');
    await item.apply(true);
    expect(item.read()).toBe('needs-approval');
    controls.setDesktop({ isLoginItemDenied: false });
    expect(item.read()).toBe('on');
  });

  it.each([
    ['hidden it', 'Hidden=true'],
    ['disabled it', 'X-GNOME-Autostart-enabled=false'],
  ])('is off on Linux when a tool of the desktop has %s', async (_what, line) => {
    const { item, file } = await makeLoginItem('linux');
    expect(item.read()).toBe('off');
    await item.apply(true);
    expect(item.read()).toBe('on');
    writeFileSync(file, `${readFileSync(file, 'utf8').replace('X-GNOME-Autostart-enabled=true', '')}${line}\n`);
    expect(item.read()).toBe('off');
  });
});

describe('being started by the system', () => {
  it.each([
    ['darwin', true, true],
    ['darwin', false, false],
    ['win32', true, false],
    ['linux', true, false],
  ] as const)('is detected on %s if the system says %s: %s', async (platform, isOpenedAtLogin, expected) => {
    await makeMachine({ platform, isOpenedAtLogin });
    const { wasStartedAtLogin } = await import('../../../../main/electron/system/login-item.ts');
    expect(wasStartedAtLogin(platform)).toBe(expected);
  });
});
