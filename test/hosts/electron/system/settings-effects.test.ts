import { describe, expect, it, vi } from 'vitest';
import { settingsSchema } from '../../../../preload/contract/settings.ts';
import { makeMachine, settle } from '../machine.ts';

describe('settings that the system holds too', () => {
  it('are applied at the start and after each change, once each', async () => {
    const { controls, log } = await makeMachine();
    const { applySettings } = await import('../../../../main/electron/system/settings-effects.ts');
    const apply = vi.fn(async () => {});
    let change = (_settings: unknown) => {};
    const first = settingsSchema.parse({ appearance: 'dark' });
    const buoy = {
      settings: () => first,
      subscribeSettings(listener: (settings: never) => void) {
        change = listener as typeof change;
        return () => {};
      },
    };
    applySettings(buoy, { isSupported: true, apply }, log);
    expect(controls.theme()).toBe('dark');
    change({ ...first, appearance: 'light', startAtLogin: true });
    change({ ...first, appearance: 'light', startAtLogin: true, pinned: ['c1:1'] });
    await settle();
    expect(controls.theme()).toBe('light');
    expect(apply.mock.calls).toEqual([[false], [true]]);
  });

  it('log what could not be applied', async () => {
    const { log } = await makeMachine();
    const { applySettings } = await import('../../../../main/electron/system/settings-effects.ts');
    const buoy = { settings: () => settingsSchema.parse({ startAtLogin: true }), subscribeSettings: () => () => {} };
    const apply = () => Promise.reject(new Error('EACCES'));
    applySettings(buoy, { isSupported: true, apply }, log);
    await settle();
    expect(log.warnings).toEqual(['The start at login could not be changed']);
  });
});
