import { sentences } from '../../preload/contract/isolates.ts';
import { wholeNumber } from './locale.ts';

/** A size as a person reads it: "1.2 MB". */
const size = (bytes: number): string =>
  bytes < 1000
    ? `${wholeNumber(bytes)} bytes`
    : bytes < 1_000_000
      ? `${wholeNumber(Math.round(bytes / 1000))} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Words of fields that take files. */
export const fileWords = sentences({
  choose: (most: number) => (most === 1 ? 'Choose a file…' : 'Choose files…'),
  orDrop: (most: number) => (most === 1 ? 'or drop it here' : 'or drop them here'),
  takeOut: (name: string) => `Take out ${name}`,
  bounds: (most: number, megabytes: number) =>
    most === 1
      ? `At most ${wholeNumber(megabytes)} MB.`
      : `At most ${wholeNumber(most)} files of ${wholeNumber(megabytes)} MB together.`,
  tooMany: (most: number) => `At most ${wholeNumber(most)} files can be sent at once. The others were left out.`,
  tooLargeTogether: (name: string, megabytes: number) =>
    `With ${name} it would be more than ${wholeNumber(megabytes)} MB, so it was left out.`,
  problem(reason: 'too-large' | 'unreadable' | 'empty' | 'no-text', name: string, most: number) {
    switch (reason) {
      case 'too-large':
        return `${name} is too large to be this: it has more than ${size(most)}.`;
      case 'unreadable':
        return `${name} could not be read. Choose it again.`;
      case 'empty':
        return `${name} is empty.`;
      case 'no-text':
        return `${name} is no text, so it is not in the form that is needed here.`;
    }
  },
  size,
});
