import type { PaletteEntry } from './entries.ts';
import { deedsFound, type Subject } from './subjects.ts';
import { verbEntry } from './verbs.ts';

const thingsAtMost = 6;
const jobsAtMost = 6;
/** Jobs of the best thing, where no verb was typed. */
const jobsOfBest = 3;
/** Things whose jobs are looked through for a verb. */
const meantAtMost = 20;

/** The two searches of the palette among things: by what they are called, and by what is done with them. */
interface Searched {
  found(words: readonly string[], teamId: null, atMost: number): { subjects: Subject[]; isByName: boolean };
  meant(words: readonly string[], teamId: null, atMost: number): Subject[];
}

/** What the words find beside droplets: things of all teams, and what can be done with them. */
export function besideDroplets(
  { found, meant }: Searched,
  words: readonly string[],
): { things: PaletteEntry[]; jobs: PaletteEntry[] } {
  const { subjects, isByName } = found(words, null, thingsAtMost);
  const done = deedsFound(meant(words, null, meantAtMost), words, jobsAtMost);
  const [best] = subjects;
  const ofBest = best && isByName ? best.verbs().slice(0, jobsOfBest) : [];
  const own = best ? ofBest.map((verb) => verbEntry(verb, best.entry)) : [];
  const jobs = [...new Map([...done, ...own].map((entry) => [entry.id, entry])).values()];
  return { things: subjects.map(({ entry }) => entry), jobs: jobs.slice(0, jobsAtMost) };
}
