import type { Json } from '../json/json.ts';

/** One existing thing that a field can name. */
export interface PickerOption {
  /** The value that is sent. */
  value: string | number;
  /** Its name, or the value if it has no name. */
  label: string;
  /** Its slug, id or price, shown less prominently. */
  detail: string;
  /** What it stands with, such as the kind of a size. */
  group?: string;
  /** Other values by which the API knows it too, such as the fingerprint of a key. */
  also?: readonly string[];
}

/**
 * Options that contain every typed word in label, detail or value. Exact matches come first, then those that begin with the text.
 */
export function matching<T extends PickerOption>(options: readonly T[], typed: string): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const found = options.filter(({ value, label, detail }) => {
    const text = `${value} ${label} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const start = typed.trim().toLowerCase();
  const rank = ({ value, label }: PickerOption): number => {
    const names = [String(value).toLowerCase(), label.toLowerCase()];
    if (names.includes(start)) return 0;
    return names.some((name) => name.startsWith(start)) ? 1 : 2;
  };
  return found.sort((one, other) => rank(one) - rank(other));
}

export const optionOf = (options: readonly PickerOption[], value: Json | undefined): PickerOption | undefined =>
  options.find((option) => String(option.value) === String(value) || option.also?.includes(String(value)));

/** The one option that is called so, in whatever case; `undefined` if none is, or several are. */
export function onlyNamed(options: readonly PickerOption[], typed: string): PickerOption | undefined {
  const name = typed.trim().toLowerCase();
  const names = ({ value, label, also = [] }: PickerOption) => [String(value), label, ...also].map((one) => one.toLowerCase());
  const [named, ...more] = options.filter((option) => names(option).includes(name));
  return more.length === 0 ? named : undefined;
}
