import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import type { Page } from '../page/page.ts';
import { paletteWords } from '../words/palette.ts';
import type { Verb } from './verbs.ts';

export type StartJob = (offer: Pick<JobOffer, 'name'>, thing: JobThing) => void;

/** What is asked about. */
export interface Offered {
  /** Unique among all things. */
  id: string;
  name: string;
  /** `null`: it cannot be named in a request. */
  thing: JobThing | null;
}

/** Offers of at most this many things are asked for at a time. */
const askedAtMost = 20;

/** The jobs of things, asked of the core once a thing is looked at. `onChange` is called when more of them are known. */
export function createOffers(page: Page, start: StartJob, onChange: () => void) {
  const offers = new Map<string, { row: unknown; list: readonly JobOffer[] }>();

  function ask({ id, thing }: Offered): void {
    if (thing === null || offers.get(id)?.row === thing.row) return;
    offers.set(id, { row: thing.row, list: offers.get(id)?.list ?? [] });
    void page.bridge.offerJobs({ thing }).then((outcome) => {
      if (!outcome.ok || outcome.value.length === 0) return;
      offers.set(id, { row: thing.row, list: outcome.value });
      onChange();
    });
  }

  return {
    ask: (things: readonly Offered[]) => things.slice(0, askedAtMost).forEach(ask),
    /** What is known of a thing's jobs; empty until the core has answered. */
    of: ({ id, name, thing }: Offered): readonly Verb[] =>
      thing === null
        ? []
        : (offers.get(id)?.list ?? []).map((offer) => ({
            id: `job ${offer.name}`,
            label: offer.label,
            keywords: offer.keywords,
            text: paletteWords.jobOn(offer.label, name),
            icon: 'play',
            offReason: offer.offReason,
            run: () => start(offer, thing),
          })),
  };
}
