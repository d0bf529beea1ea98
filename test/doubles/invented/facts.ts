import type { Account } from '../../../main/core/digitalocean/resources/account.ts';
import type { Action } from '../../../main/core/digitalocean/resources/actions.ts';
import type { Balance } from '../../../main/core/digitalocean/resources/balance.ts';
import type { Droplet } from '../../../main/core/digitalocean/resources/droplets.ts';

/** Invented facts as they are after the parser, for tests of what is made from them. Every field can be replaced. */

export const aDroplet = (fields: Partial<Droplet> = {}): Droplet => ({
  id: 101,
  name: 'web-01',
  status: 'active',
  statusRaw: 'active',
  isLocked: false,
  regionSlug: 'fra1',
  regionName: 'Frankfurt 1',
  sizeSlug: 's-2vcpu-4gb',
  memoryMb: 4096,
  vcpus: 2,
  diskGb: 80,
  priceMonthlyUsd: 24,
  priceHourlyUsd: 0.03571,
  imageName: '12 x64',
  imageDistribution: 'Debian',
  imageId: 63663980,
  imageSlug: 'debian-12-x64',
  nextBackupWindow: { startAtMs: Date.UTC(2026, 10, 28), endAtMs: Date.UTC(2026, 10, 28, 23) },
  publicV4: ['203.0.113.21'],
  privateV4: ['10.0.0.2'],
  publicV6: ['2001:db8:2f:1::21'],
  tags: ['web', 'prod'],
  features: ['monitoring'],
  volumeIds: [],
  snapshotIds: [],
  backupIds: [],
  vpcUuid: null,
  createdAtMs: Date.UTC(2026, 2, 1),
  ...fields,
});

export const anAction = (fields: Partial<Action> = {}): Action => ({
  id: 9001,
  status: 'in-progress',
  type: 'reboot',
  startedAtMs: Date.UTC(2026, 10, 23, 14, 8),
  completedAtMs: null,
  resourceType: 'droplet',
  resourceId: 101,
  regionSlug: 'fra1',
  ...fields,
});

export const anAccount = (fields: Partial<Account> = {}): Account => ({
  email: 'ops@example.com',
  uuid: 'b6fr89dbf6d9156cace5f3c78dc9851d957381ef',
  name: 'Ops',
  status: 'active',
  dropletLimit: 25,
  team: { uuid: '5df3e3004a17e242b7c20ca6c9fc25b701a47ece', name: 'Harbour Works' },
  ...fields,
});

export const aBalance = (fields: Partial<Balance> = {}): Balance => ({
  monthToDateUsage: '820.16',
  monthToDateBalance: '820.16',
  accountBalance: '0.00',
  generatedAtMs: Date.UTC(2026, 10, 23, 13),
  isDated: true,
  ...fields,
});
