import { describe, expect, it } from 'vitest';
import { productOf } from '../../../../main/core/incidents/products.ts';
import { touchesOf } from '../../../../main/core/incidents/touches.ts';
import type { Incident } from '../../../../main/core/state/status-page.ts';
import { connectionIn, fetched, fold, loadedState } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

const withDroplet = connectionIn(fold(loadedState(), fetched('droplets', [aDroplet({ regionSlug: 'fra1' })])));
const bare = connectionIn(loadedState());

const incident = (product: string, regionSlug: string | null): Incident => ({
  id: 'i',
  title: 'Trouble',
  impact: 'minor',
  status: 'identified',
  startedAtMs: null,
  updatedAtMs: null,
  parts: [{ product, regionSlug }],
});
const words = (product: string, regionSlug: string | null, uses: Record<string, string[]> = {}, connection = withDroplet) =>
  touchesOf(incident(product, regionSlug), [connection], new Map([[connection.id, new Map(Object.entries(uses))]])).map(
    ({ product: { word }, regions }) => [word, ...regions].join(' '),
  );

describe('an incident touches a team', () => {
  it.each<[string, string, string | null, Record<string, string[]>, string[]]>([
    ['with droplets in its region', 'Droplets', 'fra1', {}, ['droplets fra1']],
    ['with droplets anywhere if it is everywhere', 'Droplets', null, {}, ['droplets']],
    ['with droplets elsewhere: not', 'Droplets', 'nyc3', {}, []],
    ['with volumes in its region', 'Volumes', 'fra1', { volumes_list: ['fra1', 'ams3'] }, ['volumes fra1']],
    ['with volumes elsewhere: not', 'Volumes', 'fra1', { volumes_list: ['ams3'] }, []],
    ['whose volumes could not be read: not', 'Volumes', 'fra1', {}, []],
    ['with apps, whose regions are shorter', 'App Platform', 'fra1', { apps_list: ['fra'] }, ['apps fra1']],
    ['with things that lie in no region', 'DNS', null, { domains_list: ['*'] }, ['DNS']],
    ['of whomever uses the API', 'API', null, {}, ['the API']],
    ['of whomever is in the region of the network', 'Networking', 'fra1', {}, ['the network fra1']],
    ['of others in another region: not', 'Networking', 'nyc1', {}, []],
    ['of a product that Buoy does not know: not', 'Community', null, {}, []],
  ])('%s', (_name, product, regionSlug, uses, expected) => {
    expect(words(product, regionSlug, uses)).toEqual(expected);
  });

  it('without droplets: not by theirs', () => {
    expect(words('Droplets', null, {}, bare)).toEqual([]);
  });
});

describe('the products', () => {
  it.each([
    ['Droplets', 'droplets'],
    ['GPU Droplets', 'droplets'],
    ['Volumes', 'volumes'],
    ['Managed Databases', 'databases'],
    ['Load Balancers', 'load balancers'],
    ['Spaces CDN', 'the CDN'],
    ['Spaces', 'Spaces'],
    ['Container Registry', 'container registries'],
    ['Cloud Firewall', 'firewalls'],
    ['Reserved IP', 'reserved IPs'],
    ['Event Processing', 'actions'],
    ['Cloud Control Panel', 'the control panel'],
    ['Kubernetes', 'Kubernetes'],
    ['Networking', 'the network'],
    ['Support Center', undefined],
  ])('know %s', (name, word) => {
    expect(productOf(name)?.word).toBe(word);
  });
});
