import type { Row } from '../world/table.ts';

/** Sizes as their public price list had them in 2026: slug, memory in MB, CPUs, disk in GB, transfer in TB, USD a month. */
const sizeFacts: readonly [string, number, number, number, number, number, string][] = [
  ['s-1vcpu-512mb-10gb', 512, 1, 10, 0.5, 4, 'Basic'],
  ['s-1vcpu-1gb', 1024, 1, 25, 1, 6, 'Basic'],
  ['s-1vcpu-2gb', 2048, 1, 50, 2, 12, 'Basic'],
  ['s-2vcpu-2gb', 2048, 2, 60, 3, 18, 'Basic'],
  ['s-2vcpu-4gb', 4096, 2, 80, 4, 24, 'Basic'],
  ['s-4vcpu-8gb', 8192, 4, 160, 5, 48, 'Basic'],
  ['s-8vcpu-16gb', 16384, 8, 320, 6, 96, 'Basic'],
  ['s-1vcpu-1gb-intel', 1024, 1, 25, 1, 7, 'Premium Intel'],
  ['s-1vcpu-2gb-intel', 2048, 1, 50, 2, 14, 'Premium Intel'],
  ['s-2vcpu-4gb-intel', 4096, 2, 80, 4, 28, 'Premium Intel'],
  ['s-1vcpu-1gb-amd', 1024, 1, 25, 1, 7, 'Premium AMD'],
  ['s-2vcpu-4gb-amd', 4096, 2, 80, 4, 28, 'Premium AMD'],
  ['c-2', 4096, 2, 25, 4, 42, 'CPU-Optimized'],
  ['c-4', 8192, 4, 50, 5, 84, 'CPU-Optimized'],
  ['c-8', 16384, 8, 100, 6, 168, 'CPU-Optimized'],
  ['g-2vcpu-8gb', 8192, 2, 25, 4, 63, 'General Purpose'],
  ['g-4vcpu-16gb', 16384, 4, 50, 5, 126, 'General Purpose'],
  ['g-8vcpu-32gb', 32768, 8, 100, 6, 252, 'General Purpose'],
  ['m-2vcpu-16gb', 16384, 2, 50, 4, 84, 'Memory-Optimized'],
  ['m-4vcpu-32gb', 32768, 4, 100, 6, 168, 'Memory-Optimized'],
  ['so-2vcpu-16gb', 16384, 2, 300, 4, 131, 'Storage-Optimized'],
  ['gd-2vcpu-8gb', 8192, 2, 50, 4, 68, 'General Purpose 2x SSD'],
  ['gpu-h100x1-80gb', 245760, 20, 720, 15, 2267.8, 'H100 GPU'],
];

const regionFacts: readonly [slug: string, name: string, isAvailable: boolean][] = [
  ['nyc1', 'New York 1', true],
  ['nyc2', 'New York 2', false],
  ['nyc3', 'New York 3', true],
  ['sfo2', 'San Francisco 2', true],
  ['sfo3', 'San Francisco 3', true],
  ['ams3', 'Amsterdam 3', true],
  ['sgp1', 'Singapore 1', true],
  ['lon1', 'London 1', true],
  ['fra1', 'Frankfurt 1', true],
  ['tor1', 'Toronto 1', true],
  ['blr1', 'Bangalore 1', true],
  ['syd1', 'Sydney 1', true],
];

const gpuRegions = ['nyc2', 'tor1', 'ams3'];
const open = regionFacts.filter(([, , isAvailable]) => isAvailable).map(([slug]) => slug);
const isGpu = (slug: string) => slug.startsWith('gpu-');

export interface SizeFacts extends Row {
  slug: string;
  memory: number;
  vcpus: number;
  disk: number;
  price_monthly: number;
  price_hourly: number;
}

export const sizes: readonly SizeFacts[] = sizeFacts.map(([slug, memory, vcpus, disk, transfer, monthly, description]) => ({
  slug,
  memory,
  vcpus,
  disk,
  transfer,
  price_monthly: monthly,
  price_hourly: Math.round((monthly / 672) * 100_000) / 100_000,
  regions: isGpu(slug) ? gpuRegions : open,
  available: true,
  description,
  networking_throughput: vcpus > 4 ? 10_000 : 2_000,
  disk_info: [{ type: 'local', size: { amount: disk, unit: 'gib' } }],
  ...(isGpu(slug) ? { gpu_info: { count: 1, model: 'nvidia_h100', vram: { amount: 80, unit: 'gib' } } } : {}),
}));

export const regions: readonly Row[] = regionFacts.map(([slug, name, available]) => ({
  name,
  slug,
  features: ['backups', 'ipv6', 'metadata', 'install_agent', 'storage', 'image_transfer'],
  available,
  sizes: sizes.filter((size) => (isGpu(size.slug) ? gpuRegions.includes(slug) : available)).map((size) => size.slug),
}));

const sizeBySlug = new Map(sizes.map((size) => [size.slug, size]));
const regionBySlug = new Map(regions.map((region) => [String(region.slug), region]));
const fallbackRegion: Row = { name: 'New York 3', slug: 'nyc3', features: [], available: true, sizes: [] };

export const sizeOf = (slug: string): SizeFacts | undefined => sizeBySlug.get(slug);

/** A region by its slug or the beginning of one (`nyc`). */
export function regionOf(slug: string): Row | undefined {
  return (
    regionBySlug.get(slug) ??
    regions.find((region) => slug !== '' && String(region.slug).startsWith(slug) && region.available === true)
  );
}

/** A region that is known to exist. */
export const regionOr = (slug: string): Row => regionOf(slug) ?? fallbackRegion;
