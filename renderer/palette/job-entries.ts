import type { JobOffer, JobThing } from '../../preload/contract/job.ts';
import type { Page } from '../page/page.ts';
import { paletteWords } from '../words/palette.ts';
import { fitOf, type PaletteEntry } from './entries.ts';

/** A thing that the palette knows, with what its jobs need. */
export interface KnownThing {
  entry: PaletteEntry;
  /** `null`: it has no id, so nothing can be done with it. */
  thing: JobThing | null;
}

export type StartJob = (offer: JobOffer, thing: JobThing) => void;

const jobsAtMost = 6;
/** Offers of at most this many things are asked for while one types. */
const askedAtMost = 20;

/**
 * Jobs as entries: those of one thing, for Tab, and those that a verb and a name find together, such as "attach old-uploads". What
 * a thing offers is asked for once it is named, and `onChange` is called when it is known.
 */
export function createJobEntries(page: Page, start: StartJob, onChange: () => void) {
  const offers = new Map<PaletteEntry, readonly JobOffer[]>();

  function ask({ entry, thing }: KnownThing): void {
    if (thing === null || offers.has(entry)) return;
    offers.set(entry, []);
    void page.bridge.offerJobs({ thing }).then((outcome) => {
      if (!outcome.ok || outcome.value.length === 0) return;
      offers.set(entry, outcome.value);
      onChange();
    });
  }

  const jobEntry = (offer: JobOffer, { entry, thing }: KnownThing): PaletteEntry => ({
    id: `job ${entry.id} ${offer.name}`,
    label: paletteWords.verbOn(offer.label, entry.label),
    icon: 'play',
    offReason: offer.offReason,
    keywords: [offer.keywords],
    ...(entry.connectionId === undefined ? {} : { connectionId: entry.connectionId }),
    run: () => thing && start(offer, thing),
  });

  const of = (known: KnownThing): readonly PaletteEntry[] =>
    (offers.get(known.entry) ?? []).map((offer) => jobEntry(offer, known));

  return {
    of,
    /** Jobs whose verb and thing have all words between them. A thing must be named by at least one. */
    named(things: readonly KnownThing[], words: readonly string[]): PaletteEntry[] {
      const called = things.filter(({ entry }) => words.some((word) => entry.label.toLowerCase().includes(word)));
      for (const known of called.slice(0, askedAtMost)) ask(known);
      return called
        .flatMap((known) => of(known))
        .map((entry) => ({ entry, fit: fitOf(words, entry.label, entry.keywords) }))
        .filter(({ fit }) => fit > 0)
        .sort((one, other) => other.fit - one.fit)
        .slice(0, jobsAtMost)
        .map(({ entry }) => entry);
    },
  };
}
