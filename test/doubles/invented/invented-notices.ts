import type { NoticeButton, NoticePartRow, NoticeRow } from '../../../preload/contract/notice.ts';
import { at } from './invented-actions.ts';
import { inventedNow, minute } from './invented-time.ts';
import { aNotice } from './notices.ts';

const notice = (own: Pick<NoticeRow, 'key' | 'kind' | 'atMs' | 'title' | 'body'> & Partial<NoticeRow>): NoticeRow => ({
  ...aNotice({ connectionId: 'hw', route: null, isRead: true }),
  isStillTrue: false,
  snoozedUntilMs: null,
  ...own,
  parts: own.parts ?? [],
});

const part = (key: string, title: string, body: string, atMs: number): NoticePartRow => ({
  key,
  title,
  body,
  atMs,
  route: '#/droplets/hw:387100409',
  matter: null,
  buttons: [],
  snoozedUntilMs: null,
});

const show = (route: string): NoticeButton => ({ label: 'Show', deed: { kind: 'route', route } });
const snooze = (matter: string): NoticeButton => ({
  label: 'Snooze 1 h',
  deed: { kind: 'command', command: { kind: 'snooze-matter', matter, minutes: 60 } },
});
const onDroplet = (label: string, dropletKey: string, type: 'power_on' | 'power_cycle' | 'snapshot'): NoticeButton => ({
  label,
  deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: [dropletKey], type } },
});

const cacheDown = 'down/hw:387100404';
const cpuAlert = 'alert/hw/p1/387100413';

/** The history as the list shows it: two things are still true, one of them snoozed, and a night of snapshots is one row. */
export const inventedNotices = (): NoticeRow[] => [
  notice({
    key: 'n1',
    kind: 'droplet-down',
    atMs: inventedNow - 6 * minute,
    title: 'cache-01 is down',
    body: 'Harbour Works · fra1 · nobody turned it off',
    route: '#/droplets/hw:387100404',
    isRead: false,
    isStillTrue: true,
    matter: cacheDown,
    buttons: [onDroplet('Power on', 'hw:387100404', 'power_on'), snooze(cacheDown)],
  }),
  notice({
    key: 'n7',
    kind: 'alert-fired',
    atMs: inventedNow - 7 * minute,
    title: 'CPU above 80 % on worker-02',
    body: 'Harbour Works · now 91 %',
    route: '#/monitoring',
    isStillTrue: true,
    matter: cpuAlert,
    snoozedUntilMs: inventedNow + 54 * minute,
    buttons: [
      show('#/monitoring'),
      { label: 'End snooze', deed: { kind: 'command', command: { kind: 'end-snooze', matter: cpuAlert } } },
    ],
  }),
  notice({
    key: 'n2',
    kind: 'action-completed',
    atMs: at(13, 40),
    title: 'web-03 is back',
    body: 'Reboot, Harbour Works · took 23 s',
    route: '#/droplets/hw:387100411',
  }),
  notice({
    key: 'n3',
    kind: 'action-errored',
    atMs: at(12, 16),
    title: 'Snapshot of ci-runner-01 failed',
    body: 'Tidepool · the droplet has a pending event',
    connectionId: 'tp',
    route: '#/activity/tp:889',
    isRead: false,
    buttons: [show('#/activity/tp:889'), onDroplet('Try again', 'tp:387200301', 'snapshot')],
  }),
  notice({
    key: 'run/n8',
    kind: 'action-completed',
    atMs: at(12, 10),
    title: '4 actions finished',
    body: 'web-01, web-02, web-03 and api-01',
    count: 4,
    parts: [
      part('n8', 'Took a snapshot of web-01', 'Harbour Works · took 8 min 10 s', at(12, 2)),
      part('n9', 'Took a snapshot of web-02', 'Harbour Works · took 8 min 52 s', at(12, 4)),
      part('n10', 'Took a snapshot of web-03', 'Harbour Works · took 7 min 30 s', at(12, 6)),
      part('n11', 'Took a snapshot of api-01', 'Harbour Works · took 10 min 8 s', at(12, 10)),
    ],
  }),
  notice({
    key: 'n4',
    kind: 'action-slow',
    atMs: at(4, 17),
    title: 'Snapshot of metrics-01 takes far longer than usual',
    body: 'Harbour Works · usually 8 min',
    isSilent: true,
  }),
  notice({
    key: 'n5',
    kind: 'action-completed',
    atMs: at(18, 25, 1),
    title: '2 actions finished while Buoy was away',
    body: 'web-03 and api-02',
    count: 2,
  }),
  notice({
    key: 'n6',
    kind: 'spend-threshold',
    atMs: at(9, 0, 1),
    title: '$820.16 spent, over $800.00',
    body: 'This month, all teams',
    connectionId: null,
    route: '#/billing',
    buttons: [show('#/billing')],
  }),
];

/** Names that are long, or written from right to left, and buttons beside them. */
export const awkwardNotices = (): NoticeRow[] => {
  const long = `${'reverse-proxy-with-a-name-as-long-as-names-may-be-'.repeat(3)}01.internal.example.com`;
  const hebrew = 'שרת-אחסון-01';
  return [
    ...inventedNotices().map((row): NoticeRow => {
      if (row.key === 'n1') return { ...row, title: `${long} is down` };
      return row.key === 'n7' ? { ...row, isSilent: true, title: `CPU above 80 % on ${long}` } : row;
    }),
    notice({
      key: 'n12',
      kind: 'uptime-down',
      atMs: inventedNow - 8 * minute,
      title: `${hebrew} does not answer`,
      body: `${hebrew} · https://shop.example.com`,
      route: '#/monitoring',
      isRead: false,
      isStillTrue: true,
      matter: 'uptime/hw/u1',
      buttons: [show('#/monitoring'), snooze('uptime/hw/u1')],
    }),
    notice({
      key: 'n13',
      kind: 'action-errored',
      atMs: at(11, 2),
      title: `Reboot of ${long} failed`,
      body: 'Harbour Works · the droplet did not answer in time, and DigitalOcean gave no other reason for it',
      route: '#/droplets/hw:387100409',
      buttons: [show('#/droplets/hw:387100409'), onDroplet('Power cycle…', 'hw:387100409', 'power_cycle')],
    }),
  ];
};
