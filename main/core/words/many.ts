import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { countedThings } from './family-nouns.ts';
import { count, listed } from './numbers.ts';

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** "two", "14". */
const inWords = (value: number): string => small[value] ?? count(value);

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A job and its things, after its verb was cut from the ellipsis: "Delete 6 volumes", "Move to project: 2 droplets". */
const titled = (label: string, things: string): string => {
  const verb = label.replace('…', '');
  return verb.includes(' ') ? `${verb}: ${things}` : `${verb} ${things}`;
};

/** What was not done to some things, and why. */
interface Group {
  names: readonly string[];
  why: string;
}

/** "two refused, because …": every reason once, with its things where there are several reasons. */
function because(word: string, groups: readonly Group[]): string[] {
  const all = groups.reduce((sum, { names }) => sum + names.length, 0);
  if (all === 0) return [];
  const [only] = groups;
  if (groups.length === 1 && only) return [`${inWords(all)} ${word}, because: ${only.why}`];
  const reasons = groups.slice(0, reasonsAtMost).map(({ names, why }) => `${listed(names)}: ${why}`);
  return [`${inWords(all)} ${word}. ${reasons.join(' ')}`];
}
const reasonsAtMost = 3;

/** Kinds of failures of which the API's own message is the reason. */
const saysWhy: ReadonlySet<Failure['kind']> = new Set(['unprocessable', 'conflict', 'not-found', 'http-error', 'server-error']);

/** What jobs over several things say. */
export const manyWords = sentences({
  title: (label: string, familyId: string, things: number) => titled(label, countedThings(familyId, things)),
  /** A person types it before something is destroyed: "delete 6 volumes". */
  toType: (label: string, familyId: string, things: number) =>
    `${label.replace('…', '').toLowerCase()} ${countedThings(familyId, things)}`,
  inTeams: (teams: readonly string[]) => `${teams.length === 1 ? 'Team' : 'Teams'}: ${listed(teams)}.`,
  lineOf: (name: string, line: string) => `${name}: ${line}`,
  ofEach: (line: string) => `Each: ${line}`,
  /** "Two of them: detach, then delete." */
  steps(some: number, all: number, labels: readonly string[]) {
    const whose = all === 1 ? 'It' : some === all ? 'Each' : `${capitalized(inWords(some))} of them`;
    return `${whose}: ${labels.map((label) => label.charAt(0).toLowerCase() + label.slice(1)).join(', then ')}.`;
  },
  makeAgain: (things: string) => `Make ${things} again`,
  again: 'Make them again',
  moreLines: (more: number) => `And so on for ${count(more)} more.`,
  notEachRead: (atMost: number) => `For more than ${atMost} at once, what each of them leaves behind is not read.`,
  none: { message: 'Nothing is selected that this can be done to.', nextStep: 'Select something else.' },
  notForIt: 'It is not possible for it as it is now.',
  notThere: 'It is no longer there.',
  oneTeam: 'Select things of one team: each team has its own.',
  /** While it runs. */
  progress: (over: number, all: number) => `${count(over)} of ${count(all)}`,
  /** After "Delete 6 volumes": nothing went wrong, and perhaps something was started that goes on. */
  all: (things: number, goesOn: boolean) => (goesOn ? `${count(things)} of ${count(things)}` : 'done'),
  /** "4 of 6; two refused, because: …". */
  partly(done: number, all: number, refused: readonly Group[], unknown: number, notBegun: number) {
    const [first, ...others] = [
      ...because('refused', refused),
      ...(unknown === 0 ? [] : [`${inWords(unknown)} of unknown end: no answer came`]),
      ...(notBegun === 0 ? [] : [`${inWords(notBegun)} not begun`]),
    ].map((part) => part.replace(/\.$/, ''));
    const counts = `${count(done)} of ${count(all)}`;
    return first === undefined ? counts : `${[`${counts}; ${first}`, ...others.map(capitalized)].join('. ')}.`;
  },
  ended: (title: string, result: string) => `${title}: ${result}`,
  /** Of a thing that was sent and not answered. */
  unknown: 'No answer came, so it may have been done. Look at it before you try again.',
  noRun: { message: 'This run is over, or Buoy was restarted since.', nextStep: 'Select the things again.' },
  nothingLeft: { message: 'Nothing is left to try again.' },
  tooLate: { message: 'That is too long ago to be tried again as it was.', nextStep: 'Select the things again.' },
  stillRuns: { message: 'It still runs.', nextStep: 'Stop it first.' },
  /**
   * Why a thing was refused. Where DigitalOcean says why, its own words: they are the same for all things that are refused for
   * the same reason.
   */
  refused: ({ kind, message, errorMessage, nextStep }: Pick<Failure, 'kind' | 'message' | 'errorMessage' | 'nextStep'>) => {
    if (errorMessage !== undefined && saysWhy.has(kind)) return errorMessage.endsWith('.') ? errorMessage : `${errorMessage}.`;
    return nextStep === undefined ? message : `${message} ${nextStep}`;
  },
} as const);
