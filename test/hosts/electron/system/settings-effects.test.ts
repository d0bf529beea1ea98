import { describe, expect, it, vi } from 'vitest';
import type { LoginState } from '../../../../main/electron/system/login-item.ts';
import { type Settings, settingsSchema } from '../../../../preload/contract/settings.ts';
import { makeMachine, settle } from '../machine.ts';

/** The effects over settings that a person changes, and over what the system keeps of the start at login. */
async function makeEffects(
  given: { settings?: Partial<Settings>; system?: LoginState; takes?: (isOn: boolean) => LoginState } = {},
) {
  const machine = await makeMachine();
  const { applySettings } = await import('../../../../main/electron/system/settings-effects.ts');
  let settings = settingsSchema.parse(given.settings ?? {});
  let system = given.system ?? 'off';
  let hear = (_settings: Settings) => {};
  const change = (part: Partial<Settings>) => {
    settings = { ...settings, ...part };
    hear(settings);
  };
  const takes = given.takes ?? ((isOn) => (isOn ? 'on' : 'off'));
  const apply = vi.fn(async (isOn: boolean) => {
    system = takes(isOn);
  });
  const tell = vi.fn();
  const runCommand = async ({ command }: { command: { patch: Partial<Settings> } }) => change(command.patch);
  const buoy = {
    settings: () => settings,
    subscribeSettings(listener: typeof hear) {
      hear = listener;
      return () => {};
    },
    calls: { runCommand },
  };
  const { log } = machine;
  applySettings({ buoy: buoy as never, loginItem: { isSupported: true, read: () => system, apply }, log, tell });
  const setOutside = (state: LoginState) => {
    system = state;
  };
  return { ...machine, change, apply, tell, setOutside, startsAtLogin: () => settings.startAtLogin };
}

describe('the theme', () => {
  it('is applied at the start and whenever it changes', async () => {
    const { controls, change } = await makeEffects({ settings: { appearance: 'dark' } });
    expect(controls.theme()).toBe('dark');
    change({ appearance: 'light' });
    expect(controls.theme()).toBe('light');
  });
});

describe('the start at login', () => {
  it('is applied when it changes, once', async () => {
    const { change, apply, startsAtLogin } = await makeEffects();
    change({ startAtLogin: true });
    change({ pinned: ['c1:1'] });
    await settle();
    expect(apply.mock.calls).toEqual([[true]]);
    expect(startsAtLogin()).toBe(true);
  });

  it('stays off, and is shown so, when the person switched it off outside of Buoy', async () => {
    const { apply, startsAtLogin } = await makeEffects({ settings: { startAtLogin: true }, system: 'off' });
    await settle();
    expect(apply).not.toHaveBeenCalled();
    expect(startsAtLogin()).toBe(false);
  });

  it('is looked at again whenever a window comes to the front', async () => {
    const { apply, startsAtLogin, setOutside } = await makeEffects();
    setOutside('on');
    const { app } = await import('electron');
    app.emit('browser-window-focus');
    await settle();
    expect(startsAtLogin()).toBe(true);
    expect(apply).not.toHaveBeenCalled();
  });

  it('is shown as off, with what to do, while macOS waits for approval', async () => {
    const { change, tell, startsAtLogin, apply } = await makeEffects({ takes: () => 'needs-approval' });
    change({ startAtLogin: true });
    await settle();
    expect(tell).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Login Items'));
    expect(startsAtLogin()).toBe(false);
    expect(apply.mock.calls).toEqual([[true]]);
  });

  it('is shown as it is, and said, when it could not be changed', async () => {
    const { change, tell, startsAtLogin, log } = await makeEffects({
      takes: () => {
        throw new Error('EACCES');
      },
    });
    change({ startAtLogin: true });
    await settle();
    expect(tell).toHaveBeenCalledOnce();
    expect(log.warnings).toHaveLength(1);
    expect(startsAtLogin()).toBe(false);
  });
});
