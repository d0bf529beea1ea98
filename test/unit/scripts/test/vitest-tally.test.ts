import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../../scripts/test/vitest-tally.ts';
import { skippedFor } from '../../../doubles/skipped.ts';

describe('the reason of a skipped test', () => {
  const group = `the keyring${skippedFor('dbus-daemon is not installed')}`;

  it.each([
    [{ state: 'skipped', note: 'no keyring' }, 'a test', 'no keyring'],
    [{ state: 'skipped', note: undefined }, `${group} > reads (and writes)`, 'dbus-daemon is not installed'],
    [{ state: 'skipped', note: undefined }, `files > ${group}`, 'dbus-daemon is not installed'],
    [{ state: 'skipped', note: undefined }, 'a test', 'no reason given'],
  ] as const)('of %o in %j is %j', (result, name, reason) => {
    expect(reasonOf(result, name)).toBe(reason);
  });
});
