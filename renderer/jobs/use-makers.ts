import { useMemo } from 'react';
import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import type { ConnectionRow } from '../../preload/contract/view.ts';
import type { MenuEntry } from '../components/controls/menu.tsx';
import { jobWords } from '../words/jobs.ts';
import { useJobs } from './job-host.tsx';
import { useAnsweredOffers } from './use-offers.ts';

/** Stands for a family itself: its jobs make new things. */
export const familyIn = (connectionId: string, familyId: string, parent: JobThing['parent'] = {}): JobThing => ({
  connectionId,
  familyId,
  id: '',
  parent,
  row: {},
});

interface Makers {
  /** Label of the only job that makes one; `null`: there are several. */
  label: string | null;
  /** They make nothing: what stands with the list is something else. */
  isOther: boolean;
  /** Starts the only job in the only team; `null`: a person chooses from `entries` first. */
  run: (() => void) | null;
  entries: readonly MenuEntry[];
}

/**
 * What makes a new thing of a family: `'none'` where only a form of the API does, `null` until the core has answered. Where several
 * teams are shown, the team is chosen first.
 */
export const useMakers = (
  familyId: string,
  place: Readonly<Record<string, string>>,
  connections: readonly Pick<ConnectionRow, 'id' | 'label'>[],
): Makers | 'none' | null => {
  const { start } = useJobs();
  // As text, since an address makes a new object each time that it is read.
  const parent = JSON.stringify(place);
  const firstId = connections[0]?.id ?? null;
  const asked = useMemo(
    () => (firstId === null ? null : familyIn(firstId, familyId, JSON.parse(parent))),
    [firstId, familyId, parent],
  );
  const offers = useAnsweredOffers(asked);
  if (offers === null || firstId === null) return null;
  if (offers.length === 0) return 'none';
  const run = (offer: JobOffer, connectionId: string) => start(offer, familyIn(connectionId, familyId, JSON.parse(parent)));
  const [only] = offers.length === 1 ? offers : [];
  const jobsIn = (connectionId: string): MenuEntry[] =>
    offers.map((offer) => ({ kind: 'item', label: offer.label, onSelect: () => run(offer, connectionId) }));
  const ofTeam = ({ id, label }: Pick<ConnectionRow, 'id' | 'label'>): MenuEntry =>
    only ? { kind: 'item', label, onSelect: () => run(only, id) } : { kind: 'sub', label, entries: jobsIn(id) };
  const isOneTeam = connections.length === 1;
  return {
    label: only?.label ?? null,
    isOther: offers.every(({ isOfList }) => isOfList === true),
    run: only && isOneTeam ? () => run(only, firstId) : null,
    entries: isOneTeam ? jobsIn(firstId) : [{ kind: 'heading', label: jobWords.whichTeam }, ...connections.map(ofTeam)],
  };
};
