import { describe, expect, it } from 'vitest';
import { listImages } from '../../../../main/core/digitalocean/resources/images.ts';
import { listRegions } from '../../../../main/core/digitalocean/resources/regions.ts';
import { listSizes } from '../../../../main/core/digitalocean/resources/sizes.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { createFakeApi, Failing } from '../../../doubles/fake-api.ts';

describe('what DigitalOcean offers', () => {
  it('lists images of one kind by the API’s own names for it', async () => {
    const api = createFakeApi({
      images_list: () => [{ id: 1, name: '12 x64', slug: 'debian-12-x64', type: 'base', public: true }],
    });
    const images = await listImages(api, { type: 'distribution', isPrivate: false });
    expect(images.ok && images.value).toMatchObject([{ id: 1, slug: 'debian-12-x64', type: 'base', isPublic: true }]);
    expect(api.seen[0]?.args.query).toEqual({ type: 'distribution', private: false, tag_name: undefined });
  });

  it('lists regions and sizes with what they cost', async () => {
    const api = createFakeApi({
      regions_list: () => [{ slug: 'fra1', name: 'Frankfurt 1', available: true, features: [], sizes: ['s-1vcpu-1gb'] }],
      sizes_list: () => [
        { slug: 's-1vcpu-1gb', memory: 1024, vcpus: 1, disk: 25, price_monthly: 6, available: true, regions: ['fra1'] },
      ],
    });
    const [regions, sizes] = [await listRegions(api), await listSizes(api)];
    expect(regions.ok && regions.value).toMatchObject([{ slug: 'fra1', isAvailable: true, sizeSlugs: ['s-1vcpu-1gb'] }]);
    expect(sizes.ok && sizes.value).toMatchObject([{ slug: 's-1vcpu-1gb', memoryMb: 1024, priceMonthlyUsd: 6 }]);
  });

  it('hands on why a list could not be read', async () => {
    const failure: Failure = { kind: 'forbidden', message: 'No.' };
    const api = createFakeApi({ sizes_list: () => new Failing(failure) });
    expect(await listSizes(api)).toEqual({ ok: false, failure });
  });
});
