import { useSyncExternalStore } from 'react';
import { usePage } from '../page.ts';
import type { Route } from '../routes.ts';

export const useRoute = (): Route => {
  const { router } = usePage();
  return useSyncExternalStore(router.subscribe, router.route);
};
