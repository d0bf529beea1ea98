import { describe, expect, it } from 'vitest';
import { entryOf, hrefOf, parseRoute } from '../../../../renderer/routes/routes.ts';

describe('parseRoute', () => {
  it.each([
    ['', { view: 'overview' }],
    ['#/', { view: 'overview' }],
    ['#/nowhere/at/all', { view: 'overview' }],
    ['#/droplets', { view: 'droplets', dropletKey: null }],
    ['#/droplets/c1:387', { view: 'droplets', dropletKey: 'c1:387' }],
    ['#/activity', { view: 'activity', list: 'actions', actionKey: null }],
    ['#/activity/c1:9', { view: 'activity', list: 'actions', actionKey: 'c1:9' }],
    ['#/activity/notices', { view: 'activity', list: 'notices', actionKey: null }],
    ['#/settings/spend', { view: 'settings', section: 'spend' }],
    ['#/resources/volumes_list/a%2Fb', { view: 'resources', path: ['volumes_list', 'a/b'] }],
    ['#/logs/hw/app-1/build', { view: 'logs', path: ['hw', 'app-1', 'build'] }],
    ['#/monitoring', { view: 'monitoring', path: [] }],
    ['#/monitoring/charts/droplet', { view: 'monitoring', path: ['charts', 'droplet'] }],
    ['#/tray', { view: 'tray', dropletKey: null }],
    ['#/tray/hw:12', { view: 'tray', dropletKey: 'hw:12' }],
    ['#/droplets/%E0%A4%A', { view: 'droplets', dropletKey: '%E0%A4%A' }],
  ])('reads %j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('counts a log among the resources', () => {
    expect([entryOf('logs'), entryOf('billing')]).toEqual(['resources', 'billing']);
  });

  it('reads back what hrefOf writes', () => {
    expect(hrefOf('droplets', 'c1:387')).toBe('#/droplets/c1:387');
    expect(parseRoute(hrefOf('operations', 'a b/c'))).toEqual({ view: 'operations', path: ['a b/c'] });
  });
});
