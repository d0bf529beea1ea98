import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import type { CellProblem } from '../../../preload/contract/job-table.ts';
import { count, listed } from './numbers.ts';

/** A number as it is, with its fraction. */
const numeral = (value: number): string => (Number.isInteger(value) ? count(value) : String(value));

type Text = Pick<Failure, 'message' | 'nextStep'>;

/** What an edit would take away unseen, by the last step of where it stands. */
const parts: Readonly<Record<string, string>> = {
  droplet_ids: 'droplets',
  project_id: 'projects',
  ssh_keys: 'SSH keys',
  tags: 'tags',
  vpc_uuid: 'VPCs',
  vpcs: 'VPCs',
};
const partWords = (field: string): string => parts[field.split('.').at(-1) ?? ''] ?? 'all of it';

/** What the engine of jobs says. The words of each job stand with the job. */
export const jobWords = sentences({
  /** "Attach old-uploads", but "Open port: public-web". */
  title(label: string, name: string) {
    const verb = label.replace('…', '');
    return verb.includes(' ') ? `${verb}: ${name}` : `${verb} ${name}`;
  },
  inTeam: (team: string) => `Team: ${team}.`,
  ifNeeded: (label: string) => `${label}, if that is still needed then`,
  noKey: (place: string): Text => ({ message: `Buoy has no key for this: ${place}.`, nextStep: 'Type it.' }),
  keyNotSaved: ({ message }: Text) => `The key is known until Buoy ends, and was not saved: ${message}`,
  wrongKey: (place: string): Text => ({
    message: `The key was refused: ${place}.`,
    nextStep: 'Copy the whole key, or make a new one.',
  }),
  noJob: (name: string): Text => ({ message: `There is no job named ${name} here.` }),
  expired: { message: 'This was opened too long ago, or was done already.', nextStep: 'Open it again.' },
  wrongName: (wanted: string): Text => ({
    message: 'The typed name is not the right one.',
    nextStep: `Type ${wanted} exactly.`,
  }),
  missing: (labels: readonly string[]): Text => ({
    message: `${listed(labels, 8)} ${labels.length === 1 ? 'is' : 'are'} missing.`,
    nextStep: labels.length === 1 ? 'Fill it in.' : 'Fill them in.',
  }),
  noMark: (label: string): Text => ({
    message: `Nothing would change: no ${label.toLowerCase()} are put on or taken off.`,
    nextStep: 'Tick one, or type a new one.',
  }),
  difference: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  /** "Regions: + Western Europe; − Eastern United States". */
  setDifference(label: string, added: readonly string[], gone: readonly string[]) {
    const parts = [added.length > 0 ? `+ ${listed(added, 6)}` : '', gone.length > 0 ? `− ${listed(gone, 6)}` : ''];
    return `${label}: ${parts.filter((part) => part !== '').join('; ')}`;
  },
  changedText: (label: string) => `${label}: changed`,
  amount: (value: number | null, unit = '') => (value === null ? 'nothing' : `${numeral(value)}${unit === '' ? '' : ` ${unit}`}`),
  nothing: 'nothing',
  on: 'on',
  off: 'off',
  /** Said in place of running what a person has not seen the effect of. */
  lookFirst: (lines: readonly string[]): Text => ({
    message: lines.length === 0 ? 'With these values it does more than was shown.' : lines.join(' '),
    nextStep: 'If that is what you want, send it once more.',
  }),
  notOffered: (label: string): Text => ({ message: `${label} is none of the choices.`, nextStep: 'Choose one from the list.' }),
  outOfRange: (label: string, minimum: number, maximum: number, unit: string): Text => ({
    message: `${label} must be from ${count(minimum)} to ${count(maximum)}${unit === '' ? '' : ` ${unit}`}.`,
  }),
  /** What stands in the cell is not told: it may be a secret in the wrong place. */
  wrongCell(table: string, row: number, { column, kind }: CellProblem): Text {
    const place = `${table}, row ${count(row)}: ${column.label.toLowerCase()}`;
    switch (kind) {
      case 'missing':
        return { message: `${place} is missing.`, nextStep: 'Fill it in.' };
      case 'unfit':
        return { message: `${place}: ${column.pattern?.words ?? ''}.` };
      case 'twice':
        return { message: `${place} is there twice.`, nextStep: 'Change one of the two, or take it away.' };
      case 'lost':
        return { message: `${place} was a secret that nobody can read.`, nextStep: 'Type it anew.' };
    }
  },
  /** "web: LOG_LEVEL info → debug, run only → build only". */
  rowChanged: (table: string, row: string, changes: readonly string[]) => `${table}: ${row} ${changes.join(', ')}`,
  rowNew: (table: string, row: string, noun: string) => `${table}: ${row}, ${noun} that is new`,
  rowGone: (table: string, row: string) => `${table}: ${row} goes`,
  cellBecame: (before: string, after: string) => `${before} → ${after}`,
  cellOther: 'gets another value',
  ticked: (noun: string) => `becomes ${noun}`,
  unticked: (noun: string) => `is no longer ${noun}`,
  aNoun: (noun: string) => (/^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`),
  notSo: (label: string, words: string): Text => ({ message: `${label}: ${words}.` }),
  changed: (name: string): Text => ({
    message: `${name} was changed elsewhere since this was opened, so it was left as it is.`,
    nextStep: 'Do it again: it then begins with what is there now.',
  }),
  changedOnTheWay: 'If you go on, everything else of it stays as it is now.',
  nothingChanged: { message: 'Nothing would change, so nothing was sent.' },
  hidden: (fields: readonly string[], scopes: readonly string[]): Text => ({
    message: `This token may not read ${listed([...new Set(fields.map(partWords))])}, so saving would take them away.`,
    nextStep: scopes.length === 0 ? 'Use a token with more rights.' : `Use a token with ${scopes.join(' and ')}.`,
  }),
  absent: { message: 'The thing is not in the answer.', nextStep: 'It may have been deleted: look at the list again.' },
  chain: (name: string) => ({
    running: `Changing ${name}`,
    completed: `Changed ${name}`,
    errored: `The change of ${name} stopped`,
  }),
  stopped: (done: readonly string[], label: string, failure: Text) =>
    `${done.length === 0 ? '' : `${listed(done)}: done. `}${label} failed: ${failure.message}`,
  tooManyFiles: (most: number): Text => ({
    message: most === 1 ? 'Only one file can be chosen.' : `At most ${count(most)} files can be sent at once.`,
    nextStep: 'Take some of them out.',
  }),
  emptyFile: (name: string): Text => ({ message: `${name} is empty.`, nextStep: 'Take it out, or choose another file.' }),
  filesTooLarge: (megabytes: number): Text => ({
    message: `The files have more than ${count(megabytes)} MB together.`,
    nextStep: 'Take some of them out, and send those afterwards.',
  }),
  /** "Power on"; "Resize, then power on"; "Give it to shop-front, then 2 more steps". */
  goOn(labels: readonly string[]) {
    const [first = '', second, ...more] = labels;
    if (second === undefined) return first;
    const rest = more.length === 0 ? second.charAt(0).toLowerCase() + second.slice(1) : `${count(more.length + 1)} more steps`;
    return `${first}, then ${rest}`;
  },
  again: 'Make it again',
  goneOn: (label: string) => `${label} did not succeed`,
} as const);
