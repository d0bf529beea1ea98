import type { ReactNode } from 'react';
import type { IconName } from '../components/icons/icon.tsx';

/** One entry that the palette finds. */
export interface PaletteEntry {
  /** Unique across all providers. */
  id: string;
  label: string;
  icon?: IconName;
  /** Shown in place of the icon. */
  lead?: ReactNode;
  /** Text at the right, less prominent: an address or a state. */
  detail?: string;
  keys?: readonly string[];
  /** Other words that find it. */
  keywords?: readonly string[];
  /** Connection id of its team, shown as a monogram. */
  connectionId?: string;
  /** Why it cannot be run now; `null`: it can. */
  offReason?: string | null;
  /** What Tab opens: the commands on this entry. */
  inside?: () => readonly PaletteEntry[];
  /** Left out: it opens what is inside, as Tab does. */
  run?: () => void;
}

export interface PaletteGroup {
  title: string;
  entries: readonly PaletteEntry[];
}

/**
 * How well the words fit a label: 4 the whole label, 3 its start, 2 the start of a word, 1 anywhere or a keyword, 0 not at all.
 * The word that fits worst decides.
 */
export const fitOf = (words: readonly string[], label: string, keywords: readonly string[] = []): number => {
  const text = label.toLowerCase();
  let fit = 4;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at === 0) fit = Math.min(fit, text.length === word.length ? 4 : 3);
    else if (at > 0) fit = Math.min(fit, /[\s\-._/]/.test(text[at - 1] ?? '') ? 2 : 1);
    else if (keywords.some((keyword) => keyword.toLowerCase().includes(word))) fit = Math.min(fit, 1);
    else return 0;
  }
  return fit;
};

/** Whether a label says nothing but the words: "New VPC…" for "new vpc", and not "New VPC peering…". */
const saysOnly = (words: readonly string[], label: string): boolean => label.toLowerCase().replace('…', '') === words.join(' ');

/** The entries that fit best, best first. Of equal ones those that say nothing else come first; else they keep their order. */
export const bestOf = (entries: readonly PaletteEntry[], words: readonly string[], atMost: number): PaletteEntry[] =>
  entries
    .map((entry) => ({ entry, fit: fitOf(words, entry.label, entry.keywords) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || Number(saysOnly(words, b.entry.label)) - Number(saysOnly(words, a.entry.label)))
    .slice(0, atMost)
    .map(({ entry }) => entry);
