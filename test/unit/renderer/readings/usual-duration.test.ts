import { describe, expect, it } from 'vitest';
import { usualOf } from '../../../../renderer/readings/usual-duration.ts';
import { inventedActions } from '../../../doubles/invented/invented-actions.ts';
import { inventedDroplets } from '../../../doubles/invented/invented-droplets.ts';
import { second } from '../../../doubles/invented/invented-time.ts';

const droplets = inventedDroplets();
const named = (name: string) => {
  const found = droplets.find((droplet) => droplet.name === name);
  if (!found) throw new Error(`No droplet is called ${name}`);
  return found;
};
const usual = (name: string, type: string) =>
  usualOf(inventedActions(), named(name), type, (key) => droplets.find((droplet) => droplet.key === key));

describe('usualOf', () => {
  it('takes the newest action of its own', () => {
    expect(usual('web-01', 'power_cycle')).toBe(30 * second);
  });

  it('takes that of a droplet with the same region and size where it has none itself', () => {
    expect(usual('web-01', 'reboot')).toBe(48 * second);
  });

  it('knows nothing of other sizes and regions', () => {
    expect(usual('edge-ams-01', 'power_cycle')).toBeNull();
  });
});
