import { early } from '../page/early.tsx';
import type { Route, ViewName } from '../routes/routes.ts';

/** Each screen is a file of its own, so that the page starts fast. */
export const screens = {
  overview: early(async () => (await import('../screens/overview/overview-screen.tsx')).OverviewScreen),
  droplets: early(async () => (await import('../screens/droplets/droplets-screen.tsx')).DropletsScreen),
  resources: early(async () => (await import('../screens/resources/resources-screen.tsx')).ResourcesScreen),
  activity: early(async () => (await import('../screens/activity/activity-screen.tsx')).ActivityScreen),
  monitoring: early(async () => (await import('../screens/monitoring/monitoring-screen.tsx')).MonitoringScreen),
  billing: early(async () => (await import('../screens/billing/billing-screen.tsx')).BillingScreen),
  'coming-up': early(async () => (await import('../screens/coming-up/coming-screen.tsx')).ComingScreen),
  operations: early(async () => (await import('../screens/operations/operations-screen.tsx')).OperationsScreen),
  logs: early(async () => (await import('../screens/logs/log-screen.tsx')).LogScreen),
  settings: early(async () => (await import('../screens/settings/settings-screen.tsx')).SettingsScreen),
} satisfies Record<Exclude<ViewName, 'tray' | 'welcome'>, unknown>;

export const TrayScreen = early(async () => (await import('../screens/tray/tray-screen.tsx')).TrayScreen);
export const FirstRunScreen = early(async () => (await import('../screens/first-run/first-run-screen.tsx')).FirstRunScreen);

/** Fetches the screen that a person comes to, while the page still asks for its first view. */
export const fetchScreen = ({ view }: Route): Promise<unknown> =>
  view === 'tray' ? TrayScreen.fetch() : view === 'welcome' ? FirstRunScreen.fetch() : screens[view].fetch();

/** Fetches all others. */
export const fetchScreens = (): Promise<unknown> => Promise.all(Object.values(screens).map((screen) => screen.fetch()));
