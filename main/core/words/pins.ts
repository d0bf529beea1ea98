import { sentences } from '../../../preload/contract/isolates.ts';
import { ago, clockTime } from './time.ts';

/** Words of pinned things that are no droplets. */
export const pinWords = sentences({
  spared: { message: 'Pinned things are not read while few requests are left.', nextStep: 'Buoy reads them again by itself.' },
  none: { message: 'Nothing is pinned.' },
  gone: 'No longer there',
  goneNote: 'DigitalOcean no longer lists it.',
  unread: 'Not read yet',
  failed: 'Could not be read',
  readAgo: (readAtMs: number, nowMs: number) => `Read ${ago(readAtMs, nowMs)}.`,
  leadsTo: (droplet: string) => `On ${droplet}`,
  free: 'Not assigned',
  up: 'Up',
  down: 'Down',
  paused: 'Paused',
  notChecked: 'Not checked yet',
  since: (atMs: number, nowMs: number) => `since ${clockTime(atMs, nowMs)}`,
  stateSince: (state: string, since: string) => `${state} ${since}`,
  copyAddress: 'Copy address',
  show: 'Show',
  unpin: 'Unpin',
  saveKubeconfig: 'Save kubeconfig…',
  withNote: (state: string, note: string) => `${state} · ${note.replace(/\.$/, '').replace(/^R/, 'r')}`,
} as const);

/** "Pending deploy" for `PENDING_DEPLOY`: a state of the API in words. */
export function stateInWords(raw: string): string {
  const words = raw
    .replace(/^STATUS_/, '')
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
