import { spelledWord } from './field-names.ts';

/** Products and people's names, which keep their capital within a sentence. */
const names: ReadonlySet<string> = new Set(['Anthropic', 'DigitalOcean', 'Functions', 'Kafka', 'Kubernetes', 'Spaces']);

/** Capitals or digits beyond the first letter tell an abbreviation or a name: SSH, IPv6, OpenAI, 1-Click. */
const isSpelled = (word: string): boolean => /^.+[A-Z]/.test(word) || names.has(word);

/** A title or label as a part of a sentence: "SSH keys" stays so, "Load balancers" becomes "load balancers". */
export const inSentence = (title: string): string =>
  title
    .split(' ')
    .map((word) => (isSpelled(word) ? word : spelledWord(word)))
    .join(' ');
