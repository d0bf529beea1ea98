import { fieldLabel, formWords } from '../../words/forms.ts';
import type { PickerSource } from '../pickers/sources.ts';
import type { Offered } from '../pickers/use-options.ts';
import type { ComboState } from './combo.tsx';

/** What the list says while its options load, if another field must be chosen first, or if they failed to load. */
export function pickerState(source: PickerSource | null, offered: Offered, label: string): ComboState {
  const what = label.toLowerCase() === label ? label : fieldLabel(label);
  const base: ComboState = {
    isLoading: offered.isLoading,
    loadingText: formWords.pickerLoading(what),
    note: null,
    retry: null,
  };
  if (source === null) return { ...base, isLoading: false };
  if (source.needs !== null) return { ...base, isLoading: false, note: formWords.pickerNeeds(fieldLabel(source.needs)) };
  if (offered.failure && offered.options.length === 0) {
    const retry = { label: formWords.pickerRetry, run: () => offered.load(true) };
    return { ...base, note: `${formWords.pickerFailed(what)}: ${offered.failure.message}`, retry };
  }
  return base;
}
