import { type ComponentType, lazy } from 'react';
import type { ViewName } from '../routes.ts';
import { viewNames } from '../words/views.ts';
import { LaterScreen } from './later-screen.tsx';

const own = import.meta.glob<Record<string, ComponentType>>([
  '../screens/resources/resources-screen.tsx',
  '../screens/operations/operations-screen.tsx',
]);

/** A screen whose folder may not be part of the build. */
const optional = (path: string, name: string, title: string) =>
  lazy(async () => ({ default: (await own[path]?.())?.[name] ?? (() => <LaterScreen name={title} />) }));

/** Screens arrive when they are first opened; the list of droplets and the overview come first and stay small. */
export const screens: Record<Exclude<ViewName, 'tray' | 'welcome'>, ComponentType> = {
  overview: lazy(async () => ({ default: (await import('../screens/overview/overview-screen.tsx')).OverviewScreen })),
  droplets: lazy(async () => ({ default: (await import('../screens/droplets/droplets-screen.tsx')).DropletsScreen })),
  resources: optional('../screens/resources/resources-screen.tsx', 'ResourcesScreen', viewNames.resources),
  activity: lazy(async () => ({ default: (await import('../screens/activity/activity-screen.tsx')).ActivityScreen })),
  monitoring: lazy(async () => ({ default: (await import('../screens/monitoring/monitoring-screen.tsx')).MonitoringScreen })),
  billing: lazy(async () => ({ default: (await import('../screens/billing/billing-screen.tsx')).BillingScreen })),
  operations: optional('../screens/operations/operations-screen.tsx', 'OperationsScreen', viewNames.operations),
  settings: lazy(async () => ({ default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen })),
};

export const TrayScreen = lazy(async () => ({ default: (await import('../screens/tray/tray-screen.tsx')).TrayScreen }));
export const FirstRunScreen = lazy(async () => ({
  default: (await import('../screens/first-run/first-run-screen.tsx')).FirstRunScreen,
}));
