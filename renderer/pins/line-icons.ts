import type { MenuNode } from '../../preload/contract/view.ts';
import type { IconName } from '../components/icons/icon.tsx';

/** By the first part of a line's id, which is what it does. */
const icons: Readonly<Record<string, IconName>> = {
  copy: 'copy',
  'copy-string': 'copy',
  kubeconfig: 'key',
  pause: 'pause',
  purge: 'empty',
  redeploy: 'refresh',
  resume: 'play',
  show: 'window',
  state: 'info',
  unpin: 'unpin',
};

/** The icon of a line of a pinned thing. */
export const lineIcon = ({ id }: MenuNode): IconName => icons[id.slice(0, id.indexOf('/'))] ?? 'play';
