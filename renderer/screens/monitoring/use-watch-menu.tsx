import type { RefObject } from 'react';
import type { JobThing } from '../../../preload/contract/job.ts';
import type { MenuEntry } from '../../components/controls/menu.tsx';
import type { GridHandle } from '../../components/lists/grid-list.tsx';
import { useRowMenu } from '../../jobs/use-row-menu.tsx';
import { usePage } from '../../page/page.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { jobWords } from '../../words/jobs.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import type { WatchLine } from './lines.ts';

/** Where a line leads; `null`: nowhere. */
export function hrefOfLine(line: WatchLine): string | null {
  switch (line.kind) {
    case 'check':
      return itemHref('uptime_list_checks', line.row.connectionId, line.row.checkId);
    case 'policy':
      return itemHref('monitoring_list_alertPolicy', line.row.connectionId, line.row.uuid);
    case 'firing':
    case 'notice':
      return line.row.route;
    default:
      return null;
  }
}

/** The thing whose jobs a line offers. Its row has what those jobs look at before they read the thing. */
function thingOfLine(line: WatchLine): { thing: JobThing; name: string } | null {
  if (line.kind === 'check') {
    const { connectionId, checkId, name, target, status } = line.row;
    const row = { id: checkId, name, target, enabled: status !== 'paused' };
    return { thing: { connectionId, familyId: 'uptime_list_checks', id: checkId, parent: {}, row }, name };
  }
  if (line.kind === 'policy') {
    const { connectionId, uuid, name, type, state } = line.row;
    const row = { uuid, description: name, type, enabled: state !== 'muted' };
    return { thing: { connectionId, familyId: 'monitoring_list_alertPolicy', id: uuid, parent: {}, row }, name };
  }
  return null;
}

/** The menu of a line: where it leads, and the jobs of its check or policy. */
export const useWatchMenu = (grid: RefObject<GridHandle | null>) => {
  const page = usePage();
  const menu = useRowMenu(() => grid.current?.focus());
  const onMenu = (line: WatchLine, at: { x: number; y: number }) => {
    const of = thingOfLine(line);
    const href = hrefOfLine(line);
    if (of === null) return;
    const first: MenuEntry[] = [
      ...(href === null
        ? []
        : [{ kind: 'item' as const, label: jobWords.open, icon: 'right' as const, onSelect: () => page.router.go(href) }]),
      ...(line.kind === 'check'
        ? [
            {
              kind: 'item' as const,
              label: monitoringWords.copyAddress,
              icon: 'copy' as const,
              onSelect: () => void page.copy(line.row.target),
            },
          ]
        : []),
    ];
    menu.open({ ...of, at, first });
  };
  return { menu: menu.menu, onMenu };
};
