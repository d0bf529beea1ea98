import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patched, type SettingsPatch, settingsPatchSchema, settingsSchema } from '../../../preload/contract/settings.ts';
import { anySettings, fieldValue, settingsLeaves, withValue } from '../../doubles/invented/any-settings.ts';

/** Fields that a patch does not contain. */
const ownCommand = ['pinned', 'pinnedThings'];

const named = settingsLeaves.map((leaf) => [leaf.path.join('.'), leaf] as const);
const patchable = named.filter(([name]) => !ownCommand.includes(name));

describe('a patch of the settings', () => {
  it.each(patchable)('for %s changes only that', (_name, leaf) => {
    fc.assert(
      fc.property(anySettings, fieldValue(leaf), (settings, value) => {
        const patch = settingsPatchSchema.parse(withValue({}, leaf.path, value));
        expect(patch).toEqual(withValue({}, leaf.path, value));
        expect(patched(settings, patch)).toEqual(withValue(settings, leaf.path, value));
      }),
      { numRuns: 20 },
    );
  });

  it('for several groups at once changes each where it is given', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (settings, { pinned: _pinned, pinnedThings: _things, ...others }) => {
        const { pinned, pinnedThings } = settings;
        expect(patched(settings, settingsPatchSchema.parse(others))).toEqual({ ...others, pinned, pinnedThings });
      }),
      { numRuns: 20 },
    );
  });

  it('with no fields changes nothing, and adds no default', () => {
    const groups = { polling: {}, notices: { quietHours: {} }, ssh: {} };
    expect(settingsPatchSchema.parse(groups)).toEqual(groups);
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(patched(settings, groups)).toEqual(settings);
      }),
      { numRuns: 20 },
    );
  });

  it('cannot contain what is pinned', () => {
    expect(settingsPatchSchema.parse({ pinned: ['c1:1'], pinnedThings: [], startAtLogin: true })).toEqual({ startAtLogin: true });
  });

  it.each<[string, unknown]>([
    ['an invalid time', { notices: { quietHours: { from: '7:00' } } }],
    ['an interval below half a minute', { polling: { intervalSeconds: 29 } }],
    ['a port that does not exist', { ssh: { port: 65_536 } }],
    ['no user', { ssh: { user: '' } }],
    ['a limit of zero', { spendThresholdUsd: 0 }],
  ])('with %s is refused, as in the settings themselves', (_name, patch) => {
    expect(settingsPatchSchema.safeParse(patch).success).toBe(false);
    expect(settingsSchema.safeParse(patch).success).toBe(false);
  });

  it('with an undefined field is refused, so that undefined never overwrites a value', () => {
    expect(settingsPatchSchema.safeParse({ appearance: undefined }).success).toBe(false);
  });

  it('is checked by the compiler at every depth', () => {
    const fine: SettingsPatch = { notices: { quietHours: { isOn: true } }, ssh: { port: 22 } };
    // @ts-expect-error: pinning has a command of its own.
    const pinned: SettingsPatch = { pinned: [] };
    // @ts-expect-error: a port is a number.
    const port: SettingsPatch = { ssh: { port: '22' } };
    expect([fine, pinned, port]).toHaveLength(3);
  });
});
