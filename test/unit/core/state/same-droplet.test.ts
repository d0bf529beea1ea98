import { describe, expect, it } from 'vitest';
import type { Droplet } from '../../../../main/core/digitalocean/resources/droplets.ts';
import { isSameDroplet } from '../../../../main/core/state/same-droplet.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (Array.isArray(value)) return [...value, 'more'];
  if (typeof value === 'object' && value !== null) return { ...value, endAtMs: 0 };
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value === null ? 'set' : `${String(value)}x`;
}

describe('two readings of a droplet', () => {
  it('are the same if every field is', () => {
    expect(isSameDroplet(aDroplet(), structuredClone(aDroplet()))).toBe(true);
  });

  it.each(Object.keys(aDroplet()) as (keyof Droplet)[])('differ if %s differs', (field) => {
    const droplet = aDroplet();
    const changed = { ...droplet, [field]: other(droplet[field]) } as Droplet;
    expect(isSameDroplet(droplet, changed)).toBe(false);
  });

  it('differ if one has a field that the other lacks', () => {
    const { imageSlug: _slug, nextBackupWindow: _window, ...bare } = aDroplet();
    expect(isSameDroplet(aDroplet(), { ...bare, imageSlug: 'debian-12-x64' })).toBe(false);
    expect(isSameDroplet(bare, aDroplet())).toBe(false);
  });
});
