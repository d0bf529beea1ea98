import { sentences } from '../../preload/contract/isolates.ts';
import { shortId } from '../../preload/contract/urn-words.ts';
import { singularLabel } from './field-names.ts';
import { inSentence } from './in-sentence.ts';
import { counted, wholeNumber } from './locale.ts';

/** "apps, volumes and VPCs". */
const listed = (titles: readonly string[]): string => {
  const names = titles.map(inSentence);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

/** Words of the Resources view. */
export const resourceWords = sentences({
  families: 'Families',
  findFamily: 'Find a family',
  clearSearch: 'Clear the search',
  others: 'Everything else',
  search: (family: string) => `Search ${inSentence(family)}`,
  listLabel: (family: string, count: number) => `${family}, ${wholeNumber(count)}`,
  shown: (shown: number, all: number) => (shown === all ? wholeNumber(all) : `${wholeNumber(shown)} of ${wholeNumber(all)}`),
  asking: (family: string, teams: number) => `Asking for the ${inSentence(family)} of ${counted(teams, 'team', 'teams')}`,
  empty: (family: string) => `No ${inSentence(family)}`,
  emptyDetail: 'New ones appear here when Buoy reads the list again.',
  noMatch: 'Nothing matches the search',
  noMatchDetail: 'Names, ids, addresses, regions and tags are searched.',
  newOne: 'New…',
  /** Of jobs that are about all things of a list. */
  ofAll: 'For all…',
  readAgain: 'Read again',
  team: 'Team',
  insideHead: 'Inside',
  /** Over the newest things of a list inside. */
  newestHead: (family: string) => `Latest ${family.toLowerCase()}`,
  /** "Roll back…: commit pushed to main, 18 Nov 20:19". */
  jobOn: (label: string, name: string, when: string) => `${label}: ${name}, ${when}`,
  relatedHead: 'Related',
  /** Families that were left out to spare requests. */
  lookFurther: (families: readonly string[]) => `Look among ${listed(families)} too`,
  allFacts: 'All facts',
  distances: {
    reads: 'Only reads',
    normal: 'Changes, and nothing stops',
    disruptive: 'Interrupts',
    destructive: 'Cannot be undone',
  },
  /** A thing whose name is not known: "droplet 470112233". */
  oneOf: (family: string, id: string) => `${inSentence(singularLabel(family))} ${shortId(id)}`.trim(),
  droplet: 'Droplet',
  isRead: 'Being read',
  needs: (scopes: string) => `needs ${scopes}`,
  notReadable: 'could not be read',
  past: (age: string) => `${age} ago`,
  /** An age in the future: "in 3 mo". */
  ahead: (age: string) => `in ${age}`,
  expired: (age: string) => `expired ${age} ago`,
  none: 'None',
  rowsOf: (count: number) => counted(count, 'entry', 'entries'),
  showSecret: 'Show',
  hidden: 'Hidden',
  gone: 'It is gone',
  goneDetail: 'It is no longer in the list. It may have been deleted, here or elsewhere.',
  panel: (name: string) => `Details of ${name}`,
  yes: 'Yes',
  no: 'No',
  readAt: (when: string) => `Read ${when}`,
  notRead: 'Not read yet',
  teamFailed: (team: string) => `${team} could not be read.`,
} as const);
