import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFolder } from '../../../main/host/config-folder.ts';

const home = resolve('/home/mara');

describe('the folder of settings', () => {
  it('is the one that XDG names on Linux, otherwise .config', () => {
    expect(configFolder({ platform: 'linux', env: {}, home })).toBe(join(home, '.config', 'Buoy'));
    expect(configFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: resolve('/cfg') }, home })).toBe(
      join(resolve('/cfg'), 'Buoy'),
    );
    expect(configFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: 'relative' }, home })).toBe(join(home, '.config', 'Buoy'));
    expect(configFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: '' }, home })).toBe(join(home, '.config', 'Buoy'));
  });

  it('is Application Support on macOS and the roaming folder on Windows', () => {
    expect(configFolder({ platform: 'darwin', env: {}, home })).toBe(join(home, 'Library', 'Application Support', 'Buoy'));
    expect(configFolder({ platform: 'win32', env: { APPDATA: resolve('/roaming') }, home })).toBe(
      join(resolve('/roaming'), 'Buoy'),
    );
    expect(configFolder({ platform: 'win32', env: {}, home })).toBe(join(home, 'AppData', 'Roaming', 'Buoy'));
  });

  it('is what BUOY_HOME names, if that is set', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(configFolder({ platform, env: { BUOY_HOME: resolve('/elsewhere') }, home })).toBe(resolve('/elsewhere'));
    }
  });
});
