import type { AlertPolicy } from '../../../main/core/digitalocean/resources/alert-policies.ts';
import type { UptimeCheck } from '../../../main/core/digitalocean/resources/uptime-checks.ts';
import type { AlertState } from '../../../main/core/fetched/alert-state.ts';
import type { Policies } from '../../../main/core/fetched/policies.ts';
import type { UptimeState } from '../../../main/core/fetched/uptime.ts';
import { calm } from '../../../main/core/watching/flapping.ts';

/** A policy about the CPU of droplet 101. */
export const aPolicy = (fields: Partial<AlertPolicy> = {}): AlertPolicy => ({
  uuid: 'p1',
  type: 'v1/insights/droplet/cpu',
  description: 'Workers hot',
  compare: 'GreaterThan',
  compareRaw: 'GreaterThan',
  value: 80,
  windowMinutes: 5,
  windowRaw: '5m',
  entities: ['101'],
  tags: [],
  isAboutAll: false,
  isEnabled: true,
  ...fields,
});

/** A list of policies as it is read. */
export const policiesOf = (all: readonly AlertPolicy[], others: Partial<Policies['others']> = {}): Policies => ({
  all,
  others: { 'load-balancer': null, database: null, 'autoscale-pool': null, ...others },
});

/** That policy on droplet 101, quiet, looked at just now. */
export const anAlert = (fields: Partial<AlertState> = {}): AlertState => ({
  key: 'p1/101',
  policyUuid: 'p1',
  description: 'Workers hot',
  type: 'v1/insights/droplet/cpu',
  comparison: 'GreaterThan',
  threshold: 80,
  windowMs: 300_000,
  thing: { kind: 'droplet', id: '101', name: 'web-01' },
  judgement: 'fine',
  firingSinceMs: null,
  latest: { atMs: 0, value: 34 },
  isLeaning: false,
  changedAtMs: null,
  lookedAtMs: 0,
  triedAtMs: 0,
  aheadMs: 0,
  steady: [],
  flaps: calm,
  past: [],
  ...fields,
});

export const aCheck = (fields: Partial<UptimeCheck> = {}): UptimeCheck => ({
  id: 'u1',
  name: 'shop.example.com',
  type: 'https',
  typeRaw: 'https',
  target: 'https://shop.example.com',
  regions: ['eu_west'],
  isEnabled: true,
  ...fields,
});

/** What is seen of that check: it is up. */
export const anUptime = (fields: Partial<UptimeState> = {}): UptimeState => ({
  checkId: 'u1',
  name: 'shop.example.com',
  target: 'https://shop.example.com',
  isEnabled: true,
  status: 'up',
  downIn: [],
  changedAtMs: 0,
  downSinceMs: fields.status === 'down' ? (fields.changedAtMs ?? 0) : null,
  regions: [],
  previousOutage: null,
  days: [],
  lookedAtMs: 0,
  triedAtMs: 0,
  flaps: calm,
  ...fields,
});
