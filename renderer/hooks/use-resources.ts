import { useEffect, useState } from 'react';
import { usePage } from '../page/page.ts';
import { useRow } from './use-view.ts';

/**
 * Rows of a resource family, named by its listing operation, as the API returned them. Loads them once `isWanted` is `true`, and
 * reads them again whenever they change. `null` until something was read; callers then show ids instead of names.
 */
export const useResources = (familyId: string, connectionId: string, isWanted: boolean): Record<string, unknown>[] | null => {
  const { bridge } = usePage();
  const state = useRow('resources', `${connectionId}/${familyId}`);
  const [items, setItems] = useState<Record<string, unknown>[] | null>(null);
  const revision = state?.revision ?? -1;
  useEffect(() => {
    if (isWanted) void bridge.loadResources({ familyId, connectionId });
  }, [bridge, familyId, connectionId, isWanted]);
  useEffect(() => {
    if (!isWanted || revision < 0) return;
    let isCurrent = true;
    void bridge.readResources({ familyId, connectionId }).then((outcome) => {
      if (isCurrent && outcome.ok) setItems(outcome.value.items);
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, familyId, connectionId, isWanted, revision]);
  return items;
};
