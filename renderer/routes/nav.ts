import type { IconName } from '../components/icons/icon.tsx';
import type { MainView } from './routes.ts';

export const viewIcons: Record<MainView, IconName> = {
  overview: 'overview',
  droplets: 'droplet',
  resources: 'layers',
  activity: 'activity',
  monitoring: 'chart',
  billing: 'billing',
  operations: 'code',
  settings: 'settings',
};
