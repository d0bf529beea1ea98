import { useEffect, useState } from 'react';
import type { JobThing } from '../../preload/contract/job.ts';
import type { ManyOffer } from '../../preload/contract/many.ts';
import { manyThingsAtMost } from '../../preload/contract/many-limit.ts';
import { usePage } from '../page/page.ts';

const none: readonly ManyOffer[] = [];
/** A selection that grows with every key is asked about once it rests, in milliseconds. */
const restMs = 60;

/**
 * What can be done with the selected things together; empty until the core has answered. The offers of the selection before
 * stay meanwhile, so that nothing jumps.
 */
export const useManyOffers = (things: readonly JobThing[]): readonly ManyOffer[] => {
  const { bridge } = usePage();
  const [offers, setOffers] = useState(none);
  useEffect(() => {
    if (things.length === 0) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void bridge.offerManyJobs({ things: things.slice(0, manyThingsAtMost) }).then((outcome) => {
        if (isCurrent && outcome.ok) setOffers(outcome.value);
      });
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bridge, things]);
  return offers;
};
