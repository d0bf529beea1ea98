import type { Droplet } from '../digitalocean/resources/droplets.ts';
import { isSameList } from '../same.ts';

/**
 * Whether two readings of a droplet are equal. Written out field by field, because a general comparison takes ten times as
 * long and every poll of a large team compares each droplet. A test checks that no field is missing.
 */
export function isSameDroplet(one: Droplet, other: Droplet): boolean {
  return one === other || (isSameBody(one, other) && hasSameRelations(one, other));
}

function isSameBody(one: Droplet, other: Droplet): boolean {
  return (
    one.id === other.id &&
    one.name === other.name &&
    one.status === other.status &&
    one.statusRaw === other.statusRaw &&
    one.isLocked === other.isLocked &&
    one.regionSlug === other.regionSlug &&
    one.regionName === other.regionName &&
    one.sizeSlug === other.sizeSlug &&
    one.memoryMb === other.memoryMb &&
    one.vcpus === other.vcpus &&
    one.diskGb === other.diskGb &&
    one.priceMonthlyUsd === other.priceMonthlyUsd &&
    one.priceHourlyUsd === other.priceHourlyUsd &&
    one.imageName === other.imageName &&
    one.imageDistribution === other.imageDistribution &&
    one.imageId === other.imageId &&
    one.imageSlug === other.imageSlug &&
    one.nextBackupWindow?.startAtMs === other.nextBackupWindow?.startAtMs &&
    one.nextBackupWindow?.endAtMs === other.nextBackupWindow?.endAtMs &&
    one.vpcUuid === other.vpcUuid &&
    one.createdAtMs === other.createdAtMs
  );
}

function hasSameRelations(one: Droplet, other: Droplet): boolean {
  return (
    isSameList(one.publicV4, other.publicV4) &&
    isSameList(one.privateV4, other.privateV4) &&
    isSameList(one.publicV6, other.publicV6) &&
    isSameList(one.tags, other.tags) &&
    isSameList(one.features, other.features) &&
    isSameList(one.volumeIds, other.volumeIds) &&
    isSameList(one.snapshotIds, other.snapshotIds) &&
    isSameList(one.backupIds, other.backupIds)
  );
}
