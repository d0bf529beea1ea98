import type { Row } from '../world/table.ts';
import { regions } from './regions.ts';

const facts: readonly [id: number, slug: string, distribution: string, name: string, minDisk: number, gigabytes: number][] = [
  [194_001_101, 'ubuntu-26-04-x64', 'Ubuntu', '26.04 (LTS) x64', 10, 0.72],
  [194_001_102, 'ubuntu-24-04-x64', 'Ubuntu', '24.04 (LTS) x64', 10, 0.65],
  [194_001_103, 'ubuntu-22-04-x64', 'Ubuntu', '22.04 (LTS) x64', 10, 0.62],
  [194_001_104, 'debian-13-x64', 'Debian', '13 x64', 10, 0.58],
  [194_001_105, 'debian-12-x64', 'Debian', '12 x64', 10, 0.55],
  [194_001_106, 'fedora-43-x64', 'Fedora', '43 x64', 15, 1.3],
  [194_001_107, 'rockylinux-10-x64', 'Rocky Linux', '10 x64', 10, 1.9],
  [194_001_109, 'centos-stream-10-x64', 'CentOS', 'Stream 10 x64', 10, 1.1],
  [194_002_201, 'docker-20-04', 'Ubuntu', 'Docker on Ubuntu', 25, 2.1],
  [194_002_202, 'wordpress-24-04', 'Ubuntu', 'WordPress on Ubuntu', 25, 2.6],
  [194_002_203, 'nodejs-24-04', 'Ubuntu', 'Node.js on Ubuntu', 25, 2.3],
];

const everywhere = regions.map(({ slug }) => slug);

/** Public images: the bases first, then one-click applications, which need more than 20 GB of disk. */
export const publicImages: readonly Row[] = facts.map(([id, slug, distribution, name, minDisk, gigabytes]) => ({
  id,
  name,
  type: 'base',
  distribution,
  slug,
  public: true,
  regions: everywhere,
  created_at: '2026-04-23T09:12:41Z',
  min_disk_size: minDisk,
  size_gigabytes: gigabytes,
  description: `${distribution} ${name}`,
  tags: [],
  status: 'available',
  error_message: '',
}));

const bySlug = new Map(publicImages.map((image) => [String(image.slug), image]));

export const publicImage = (slugOrId: string): Row | undefined =>
  bySlug.get(slugOrId) ?? publicImages.find(({ id }) => String(id) === slugOrId);

export const isApplication = (image: Row): boolean => image.public === true && Number(image.min_disk_size) === 25;
