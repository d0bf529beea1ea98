import type { Json } from '../json/json.ts';

/** One real thing that a field can name. */
export interface PickerOption {
  /** What is sent. */
  value: string | number;
  /** What it is called; the same as the value where it has no name. */
  label: string;
  /** Its slug, id or price, in quieter ink. */
  detail: string;
}

/** Options whose label, detail or value holds every word that was typed. */
export function matching(options: readonly PickerOption[], typed: string): PickerOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  return options.filter(({ value, label, detail }) => {
    const text = `${value} ${label} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export const optionOf = (options: readonly PickerOption[], value: Json | undefined): PickerOption | undefined =>
  options.find((option) => String(option.value) === String(value));
