import type { PinRow } from '../../../preload/contract/view.ts';

const key = 'hw:apps_list/storefront';
const thing = { connectionId: 'hw', familyId: 'apps_list', id: 'storefront', parent: {} };
const route = '#/resources/apps_list/hw/storefront';

/** A pinned app. */
export const inventedPin = (change: Partial<PinRow> = {}): PinRow => ({
  key,
  connectionId: 'hw',
  familyId: 'apps_list',
  name: 'storefront',
  state: 'ACTIVE',
  stateText: 'Active',
  detail: 'store.example.com',
  standing: 'known',
  note: '',
  isBusy: false,
  route,
  lines: [
    line('copy', 'Copy address', { kind: 'copy', text: 'https://store.example.com' }),
    line('redeploy', 'Redeploy', { kind: 'job', name: 'redeploy', thing, route: `${route}/redeploy` }),
    line('show', 'Show', { kind: 'route', route }),
  ],
  ...change,
});

/** A line of a pinned thing. */
export const line = (what: string, label: string, deed: PinRow['lines'][number]['deed']): PinRow['lines'][number] => ({
  id: `${what}/${key}`,
  type: 'item',
  label,
  detail: null,
  isEnabled: deed !== null,
  deed,
  children: [],
});
