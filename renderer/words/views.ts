import { sentences } from '../../preload/contract/isolates.ts';
import type { MainView } from '../routes/routes.ts';
import { wholeNumber } from './locale.ts';
import { percent } from './sizes.ts';

/** Names of the views, in the side bar and in each view's bar. */
export const viewNames: Record<MainView | 'logs' | 'coming-up', string> = {
  overview: 'Overview',
  droplets: 'Droplets',
  resources: 'Resources',
  activity: 'Activity',
  monitoring: 'Monitoring',
  billing: 'Billing',
  operations: 'Operations',
  settings: 'Settings',
  logs: 'Log',
  'coming-up': 'Coming up',
};

export const frameWords = sentences({
  product: 'Buoy',
  windowTitle: (view: string, attention: number) =>
    attention > 0 ? `(${wholeNumber(attention)}) ${view} · Buoy` : `${view} · Buoy`,
  views: 'Views',
  allTeams: 'All teams',
  switchTeam: 'Switch team',
  addConnection: 'Add a connection…',
  findOrRun: 'Find or run',
  refresh: 'Refresh',
  refreshing: 'Refreshing',
  newDroplet: 'New droplet',
  more: 'More',
  trayMenu: 'Tray menu',
  quit: 'Quit Buoy',
  close: 'Close',
  dismiss: 'Dismiss',
  overlays: 'Announcements and menus',
  results: 'Results',
  notices: 'Notices',
  needAttention: (count: number) => `${wholeNumber(count)} need attention`,
  /** `least`: the team with the least left, of several. */
  requestsLeft: (least: string | null) => (least === null ? 'Requests left' : `Least left, ${least}`),
  leftOf: (left: number, limit: number) => `${wholeNumber(left)} of ${wholeNumber(limit)}`,
  budgetLabel: (team: string, fraction: number) => `${percent(fraction)} of the requests of ${team} are left this hour`,
  updated: (ago: string) => `Updated ${ago}`,
  notUpdatedYet: 'Not updated yet',
  skipToContent: 'Skip to the content',
  opening: 'Opening your view',
  tryAgain: 'Try again',
  noHost: 'This page needs Buoy',
  noHostDetail: 'It was opened without Buoy. Start Buoy and open the address that it prints.',
  loadingView: (name: string) => `Opening ${name}`,
  viewFailed: (name: string) => `${name} could not be opened`,
  viewFailedDetail: 'Part of the page failed to load or crashed. Your account is not affected.',
  reload: 'Load the page again',
});
