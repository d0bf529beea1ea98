import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../../main/core/state/saved/settings.ts';
import { type Settings, settingsSchema } from '../../../../../preload/contract/settings.ts';
import { anySettings, settingsLeaves, withValue } from '../../../../doubles/invented/any-settings.ts';

/** A value that a field cannot have. */
const strange = (field: (typeof settingsLeaves)[number]['field']) =>
  [{ from: 'another version' }, 'x'.repeat(1000), -1.5].find((value) => !field.safeParse(value).success);

describe('saved settings', () => {
  it('of 0.1.0 are read unchanged, and what came later has its default', () => {
    const saved: Partial<Settings> = JSON.parse(readFileSync('test/fixtures/saved/0.1.0/settings.json', 'utf8'));
    expect(readSettings(saved)).toEqual({
      isStatusPageRead: false,
      coming: { certificates: 30, tokens: 14, keys: 7, versions: 90, maintenance: 1, backups: 0 },
      costs: { warnAtPercent: 80, kept: [] },
      withoutTray: { closing: 'ask', isSaid: false },
      proxy: { mode: 'system', url: '' },
      pinnedThings: [],
      lastAddresses: '',
      ...saved,
      polling: { ...saved.polling, hasSparks: true, watching: 'usual' },
    });
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(readSettings(settings)).toEqual(settings);
      }),
      { numRuns: 50 },
    );
  });

  it.each(settingsLeaves.map((leaf) => [leaf.path.join('.'), leaf] as const))(
    'lose only %s if it cannot be understood',
    (_name, { path, field }) => {
      fc.assert(
        fc.property(anySettings, (settings) => {
          const read = readSettings(withValue(settings, path, strange(field)));
          expect(read).toEqual(withValue(settings, path, field.parse(undefined)));
        }),
        { numRuns: 10 },
      );
    },
  );

  it('keep the other groups if a whole group is not an object', () => {
    const read = readSettings({ appearance: 'dark', polling: 'often', notices: { quietHours: null, isOn: false }, ssh: [] });
    const usual = settingsSchema.parse({});
    expect(read).toEqual({ ...usual, appearance: 'dark', notices: { ...usual.notices, isOn: false } });
  });

  it.each(['text', 7, null])('are not read from %j', (saved) => {
    expect(readSettings(saved)).toBeNull();
  });
});
