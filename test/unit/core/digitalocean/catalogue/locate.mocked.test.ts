import { describe, expect, it, vi } from 'vitest';
import { locate } from '../../../../../main/core/digitalocean/catalogue/locate.ts';

const index = vi.hoisted(() => ({ isThere: true }));
vi.mock('../../../../../main/core/digitalocean/catalogue/load.ts', async (original) => {
  const load = await original<typeof import('../../../../../main/core/digitalocean/catalogue/load.ts')>();
  const findOperation: typeof load.findOperation = (id) =>
    index.isThere ? load.findOperation(id) : Promise.reject(new Error('the index was asked for'));
  return { ...load, findOperation };
});

describe('locate', () => {
  it.each([
    'account_get',
    'actions_list',
    'actions_get',
    'balance_get',
    'droplets_list',
    'droplets_get',
    'dropletActions_list',
    'dropletActions_post',
    'dropletActions_post_byTag',
    'dropletActions_get',
    'monitoring_list_alertPolicy',
    'uptime_list_checks',
    'uptime_get_checkState',
    'images_list',
    'regions_list',
    'sizes_list',
  ])('finds %s, which Buoy calls by itself, without the index', async (id) => {
    index.isThere = false;
    expect((await locate(id)).operation.id).toBe(id);
  });

  it('finds an operation that Buoy does not call by itself', async () => {
    index.isThere = true;
    expect((await locate('databases_get_ca')).operation.method).toBe('GET');
    await expect(locate('no_such_thing')).rejects.toThrow('no_such_thing');
  });
});
