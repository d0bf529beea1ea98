import { addressesOf } from '../../preload/contract/addresses.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import type { Page } from '../page/page.ts';
import { mainViews } from '../routes/routes.ts';
import { paletteWords } from '../words/palette.ts';
import { commandsOn, type Deeds, dropletEntry } from './droplet-entries.tsx';
import { bestOf, fitOf, type PaletteEntry, type PaletteGroup } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { viewEntries } from './own-commands.ts';
import { deedsFound, type Subject } from './subjects.ts';
import { verbEntry } from './verbs.ts';

const dropletsAtMost = 7;
const thingsAtMost = 6;
const commandsAtMost = 6;
const jobsAtMost = 8;
/** Jobs of the best thing, where no verb was typed. */
const jobsOfBest = 4;
/** Things whose jobs are looked through for a verb. */
const meantAtMost = 20;

/** What the groups are made of. */
export interface Sources {
  page: Page;
  deeds: Deeds;
  /** The team that is shown; `null`: all of them. */
  teamId: string | null;
  /** Commands that belong to no thing. */
  own: readonly PaletteEntry[];
  /** `null` until its code is loaded. */
  knowledge: Knowledge | null;
}

/** What the palette lists, and whether something that is known fits all of the words. */
export interface Found {
  groups: readonly PaletteGroup[];
  isFound: boolean;
}

/** Groups for the typed words: things, then what can be done with the best of them, then new things, commands and places. */
export function groupsFor(words: readonly string[], sources: Sources): Found {
  const { page, teamId, own, knowledge } = sources;
  const droplets = dropletsFound(words, sources);
  const nothing = { subjects: [], isByName: false };
  const { subjects: things, isByName } =
    words.length === 0 ? nothing : (knowledge?.found(words, teamId, thingsAtMost) ?? nothing);
  const best = words.length === 0 ? undefined : (droplets[0] ?? things[0]);
  const bestDeeds = (best?.verbs() ?? []).slice(0, jobsOfBest).map((verb) => verbEntry(verb, (best as Subject).entry));
  const meant = words.length === 0 ? [] : deedsFound(subjectsMeant(words, sources), words, jobsAtMost);
  const ofLists = words.length === 0 ? [] : (knowledge?.ofLists(words, teamId) ?? []);
  const jobs = [
    ...new Map(
      [...meant.slice(0, jobsAtMost - ofLists.length), ...ofLists, ...bestDeeds].map((entry) => [entry.id, entry]),
    ).values(),
  ];
  const some = <T>(list: ((given: readonly string[]) => T[]) | undefined): T[] =>
    words.length === 0 ? [] : (list?.(words) ?? []);
  const isNew = words.some((word) => paletteWords.newWords.includes(word) || word === 'new');
  const fresh = { title: paletteWords.new, entries: words.length === 0 ? [] : (knowledge?.new(words, teamId) ?? []) };
  const found = { title: paletteWords.things, entries: things.map(({ entry }) => entry) };
  const done = { title: paletteWords.jobs, entries: jobs.slice(0, jobsAtMost) };
  const groups = [
    ...(isNew ? [fresh] : []),
    { title: paletteWords.droplets, entries: droplets.map(withInside) },
    // A word that names a family may as well be about what is done: "record shop.example.com" adds one.
    ...(meant.length > 0 && !isByName ? [done, found] : [found, done]),
    ...(isNew ? [] : [fresh]),
    { title: paletteWords.commands, entries: bestOf(own, words, commandsAtMost) },
    { title: paletteWords.views, entries: bestOf(viewEntries(page), words, mainViews.length) },
    { title: paletteWords.families, entries: some(knowledge?.families) },
    { title: paletteWords.operations, entries: some(knowledge?.operations) },
  ];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isFound: droplets.length + things.length + meant.length + ofLists.length + (isNew ? fresh.entries.length : 0) > 0,
  };
}

const withInside = ({ entry, verbs }: Subject): PaletteEntry => ({
  ...entry,
  inside: () => verbs().map((verb) => verbEntry(verb, entry)),
});

function subjectOf(droplet: DropletRow, { page, deeds, knowledge }: Sources): Subject {
  const entry = dropletEntry(droplet, page);
  const verbs = () => [...commandsOn(droplet, page, deeds), ...(knowledge?.dropletVerbs(droplet) ?? [])];
  return { entry, family: paletteWords.droplets, verbs };
}

const shownDroplets = ({ page, teamId }: Sources): DropletRow[] =>
  page.view.rows('droplets').filter((droplet) => teamId === null || droplet.connectionId === teamId);

/** Droplets that all of the words fit, the best first. */
function dropletsFound(words: readonly string[], sources: Sources): Subject[] {
  const found = shownDroplets(sources)
    .map((droplet) => {
      const addresses = addressesOf(droplet).map(({ address }) => address);
      return { droplet, fit: fitOf(words, droplet.name, [...droplet.tags, ...addresses, droplet.regionSlug]) };
    })
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit - a.fit || Number(b.droplet.isPinned) - Number(a.droplet.isPinned) || a.droplet.name.localeCompare(b.droplet.name),
    )
    .slice(0, dropletsAtMost)
    .map(({ droplet }) => droplet);
  if (words.length > 0) sources.knowledge?.askDroplets(found);
  return found.map((droplet) => subjectOf(droplet, sources));
}

/** Things that the words may want something done with. Where no word names a droplet, the pinned ones come first. */
function subjectsMeant(words: readonly string[], sources: Sources): Subject[] {
  const all = shownDroplets(sources);
  const named = all.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word)));
  const droplets = named.length > 0 ? named : [...all].sort((one, other) => Number(other.isPinned) - Number(one.isPinned));
  const first = droplets.slice(0, meantAtMost);
  sources.knowledge?.askDroplets(first);
  return [
    ...first.map((droplet) => subjectOf(droplet, sources)),
    ...(sources.knowledge?.meant(words, sources.teamId, meantAtMost) ?? []),
  ];
}
