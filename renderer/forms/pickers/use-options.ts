import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../../preload/contract/failure.ts';
import { resourceKey } from '../../../preload/contract/resource-key.ts';
import { useRow, useRows } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { machine } from '../../words/sizes.ts';
import type { PickerOption } from './option.ts';
import { optionsOf } from './options-of.ts';
import type { PickerSource } from './sources.ts';

export interface Offered {
  options: readonly PickerOption[];
  isLoading: boolean;
  /** The options are all that there are, so what is not among them does not exist. */
  isWhole: boolean;
  failure: Failure | null;
  /** The rows as the API returned them, for fields that show more than a name. */
  rows: readonly Record<string, unknown>[];
  /** Loads the rows unless they are fresh. `isForced` loads them anyway. */
  load: (isForced?: boolean) => void;
}

const none: readonly Record<string, unknown>[] = [];
const noOptions: readonly PickerOption[] = [];

/** Options for a field. Rows that were read before are shown at once; the API is asked only when the field is used. */
export function useOptions(source: PickerSource | null, connectionId: string | null): Offered {
  const family = useFamilyRows(source?.familyId === 'droplets_list' ? null : source, connectionId);
  const droplets = useDropletOptions(source?.familyId === 'droplets_list' ? connectionId : null);
  const familyOptions = useMemo(
    () => (source ? optionsOf(source.familyId, family.rows, source.idAt) : noOptions),
    [source, family.rows],
  );
  return droplets ? { ...family, options: droplets, isWhole: droplets.length > 0 } : { ...family, options: familyOptions };
}

function useFamilyRows(source: PickerSource | null, connectionId: string | null): Omit<Offered, 'options'> {
  const { bridge } = usePage();
  const parentText = JSON.stringify(source?.parent ?? {});
  const address = useMemo(() => {
    if (!source || connectionId === null || source.needs !== null) return null;
    const parent = JSON.parse(parentText) as Record<string, string>;
    return { familyId: source.familyId, connectionId, ...(parentText === '{}' ? {} : { parent }) };
  }, [source, connectionId, parentText]);
  const state = useRow('resources', address && resourceKey(address.connectionId, address.familyId, address.parent));
  const [rows, setRows] = useState(none);
  const revision = state?.revision ?? 0;
  useEffect(() => {
    let isCurrent = true;
    if (address === null || revision === 0) setRows(none);
    else
      void bridge.readResources(address).then((outcome) => {
        if (isCurrent && outcome.ok) setRows(outcome.value.items);
      });
    return () => {
      isCurrent = false;
    };
  }, [bridge, address, revision]);
  const [isAsked, setAsked] = useState(false);
  const load = useCallback(
    (isForced = false) => {
      setAsked(address !== null);
      if (address) void bridge.loadResources({ ...address, isForced });
    },
    [bridge, address],
  );
  const { isFetching = false, failure = null, fetchedAtMs = null } = state?.freshness ?? {};
  const isWaited = isAsked && fetchedAtMs === null && failure === null;
  return { rows, isLoading: isFetching || isWaited, isWhole: fetchedAtMs !== null && failure === null, failure, load };
}

/** Droplets are already in the view, so they need no request. */
function useDropletOptions(connectionId: string | null): readonly PickerOption[] | null {
  const droplets = useRows('droplets');
  return useMemo(
    () =>
      connectionId === null
        ? null
        : droplets
            .filter((droplet) => droplet.connectionId === connectionId)
            .map((droplet) => ({
              value: droplet.id,
              label: droplet.name,
              detail: `${droplet.regionSlug} · ${machine(droplet.vcpus, droplet.memoryMb)}`,
            })),
    [droplets, connectionId],
  );
}
