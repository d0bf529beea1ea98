import { useSyncExternalStore } from 'react';
import { usePage } from '../page/page.ts';
import type { Route } from '../routes/routes.ts';

export const useRoute = (): Route => {
  const { router } = usePage();
  return useSyncExternalStore(router.subscribe, router.route);
};
