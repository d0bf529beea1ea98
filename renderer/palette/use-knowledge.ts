import { useEffect, useState } from 'react';
import { usePage } from '../page/page.ts';
import type { Knowledge } from './knowledge.ts';
import type { StartJob } from './offers.ts';

/**
 * What is known beside droplets, commands and views. Its code is loaded once it is wanted. `round` grows whenever more is known;
 * `start` runs a job, and must stay the same.
 */
export const useKnowledge = (start: StartJob, isWanted = true): { knowledge: Knowledge | null; round: number } => {
  const page = usePage();
  const [round, setRound] = useState(0);
  const [knowledge, setKnowledge] = useState<Knowledge | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let made: Knowledge | null = null;
    let isOver = false;
    void import('./knowledge.ts').then(({ createKnowledge }) => {
      if (isOver) return;
      made = createKnowledge(page, start, () => setRound((before) => before + 1));
      setKnowledge(made);
    });
    return () => {
      isOver = true;
      made?.stop();
    };
  }, [page, start, isWanted]);
  return { knowledge, round };
};

/** So long after the last key a text counts as typed. */
const typedAfterMs = 200;

/** Reads what a text still needs, once it is typed. */
export const useLook = (
  { knowledge, round }: { knowledge: Knowledge | null; round: number },
  words: readonly string[],
  connections: Parameters<Knowledge['look']>[1],
  isFound: boolean,
): void => {
  const text = words.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found is new at each render; it changes with the text and what is known.
  useEffect(() => {
    if (knowledge === null || words.length === 0) return;
    const timer = setTimeout(() => knowledge.look(words, connections, isFound), typedAfterMs);
    return () => clearTimeout(timer);
  }, [knowledge, text, round, connections]);
};
