import type { ComingRow } from '../../../preload/contract/coming.ts';
import type { ComingKind } from '../../../preload/contract/coming-kinds.ts';
import { inventedNow } from './invented-time.ts';

const dayMs = 86_400_000;

/** Something that is coming up, in so many days; `null`: without a date. */
export const aComing = (title: string, days: number | null, own: Partial<ComingRow> = {}): ComingRow => ({
  key: `certificate/hw/${title}`,
  connectionId: 'hw',
  kind: 'certificates',
  title,
  detail: '',
  atMs: days === null ? null : inventedNow + days * dayMs,
  endsAtMs: null,
  isDay: false,
  isNear: false,
  route: '#/resources/certificates_list/hw/c1',
  deeds: [],
  ...own,
});

const of = (kind: ComingKind, own: Partial<ComingRow> = {}) => ({ kind, ...own });
const job = (label: string, name: string, familyId: string) => ({
  kind: 'job' as const,
  label,
  name,
  thing: { connectionId: 'hw', familyId, id: 'x1', parent: {} },
});

/** Things near and far, over, and without a date. */
export const inventedComing = (): ComingRow[] => [
  aComing('Certificate old.example.com ended', -3, { isNear: true, deeds: [job('Replace…', 'replace', 'certificates_list')] }),
  aComing(
    'db-main gets an update',
    0.54,
    of('maintenance', {
      isNear: true,
      detail: '15.9 with security fixes',
      deeds: [
        job('Move…', 'window', 'databases_list_clusters'),
        job('Install now…', 'install-update', 'databases_list_clusters'),
      ],
    }),
  ),
  aComing('14 droplets are backed up', 0.6, of('backups', { endsAtMs: inventedNow + 0.76 * dayMs })),
  aComing('Certificate shop.example.com ends', 9.2, {
    isNear: true,
    detail: 'yours to renew',
    deeds: [job('Replace…', 'replace', 'certificates_list')],
  }),
  aComing(
    'Token of Tidepool ends',
    12.4,
    of('tokens', { isNear: true, isDay: true, connectionId: 'tp', detail: 'as you entered it' }),
  ),
  aComing('Certificate store.example.com ends', 47.1, { detail: 'renews itself', connectionId: 'tp' }),
  aComing(
    'PostgreSQL 15 of db-main ends',
    353,
    of('versions', { deeds: [job('Upgrade…', 'upgrade', 'databases_list_clusters')] }),
  ),
  aComing('harbour-k8s can have Kubernetes 1.34.1', null, of('upgrades')),
  aComing('Prefix 203.0.113.0/24', null, of('prefixes', { detail: 'DigitalOcean does not tell when it ends' })),
];
