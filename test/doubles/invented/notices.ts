import type { Notice } from '../../../preload/contract/notice.ts';

/** An invented notice. Every field can be replaced. */
export const aNotice = (fields: Partial<Notice> = {}): Notice => ({
  key: 'completed/c1:1',
  kind: 'action-completed',
  atMs: 1_800_000_000_000,
  title: 'web-01 is back',
  body: 'Reboot, Harbour Works',
  connectionId: 'c1',
  route: '#/droplets/c1:101',
  matter: null,
  buttons: [],
  name: 'web-01',
  isRead: false,
  isSilent: false,
  count: 1,
  parts: [],
  ...fields,
});
