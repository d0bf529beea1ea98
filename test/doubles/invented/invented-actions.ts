import type { ActionRow } from '../../../preload/contract/view.ts';
import { inventedNow, minute, second } from './invented-time.ts';

export const action = (
  own: Pick<ActionRow, 'key' | 'type' | 'title' | 'resourceName' | 'startedAtMs'> & Partial<ActionRow>,
): ActionRow => ({
  connectionId: own.key.split(':')[0] ?? '',
  status: 'in-progress',
  resourceType: 'droplet',
  resourceId: null,
  route: null,
  completedAtMs: null,
  startedBy: 'buoy',
  usualMs: null,
  usualRangeMs: null,
  isSlow: false,
  failure: null,
  ...own,
});

/** Local time on a day of the invented week. */
export const at = (hours: number, minutes: number, daysAgo = 0) => new Date(2026, 10, 23 - daysAgo, hours, minutes).getTime();

const ended = (
  key: string,
  type: string,
  title: string,
  resourceName: string,
  startedAtMs: number,
  tookMs: number,
  more: Partial<ActionRow> = {},
): ActionRow =>
  action({ key, type, title, resourceName, startedAtMs, completedAtMs: startedAtMs + tookMs, status: 'completed', ...more });

const onDroplet = (key: string): Partial<ActionRow> => ({ resourceId: key.split(':')[1] ?? null, route: `#/droplets/${key}` });

export const inventedActions = (): ActionRow[] => [
  action({
    key: 'hw:901',
    type: 'resize',
    title: 'Resizing worker-01',
    resourceName: 'worker-01',
    startedAtMs: inventedNow - 142 * second,
    usualMs: 222 * second,
    usualRangeMs: [180 * second, 250 * second],
    ...onDroplet('hw:387100412'),
  }),
  action({
    key: 'hw:902',
    type: 'snapshot',
    title: 'Taking a snapshot of api-01',
    resourceName: 'api-01',
    startedAtMs: inventedNow - 168 * second,
    usualMs: 9 * minute,
    startedBy: 'elsewhere',
    ...onDroplet('hw:387100400'),
  }),
  action({
    key: 'hw:903',
    type: 'reboot',
    title: 'Rebooting web-02',
    resourceName: 'web-02',
    startedAtMs: inventedNow - 28 * second,
    usualMs: 48 * second,
    ...onDroplet('hw:387100410'),
  }),
  action({
    key: 'tp:904',
    type: 'create',
    title: 'Creating preview-18',
    resourceName: 'preview-18',
    startedAtMs: inventedNow - 40 * second,
    startedBy: 'elsewhere',
    ...onDroplet('tp:387200102'),
  }),
  ended('hw:890', 'reboot', 'Rebooted web-03', 'web-03', at(13, 40), 23 * second, {
    usualMs: 25 * second,
    ...onDroplet('hw:387100411'),
  }),
  ended('tp:889', 'snapshot', 'Snapshot of ci-runner-01 failed', 'ci-runner-01', at(12, 16), 9 * second, {
    status: 'errored',
    ...onDroplet('tp:387200100'),
    failure: {
      kind: 'unprocessable',
      message: 'The droplet has a pending event.',
      nextStep: 'Wait until it is done, then try again.',
      requestId: '4f6c1e0a-93b2-4d7e-a1c3-0d1e5b7a9f20',
      status: 422,
    },
  }),
  ended('hw:888', 'power_cycle', 'Power cycled web-01', 'web-01', at(11, 2), 31 * second, {
    usualMs: 30 * second,
    ...onDroplet('hw:387100409'),
  }),
  ended('hw:887', 'snapshot', 'Took a snapshot of metrics-01', 'metrics-01', at(4, 0), 21 * minute, {
    usualMs: 8 * minute,
    startedBy: 'elsewhere',
    ...onDroplet('hw:387100408'),
  }),
  ended('tp:886', 'rebuild', 'Rebuilt preview-17', 'preview-17', at(0, 12), 64 * second, { startedBy: 'elsewhere' }),
  ended('hw:885', 'resize', 'Resized web-03', 'web-03', at(18, 22, 1), 190 * second, onDroplet('hw:387100411')),
  ended('hw:884', 'snapshot', 'Took a snapshot of web-01', 'web-01', at(18, 20, 1), 240 * second, {
    usualMs: 240 * second,
    ...onDroplet('hw:387100409'),
  }),
  ended('tp:883', 'destroy', 'Destroyed preview-16', 'preview-16', at(17, 30, 1), 12 * second, { startedBy: 'elsewhere' }),
  ended(
    'hw:882',
    'enable_backups',
    'Enabled backups of mail-relay-01',
    'mail-relay-01',
    at(9, 5, 1),
    4 * second,
    onDroplet('hw:387100407'),
  ),
  ended('tp:881', 'snapshot', 'Took a snapshot of staging-db-01', 'staging-db-01', at(4, 0, 1), 5 * minute, {
    startedBy: 'elsewhere',
  }),
  ...Array.from({ length: 9 }, (_, index) =>
    ended(
      `hw:${870 - index}`,
      'reboot',
      `Rebooted edge-ams-01`,
      'edge-ams-01',
      at(8, index * 5, 2),
      (20 + index) * second,
      onDroplet('hw:387100405'),
    ),
  ),
];
