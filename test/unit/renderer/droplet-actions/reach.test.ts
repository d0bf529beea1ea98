import { describe, expect, it } from 'vitest';
import type { DropletRow } from '../../../../preload/contract/view.ts';
import { deedsFor } from '../../../../renderer/droplet-actions/deeds.ts';
import { addressOf, addressText } from '../../../../renderer/droplet-actions/reach.ts';
import { inventedDroplets } from '../../../doubles/invented/invented-droplets.ts';

const bare = { publicV4: [], publicV6: [], privateV4: [], reservedIps: [] };
const dropletWith = (fields: Partial<DropletRow>): DropletRow => ({
  ...(inventedDroplets()[0] as DropletRow),
  ...bare,
  ...fields,
});

describe('the address that is shown of a droplet', () => {
  it.each<[Partial<DropletRow>, string]>([
    [{ publicV4: ['203.0.113.9'], privateV4: ['192.0.2.9'] }, '203.0.113.9'],
    [{ reservedIps: ['198.51.100.9'], privateV4: ['192.0.2.9'] }, '198.51.100.9'],
    [{ privateV4: ['192.0.2.9'] }, '192.0.2.9'],
    [{ status: 'new' }, 'not yet'],
    [{ status: 'active' }, 'none'],
    [{ publicV4: ['203.0.113.9'], status: 'archive', condition: 'archived' }, '–'],
  ])('of %j is %s', (fields, expected) => {
    expect(addressText(dropletWith(fields))).toBe(expected);
  });
});

describe('a droplet that is archived', () => {
  it('is not reached at the address that it had', () => {
    expect(addressOf(dropletWith({ publicV4: ['203.0.113.9'], status: 'archive', condition: 'archived' }))).toBeNull();
    expect(addressOf(dropletWith({ publicV4: ['203.0.113.9'] }))).toBe('203.0.113.9');
  });

  it('has nothing that can be done to it', () => {
    expect(deedsFor(dropletWith({ status: 'archive', condition: 'archived' }))).toEqual([]);
    expect(deedsFor(dropletWith({ status: 'active', condition: 'active' }))).not.toEqual([]);
  });
});
