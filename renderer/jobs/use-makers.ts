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

interface FamilyJobs {
  /** Label of the only one; `null`: there are several. */
  label: string | null;
  /** Starts the only job in the only team; `null`: a person chooses from `entries` first. */
  run: (() => void) | null;
  entries: readonly MenuEntry[];
}

/** What makes a new thing of a family, and what else stands with its list. `null`: nothing does. */
interface WithList {
  makers: FamilyJobs | null;
  others: FamilyJobs | null;
}

/**
 * The jobs that stand with the list of a family; `null` until the core has answered. Where several teams are shown, the team is
 * chosen first.
 */
export const useFamilyJobs = (
  familyId: string,
  place: Readonly<Record<string, string>>,
  connections: readonly Pick<ConnectionRow, 'id' | 'label'>[],
): WithList | null => {
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
  const run = (offer: JobOffer, connectionId: string) => start(offer, familyIn(connectionId, familyId, JSON.parse(parent)));
  const jobsOf = (some: readonly JobOffer[]): FamilyJobs | null => {
    if (some.length === 0) return null;
    const [only] = some.length === 1 ? some : [];
    const jobsIn = (connectionId: string): MenuEntry[] =>
      some.map((offer) => ({ kind: 'item', label: offer.label, onSelect: () => run(offer, connectionId) }));
    const ofTeam = ({ id, label }: Pick<ConnectionRow, 'id' | 'label'>): MenuEntry =>
      only ? { kind: 'item', label, onSelect: () => run(only, id) } : { kind: 'sub', label, entries: jobsIn(id) };
    const isOneTeam = connections.length === 1;
    return {
      label: only?.label ?? null,
      run: only && isOneTeam ? () => run(only, firstId) : null,
      entries: isOneTeam ? jobsIn(firstId) : [{ kind: 'heading', label: jobWords.whichTeam }, ...connections.map(ofTeam)],
    };
  };
  return {
    makers: jobsOf(offers.filter(({ isOfList }) => isOfList !== true)),
    others: jobsOf(offers.filter(({ isOfList }) => isOfList === true)),
  };
};

/** What makes a new thing of a family: `'none'` where only a form of the API does, `null` until the core has answered. */
export const useMakers = (...args: Parameters<typeof useFamilyJobs>): FamilyJobs | 'none' | null => {
  const jobs = useFamilyJobs(...args);
  return jobs === null ? null : (jobs.makers ?? 'none');
};
