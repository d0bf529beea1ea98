import type { Bridge } from '../../preload/contract/bridge.ts';
import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import type { JobHint } from '../../preload/contract/job.ts';
import type { ConnectionRow, DropletRow } from '../../preload/contract/view.ts';
import { amongActions, thingOfDroplet } from '../droplet-actions/droplet-jobs.ts';
import { readIndex } from '../hooks/use-catalogue.ts';
import type { Page } from '../page/page.ts';
import { besideDroplets } from './beside.ts';
import { bestOf, type PaletteEntry } from './entries.ts';
import { type KnownThing, watchThings } from './known-things.ts';
import { listEntries, newEntries } from './new-entries.ts';
import { createOffers, type Offered, type StartJob } from './offers.ts';
import { familyEntries, operationEntries } from './places.ts';
import { createReadAhead } from './read-ahead.ts';
import { type Subject, subjectFit } from './subjects.ts';
import { insideEntries, pinVerb } from './thing-entries.ts';
import { type Verb, verbEntry, verbFit } from './verbs.ts';

const familiesAtMost = 4;
const operationsAtMost = 6;
const newAtMost = 4;
const ofListsAtMost = 3;
/** Jobs of the best droplet that its other commands have already. */
const amongCommands: ReadonlySet<string> = new Set([...amongActions, 'destroy'].map((name) => `job ${name}`));

/** Rows are replaced and never edited, so what was made of one stays valid as long as the row exists. */
const dropletThings = new WeakMap<DropletRow, Offered>();
function offeredOf(droplet: DropletRow): Offered {
  const made = dropletThings.get(droplet) ?? { id: droplet.key, name: droplet.name, thing: thingOfDroplet(droplet) };
  dropletThings.set(droplet, made);
  return made;
}

const kept = new WeakMap<Bridge, Promise<readonly JobHint[]>>();
/** The words of all jobs, read once per page; empty if they cannot be read. */
function readHints(bridge: Bridge): Promise<readonly JobHint[]> {
  const read = kept.get(bridge) ?? bridge.readJobHints({}).then((outcome) => (outcome.ok ? outcome.value : []));
  kept.set(bridge, read);
  return read;
}

const offeredIn = ({ entry, thing }: KnownThing): Offered => ({ id: entry.id, name: entry.label, thing });

/** What the palette knows beside droplets, commands and views. */
export type Knowledge = ReturnType<typeof createKnowledge>;

/** Begins to follow what the page reads. `onChange` is called when more is known; `stop` ends all of it. */
export function createKnowledge(page: Page, start: StartJob, whenKnown: () => void) {
  let isOver = false;
  let index: CatalogueIndex | null = null;
  let hints: readonly JobHint[] = [];
  /** Of what stands with a list, and runs on nothing in it. */
  let listHints: readonly JobHint[] = [];
  const onChange = () => {
    if (!isOver) whenKnown();
  };
  const read = () => readIndex(page.bridge);
  void Promise.all([read(), readHints(page.bridge)]).then(([operations, words]) => {
    index = operations;
    hints = words.filter(({ isOfList }) => !isOfList);
    listHints = words.filter(({ isOfList }) => isOfList);
    onChange();
  });
  const things = watchThings(page, read, onChange);
  const offers = createOffers(page, start, onChange);
  const ahead = createReadAhead({ page, index: () => index, hints: () => hints, things: things.all, onChange });

  const verbsOf = (known: KnownThing): readonly Verb[] => [...offers.of(offeredIn(known)), ...pinVerb(page, known)];
  const subjectOf = (known: KnownThing): Subject => ({ ...known, verbs: () => verbsOf(known) });
  const inTeam = (teamId: string | null) => things.all().filter(({ entry }) => teamId === null || entry.connectionId === teamId);

  /** What Tab shows of a thing: its jobs once they are known, and the lists inside it. */
  const inside = (known: KnownThing): PaletteEntry[] => [
    ...verbsOf(known).map((verb) => verbEntry(verb, known.entry)),
    ...(index === null ? [] : insideEntries(page, index, known)),
  ];

  const searches = {
    /**
     * Things that all of the words fit, each with what Tab shows of it. `isByName`: one of them by its name alone, while others
     * are also named by their family, as in "volume old-uploads".
     */
    found(words: readonly string[], teamId: string | null, atMost: number): { subjects: Subject[]; isByName: boolean } {
      const best = inTeam(teamId)
        .flatMap((known) => {
          const fits = words.map((word) => subjectFit(word, known));
          const named = fits.filter((fit) => fit >= 1);
          const isByName = named.length === words.length;
          return named.length > 0 && !fits.includes(0) ? [{ known, fit: Math.min(...named), isByName }] : [];
        })
        .sort((one, other) => other.fit - one.fit)
        .slice(0, atMost);
      offers.ask(best.map(({ known }) => offeredIn(known)));
      const subjects = best.map(({ known }) => ({ ...subjectOf(known), entry: { ...known.entry, inside: () => inside(known) } }));
      return { subjects, isByName: best.some((one) => one.isByName) };
    },
    /** Things whose jobs the words may be about: each word fits the thing or a job of its family. */
    meant(words: readonly string[], teamId: string | null, atMost: number): Subject[] {
      const ofFamily = Map.groupBy(
        hints.filter(({ isNew }) => !isNew),
        ({ familyId }) => familyId,
      );
      const fitting = inTeam(teamId).flatMap((known) => {
        const own = ofFamily.get(known.thing?.familyId ?? '') ?? [];
        const isVerb = (word: string) => own.some((hint) => verbFit(word, hint) > 0);
        const fits = words.map((word) => subjectFit(word, known));
        const isMeant = words.some(isVerb) && words.every((word, at) => (fits[at] ?? 0) > 0 || isVerb(word));
        return isMeant ? [{ known, fit: fits.reduce((sum, one) => sum + one, 0) }] : [];
      });
      const best = fitting
        .sort((one, other) => other.fit - one.fit)
        .slice(0, atMost)
        .map(({ known }) => known);
      offers.ask(best.map(offeredIn));
      return best.map(subjectOf);
    },
  };

  return {
    ...searches,
    stop() {
      isOver = true;
      things.stop();
    },
    /** What the words find beside droplets, for the tray. */
    beside: (words: readonly string[]) => besideDroplets(searches, words),
    /** Jobs of a droplet that are not among its actions. */
    dropletVerbs: (droplet: DropletRow): Verb[] => offers.of(offeredOf(droplet)).filter(({ id }) => !amongCommands.has(id)),
    askDroplets: (droplets: readonly DropletRow[]) => offers.ask(droplets.map(offeredOf)),
    new: (words: readonly string[], teamId: string | null) => bestOf(newEntries(page, start, hints, teamId), words, newAtMost),
    ofLists: (words: readonly string[], teamId: string | null) =>
      bestOf(listEntries(page, start, listHints, teamId), words, ofListsAtMost),
    families: (words: readonly string[]) => bestOf(familyEntries(page), words, familiesAtMost),
    operations: (words: readonly string[]) => (index ? bestOf(operationEntries(page, index), words, operationsAtMost) : []),
    reading: ahead.reading,
    isShort: ahead.isShort,
    look: (words: readonly string[], connections: readonly ConnectionRow[], isFound: boolean) => {
      // Before the words of jobs are known, every text would look like a name.
      if (hints.length > 0) ahead.look(words, connections, isFound);
    },
  };
}
