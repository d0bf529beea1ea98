import { useEffect, useMemo, useState } from 'react';
import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import { usePage } from '../page/page.ts';

const none: readonly JobOffer[] = [];

/** What can be done with a thing, or what makes a new thing of a family; `null` until the core has answered. */
export const useAnsweredOffers = (thing: JobThing | null): readonly JobOffer[] | null => {
  const { bridge } = usePage();
  const [answered, setAnswered] = useState<{ thing: JobThing; offers: readonly JobOffer[] } | null>(null);
  useEffect(() => {
    if (thing === null) return;
    let isCurrent = true;
    void bridge.offerJobs({ thing }).then((outcome) => {
      if (isCurrent) setAnswered({ thing, offers: outcome.ok ? outcome.value : none });
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, thing]);
  // The offers of the same thing stay while it is read again, so that nothing jumps.
  const isSame =
    thing !== null && answered !== null && answered.thing.id === thing.id && answered.thing.familyId === thing.familyId;
  return isSame ? answered.offers : null;
};

/** What a thing itself shows of its jobs: some stand with a list inside it. */
export const shownOffers = (offers: readonly JobOffer[]): JobOffer[] => offers.filter(({ isInListOnly }) => !isInListOnly);

/** What can be done with a thing; empty until the core has answered, and for a family without jobs. */
export const useOffers = (thing: JobThing | null): readonly JobOffer[] => {
  const offers = useAnsweredOffers(thing);
  return useMemo(() => (offers === null ? none : shownOffers(offers)), [offers]);
};
