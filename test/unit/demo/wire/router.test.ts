import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../main/demo/catalogue.ts';
import { createRouter, type Router } from '../../../../main/demo/wire/router.ts';

let route: Router;
beforeAll(async () => {
  route = createRouter(await readCatalogue());
});

describe('the router', () => {
  it.each([
    ['GET', '/v2/projects/default', 'projects_get_default', {}],
    ['GET', '/v2/projects/some', 'projects_get', { project_id: 'some' }],
    ['GET', '/v2/droplets/autoscale', 'autoscalepools_list', {}],
    ['POST', '/v2/droplets/actions', 'dropletActions_post_byTag', {}],
    ['POST', '/v2/droplets/7/actions', 'dropletActions_post', { droplet_id: '7' }],
    ['GET', '/v2/droplets/', 'droplets_list', {}],
    [
      'DELETE',
      '/v2/registries/a/repositories/b%2Fc/tags/v1%3A2',
      'registries_delete_repositoryTag',
      { registry_name: 'a', repository_name: 'b/c', repository_tag: 'v1:2' },
    ],
    ['GET', '/v2/reserved_ipv6/2001%3Adb8%3A%3A1', 'reservedIPv6_get', { reserved_ipv6: '2001:db8::1' }],
    ['PUT', '/uploads/x', 'inference_upload_batch_file', { upload_id: 'x' }],
  ])('reads %s %s as %s', (method, path, id, values) => {
    const found = route(method, path);
    expect([found?.entry.operation.id, found?.path]).toEqual([id, values]);
  });

  it.each([
    ['GET', '/v2/droplets//'],
    ['GET', '/v2/droplets//actions'],
    ['PATCH', '/v2/droplets/7'],
    ['GET', '/V2/droplets'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(route(method, path)).toBeNull();
  });
});
