import { useEffect, useState } from 'react';
import { formWords } from '../../words/forms.ts';
import { matching, optionOf } from '../pickers/option.ts';
import type { Offered } from '../pickers/use-options.ts';
import { useForm } from './form-context.ts';

/** What was typed into a picker. */
export interface Typed {
  text: string;
  /** The person has left the field. Until then, text that some option still matches is not told to be wrong. */
  isLeft: boolean;
}

/**
 * Tells the form while a picker has text that names none of the things it offers. It stays told when the field is no longer drawn.
 * Returns the function that takes what is typed; an empty text says that an option was picked.
 */
export function useUnknown(
  pointer: string,
  label: string,
  { isStrict, offered }: { isStrict: boolean; offered: Pick<Offered, 'options' | 'isWhole' | 'isLoading'> },
): (typed: Typed) => void {
  const { onUnknown } = useForm();
  const [typed, setTyped] = useState<Typed | null>(null);
  const { options, isWhole, isLoading } = offered;
  const text = typed?.text.trim() ?? '';
  const isUnknown = isStrict && text !== '' && optionOf(options, text) === undefined;
  const message = !isUnknown ? null : isWhole ? formWords.noSuch(label, text) : isLoading ? formWords.pickerLoading(label) : null;
  const isTold = typed?.isLeft === true || (isWhole && isUnknown && matching(options, text).length === 0);
  useEffect(() => {
    if (typed === null) return;
    onUnknown(pointer, message === null ? null : { pointer, message, kind: isTold ? 'misfit' : 'missing' });
  }, [typed, pointer, message, isTold, onUnknown]);
  return setTyped;
}
