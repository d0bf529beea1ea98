import type { Team } from '../world/team.ts';

/** Plans what is attached to droplets, because both sides name each other. Ids follow from names. */

export interface PlannedVolume {
  name: string;
  gigabytes: number;
  region: string;
  /** Name of the droplet; `null` for a thing that is not attached. */
  droplet: string | null;
  description: string;
  tags: readonly string[];
}

export interface PlannedSnapshot {
  name: string;
  /** Name of the droplet that it was taken of; `null` when that droplet is gone. */
  droplet: string | null;
  region: string;
  gigabytes: number;
  ageDays: number;
}

const volumes: Record<string, readonly PlannedVolume[]> = {
  'Harbour Works': [
    { name: 'web-assets', gigabytes: 100, region: 'fra1', droplet: 'web-01', description: 'Uploads of the shop', tags: ['web'] },
    {
      name: 'metrics-data',
      gigabytes: 250,
      region: 'fra1',
      droplet: 'metrics-01',
      description: 'Time series, 13 months',
      tags: ['ops'],
    },
    { name: 'mail-spool', gigabytes: 20, region: 'fra1', droplet: 'mail-relay-01', description: '', tags: [] },
    {
      name: 'build-cache',
      gigabytes: 60,
      region: 'nyc3',
      droplet: 'build-runner-02',
      description: 'Package and layer cache',
      tags: ['ci'],
    },
    { name: 'old-uploads', gigabytes: 200, region: 'fra1', droplet: null, description: 'Before the move to Spaces', tags: [] },
  ],
  Tidepool: [{ name: 'staging-db-data', gigabytes: 50, region: 'ams3', droplet: 'staging-db-01', description: '', tags: ['db'] }],
};

const snapshots: Record<string, readonly PlannedSnapshot[]> = {
  'Harbour Works': [
    { name: 'web-01-before-upgrade', droplet: 'web-01', region: 'fra1', gigabytes: 24, ageDays: 12 },
    { name: 'web-01-weekly', droplet: 'web-01', region: 'fra1', gigabytes: 24.4, ageDays: 5 },
    { name: 'api-01-2026-11-01', droplet: 'api-01', region: 'fra1', gigabytes: 11.8, ageDays: 22 },
    { name: 'metrics-01-nightly', droplet: 'metrics-01', region: 'fra1', gigabytes: 61.2, ageDays: 1 },
    { name: 'base-debian-hardened', droplet: 'bastion-01', region: 'fra1', gigabytes: 2.1, ageDays: 160 },
  ],
  Tidepool: [
    { name: 'preview-09-final', droplet: null, region: 'ams3', gigabytes: 58, ageDays: 74 },
    { name: 'staging-db-01-nightly', droplet: 'staging-db-01', region: 'ams3', gigabytes: 14.5, ageDays: 1 },
  ],
};

export const volumesOf = (team: Team): readonly PlannedVolume[] => volumes[team.name] ?? [];
export const snapshotsOf = (team: Team): readonly PlannedSnapshot[] => snapshots[team.name] ?? [];

export const volumeId = (team: Team, name: string): string => team.random('volume', name).uuid();
export const snapshotId = (team: Team, name: string): number => team.random('snapshot', name).whole(150_000_000, 169_999_999);
export const vpcId = (team: Team, region: string): string => team.random('vpc', region).uuid();

/** Ids of the two backups that a droplet with backups has. */
export const backupIds = (dropletId: number): number[] => [dropletId - 300_000_001, dropletId - 300_000_000];
