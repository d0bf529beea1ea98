import { markedParts } from '../../readings/marked.ts';

/** A text with what a search found marked in it. The words are in lower case. */
export const Marked = ({ text, words }: { text: string; words: readonly string[] }) =>
  markedParts(text, words).map((part) => (part.isMarked ? <mark key={part.at}>{part.text}</mark> : part.text));
