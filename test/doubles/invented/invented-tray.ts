import type { MenuNode, TrayView } from '../../../preload/contract/view.ts';
import { hour, inventedNow } from './invented-time.ts';

const node = (own: Pick<MenuNode, 'id' | 'label'> & Partial<MenuNode>): MenuNode => ({
  type: 'item',
  detail: null,
  isEnabled: true,
  deed: null,
  children: [],
  ...own,
});
const separator = (id: string) => node({ id, label: '', type: 'separator' });
const heading = (label: string) => node({ id: `heading ${label}`, label, type: 'heading' });

const dropletNode = (key: string, label: string, detail: string, address: string): MenuNode =>
  node({
    id: `droplet/${key}`,
    label,
    detail,
    children: [
      node({ id: `copy/${key}`, label: `Copy ${address}`, deed: { kind: 'copy', text: address } }),
      node({
        id: `ssh/${key}`,
        label: 'Copy SSH command',
        deed: { kind: 'copy', text: `ssh root@${address}` },
      }),
      node({
        id: `reboot/${key}`,
        label: 'Reboot',
        detail: 'usually 25 s',
        deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: [key], type: 'reboot' } },
      }),
      node({
        id: `power_cycle/${key}`,
        label: 'Power cycle…',
        deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: [key], type: 'power_cycle' } },
      }),
      node({ id: `show/${key}`, label: 'Show in Buoy', deed: { kind: 'route', route: `#/droplets/${key}` } }),
    ],
  });

export const inventedTray = (): TrayView => ({
  face: 'attention',
  title: '3 need attention',
  subtitle: '23 droplets in 3 teams · updated 12 s ago',
  badge: '3',
  remedies: [],
  menu: [
    heading('Needs attention'),
    node({
      id: 'a1',
      label: 'cache-01 is down',
      detail: '6 min',
      deed: { kind: 'route', route: '#/droplets/hw:387100404' },
    }),
    node({
      id: 'a2',
      label: 'Snapshot of ci-runner-01 failed',
      detail: '1 h',
      deed: { kind: 'route', route: '#/activity/tp:889' },
    }),
    node({ id: 'a3', label: 'Spend is at 82 % of $1,000', deed: { kind: 'route', route: '#/billing' } }),
    heading('Running'),
    node({
      id: 'r1',
      label: 'Resizing worker-01',
      detail: '1 min 20 s left',
      deed: { kind: 'route', route: '#/droplets/hw:387100412' },
    }),
    node({
      id: 'r2',
      label: 'Snapshot of api-01',
      detail: '6 min left',
      deed: { kind: 'route', route: '#/droplets/hw:387100400' },
    }),
    heading('Pinned'),
    dropletNode('hw:387100409', 'web-01', 'Active', '203.0.113.21'),
    dropletNode('hw:387100403', 'build-runner-02', 'Off, still billed', '198.51.100.61'),
    dropletNode('me:387300100', 'blog', 'Active', '192.0.2.90'),
    separator('s1'),
    node({
      id: 'bill',
      label: 'November $820.16',
      detail: 'about $1,089 by 30 Nov',
      deed: { kind: 'route', route: '#/billing' },
    }),
    separator('s2'),
    node({ id: 'open', label: 'Open Buoy', deed: { kind: 'route', route: '#/overview' } }),
    node({ id: 'refresh', label: 'Refresh', deed: { kind: 'command', command: { kind: 'refresh' } } }),
    node({
      id: 'pause',
      label: 'Pause',
      detail: '1 hour, until tomorrow',
      children: [
        node({
          id: 'pause-hour',
          label: 'For 1 hour',
          deed: { kind: 'command', command: { kind: 'pause-polling', untilMs: inventedNow + hour } },
        }),
      ],
    }),
    node({ id: 'quit', label: 'Quit Buoy', deed: { kind: 'quit' } }),
  ],
});
