import { useEffect } from 'react';
import { useRoute } from '../hooks/use-route.ts';
import { usePage } from '../page/page.ts';
import { askedAt, placeHref } from '../routes/resource-place.ts';
import { useJobs } from './job-host.tsx';

/**
 * Opens what a job asks where the address asks for it, as the tray does for jobs that it cannot ask itself. It never runs one
 * without a question, because anything may lead to an address.
 */
export const JobOfRoute = () => {
  const { router } = usePage();
  const route = useRoute();
  const { ask } = useJobs();
  useEffect(() => {
    const asked = route.view === 'resources' ? askedAt(route.path) : null;
    if (asked === null) return;
    const { connectionId, familyId, parent, id } = asked.thing;
    router.go(placeHref({ connectionId, familyId, parent, itemId: id }), { isReplacing: true });
    ask(asked.job, asked.thing);
  }, [router, route, ask]);
  return null;
};
