import type { ReactNode } from 'react';
import type { IconName } from '../components/icons/icon.tsx';

/** One thing that the palette finds. */
export interface PaletteEntry {
  /** Unique over all providers. */
  id: string;
  label: string;
  icon?: IconName;
  /** In place of an icon. */
  lead?: ReactNode;
  /** Quieter text at the right: an address, a state. */
  detail?: string;
  keys?: readonly string[];
  /** Other words that find it. */
  keywords?: readonly string[];
  /** Team it belongs to, drawn as monogram. */
  connectionId?: string;
  /** Why it cannot be run now. */
  offReason?: string | null;
  /** What Tab opens: the commands of this thing. */
  inside?: () => readonly PaletteEntry[];
  run: () => void;
}

export interface PaletteGroup {
  title: string;
  entries: readonly PaletteEntry[];
}

/**
 * Gives groups for what was typed; `text` is trimmed and may be empty. Called on each key press while the palette is open, so it
 * answers from memory and keeps its groups short. Screens add their own through `providers`.
 */
export type PaletteProvider = (text: string) => readonly PaletteGroup[];

const providers = new Set<PaletteProvider>();

/** Adds entries of another part of the page; returns the function that takes them away. */
export const addPaletteProvider = (provider: PaletteProvider): (() => void) => {
  providers.add(provider);
  return () => {
    providers.delete(provider);
  };
};

export const addedGroups = (text: string): readonly PaletteGroup[] => [...providers].flatMap((provider) => provider(text));

/** How well words fit a label: whole label, its start, the start of a word, anywhere; 0: not at all. */
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

/** The best entries for the words, best first and otherwise in their own order. */
export const bestOf = (entries: readonly PaletteEntry[], words: readonly string[], atMost: number): PaletteEntry[] =>
  entries
    .map((entry) => ({ entry, fit: fitOf(words, entry.label, entry.keywords) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, atMost)
    .map(({ entry }) => entry);
