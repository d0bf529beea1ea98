import type { MenuDeed } from '../../preload/contract/view.ts';
import { useJobs } from '../jobs/job-host.tsx';
import { usePage } from '../page/page.ts';
import { askedAt } from '../routes/resource-place.ts';
import { parseRoute } from '../routes/routes.ts';

/** Does in the window what a line of a pinned thing stands for. A job asks in a dialog over the view that is open. */
export const useLineDeed = (): ((deed: MenuDeed) => void) => {
  const { commands, router, copy } = usePage();
  const { start, ask } = useJobs();
  return (deed) => {
    switch (deed.kind) {
      case 'command':
        return void commands.run(deed.command);
      case 'copy':
        return void copy(deed.text);
      case 'job':
        return start({ name: deed.name }, deed.thing);
      case 'route': {
        const route = parseRoute(deed.route);
        const asked = route.view === 'resources' ? askedAt(route.path) : null;
        return asked ? ask(asked.job, asked.thing) : router.go(deed.route);
      }
      case 'quit':
        return;
    }
  };
};
