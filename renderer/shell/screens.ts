import { type ComponentType, lazy } from 'react';
import type { ViewName } from '../routes/routes.ts';

/** Each screen is loaded when it is first opened, so that the page starts fast. */
export const screens: Record<Exclude<ViewName, 'tray' | 'welcome'>, ComponentType> = {
  overview: lazy(async () => ({ default: (await import('../screens/overview/overview-screen.tsx')).OverviewScreen })),
  droplets: lazy(async () => ({ default: (await import('../screens/droplets/droplets-screen.tsx')).DropletsScreen })),
  resources: lazy(async () => ({ default: (await import('../screens/resources/resources-screen.tsx')).ResourcesScreen })),
  activity: lazy(async () => ({ default: (await import('../screens/activity/activity-screen.tsx')).ActivityScreen })),
  monitoring: lazy(async () => ({ default: (await import('../screens/monitoring/monitoring-screen.tsx')).MonitoringScreen })),
  billing: lazy(async () => ({ default: (await import('../screens/billing/billing-screen.tsx')).BillingScreen })),
  operations: lazy(async () => ({ default: (await import('../screens/operations/operations-screen.tsx')).OperationsScreen })),
  logs: lazy(async () => ({ default: (await import('../screens/logs/log-screen.tsx')).LogScreen })),
  settings: lazy(async () => ({ default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen })),
};

export const TrayScreen = lazy(async () => ({ default: (await import('../screens/tray/tray-screen.tsx')).TrayScreen }));
export const FirstRunScreen = lazy(async () => ({
  default: (await import('../screens/first-run/first-run-screen.tsx')).FirstRunScreen,
}));
