const size = (slug: string, vcpus: number, memory: number, disk: number, price: number) => ({
  slug,
  vcpus,
  memory,
  disk,
  price_monthly: price,
  available: true,
  regions: ['fra1', 'ams3', 'nyc3'],
});

/** Invented rows of the families that pickers list, shaped after the published examples. */
export const inventedResources: Record<string, Record<string, unknown>[]> = {
  regions_list: [
    { slug: 'nyc3', name: 'New York 3', available: true },
    { slug: 'ams3', name: 'Amsterdam 3', available: true },
    { slug: 'fra1', name: 'Frankfurt 1', available: true },
  ],
  sizes_list: [
    size('s-1vcpu-1gb', 1, 1024, 25, 6),
    size('s-1vcpu-2gb', 1, 2048, 50, 12),
    size('s-2vcpu-2gb', 2, 2048, 60, 18),
    size('s-2vcpu-4gb', 2, 4096, 80, 24),
    size('s-4vcpu-8gb', 4, 8192, 160, 48),
    size('c-2', 2, 4096, 25, 42),
  ],
  images_list: [
    { id: 1001, slug: 'debian-12-x64', name: '12 x64', distribution: 'Debian' },
    { id: 1002, slug: 'ubuntu-24-04-x64', name: '24.04 (LTS) x64', distribution: 'Ubuntu' },
    { id: 1003, slug: null, name: 'web-base 2026-11', distribution: 'Debian' },
  ],
  sshKeys_list: [
    { id: 512189, name: 'laptop', fingerprint: '3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa' },
    { id: 512190, name: 'ci-deploy', fingerprint: '4c:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fb' },
  ],
  volumes_list: [{ id: '7724db7c-e098-11e5-b522-000f53304e51', name: 'old-uploads', region: { slug: 'fra1' } }],
  tags_list: [{ name: 'web' }, { name: 'prod' }, { name: 'staging' }],
  vpcs_list: [{ id: '5a4981aa-9653-4bd1-bef5-d6bff52042e4', name: 'harbour-fra1', region: 'fra1' }],
  projects_list: [{ id: '4e1bfbc3-dc3e-41f2-a18f-1b4d7ba71679', name: 'Harbour' }],
};
