import type { RefObject } from 'react';
import type { JobThing } from '../../../preload/contract/job.ts';
import type { CheckRow, PolicyRow } from '../../../preload/contract/watching.ts';
import type { MenuEntry } from '../../components/controls/menu.tsx';
import type { GridHandle } from '../../components/lists/grid-list.tsx';
import { useRowMenu } from '../../jobs/use-row-menu.tsx';
import { usePage } from '../../page/page.ts';
import { itemHref } from '../../routes/resource-place.ts';
import { hrefOf } from '../../routes/routes.ts';
import { jobWords } from '../../words/jobs.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import type { Watched, WatchLine } from './lines.ts';

/** Where a line leads; `null`: nowhere. */
export function hrefOfLine(line: WatchLine): string | null {
  switch (line.kind) {
    case 'check':
      return itemHref('uptime_list_checks', line.row.connectionId, line.row.checkId);
    case 'policy':
      return itemHref('monitoring_list_alertPolicy', line.row.connectionId, line.row.uuid);
    case 'busy':
      return hrefOf('droplets', line.row.key);
    case 'firing':
    case 'notice':
      return line.row.route;
    default:
      return null;
  }
}

interface Offered {
  thing: JobThing;
  name: string;
  /** Copied by a line of the menu; `null`: there is nothing to copy. */
  address: string | null;
}

/** Things whose jobs are offered. Their rows have what those jobs look at before they read the thing. */
function ofCheck({ connectionId, checkId, name, target, status }: CheckRow): Offered {
  const row = { id: checkId, name, target, enabled: status !== 'paused' };
  return { thing: { connectionId, familyId: 'uptime_list_checks', id: checkId, parent: {}, row }, name, address: target };
}
function ofPolicy({ connectionId, uuid, name, type, state }: PolicyRow): Offered {
  const row = { uuid, description: name, type, enabled: state !== 'muted' };
  const thing = { connectionId, familyId: 'monitoring_list_alertPolicy', id: uuid, parent: {}, row };
  return { thing, name, address: null };
}

/** What a line offers the jobs of: its check or policy, also where it is about one that fires. */
function offeredBy(line: WatchLine, { checks, policies }: Watched): Offered | null {
  if (line.kind === 'check') return ofCheck(line.row);
  if (line.kind === 'policy') return ofPolicy(line.row);
  if (line.kind !== 'firing') return null;
  const { key } = line.row;
  const check = checks.find(({ connectionId, checkId }) => key === `uptime/${connectionId}/${checkId}`);
  if (check) return ofCheck(check);
  const policy = policies.find(({ connectionId, uuid }) => key.startsWith(`alert/${connectionId}/${uuid}/`));
  return policy ? ofPolicy(policy) : null;
}

/** The menu of a line: where it leads, and the jobs of its check or policy. */
export const useWatchMenu = (grid: RefObject<GridHandle | null>, watched: Watched) => {
  const page = usePage();
  const menu = useRowMenu(() => grid.current?.focus());
  const onMenu = (line: WatchLine, at: { x: number; y: number }) => {
    const offered = offeredBy(line, watched);
    const href = hrefOfLine(line);
    if (offered === null) return;
    const { thing, name, address } = offered;
    const first: MenuEntry[] = [
      ...(href === null
        ? []
        : [{ kind: 'item' as const, label: jobWords.open, icon: 'right' as const, onSelect: () => page.router.go(href) }]),
      ...(address === null
        ? []
        : [
            {
              kind: 'item' as const,
              label: monitoringWords.copyAddress,
              icon: 'copy' as const,
              onSelect: () => void page.copy(address),
            },
          ]),
    ];
    menu.open({ thing, name, at, first });
  };
  return { menu: menu.menu, onMenu };
};
