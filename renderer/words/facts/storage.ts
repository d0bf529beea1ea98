import { sentences } from '../../../preload/contract/isolates.ts';
import { counted } from '../locale.ts';

/** Words of facts about volumes, snapshots, shares, registries and Spaces keys. */
export const storageWords = sentences({
  unattached: 'Attached to nothing',
  unattachedText: 'It is still billed.',
  unattachedFact: 'Nothing, still billed',
  label: (text: string) => `label ${text}`,
  noFileSystem: 'None that DigitalOcean knows of',
  newest: 'the newest',
  fits: (gigabytes: string) => `droplets from ${gigabytes} of disk`,
  ownImage: 'Own',
  backup: 'Backup',
  snapshot: 'Snapshot',
  application: 'Application of DigitalOcean',
  system: 'System of DigitalOcean',
  inactive: 'No VPC can reach it',
  inactiveText: 'Give it to a VPC.',
  noVpc: 'None: nobody can mount it',
  accessPoints: (count: number) => counted(count, 'access point', 'access points'),
  stored: (used: string, included: string) => `${used} of ${included}`,
  asOf: 'as of',
  repositories: (count: number) => counted(count, 'repository', 'repositories'),
  planPrice: (name: string, price: string) => `${name}, ${price} a month`,
  freed: (bytes: string) => `freed ${bytes}`,
  neverCleaned: 'Never cleaned up',
  everyBucket: 'Every bucket, also new ones',
  everyBucketText: 'Whoever has the key reads and writes all of them.',
  grants: { read: 'read', readwrite: 'read and write', fullaccess: 'read, write and make' },
  grant: (bucket: string, may: string) => `${bucket}: ${may}`,
  noGrant: 'None: it opens no bucket',
});
