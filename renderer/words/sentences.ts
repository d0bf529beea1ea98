import { isolated } from '../../preload/contract/isolates.ts';

/** A sentence without its full stop, to use it as a title or inside another sentence. */
export const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');

/** Facts in one line: "Harbour Works · took 23 s". What is missing or empty is left out. */
export const inOneLine = (facts: readonly (string | false | null | undefined)[]): string =>
  facts.flatMap((fact) => (fact ? [isolated(fact)] : [])).join(' · ');
