import { useLayoutEffect } from 'react';

/** Keys that were typed before what they are meant for was there. */
export interface TypedAhead {
  text: string;
}

/** Whether a key writes a character. */
const isCharacter = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  [...key].length === 1 && !ctrlKey && !metaKey && !altKey && !isComposing;

/**
 * Stands in for a field whose code is still being loaded: what is typed meanwhile is kept in `into`, and nothing else on the page
 * gets it. Esc gives the field up. Other keys, such as Enter, do nothing, because nobody has seen what they would act on.
 */
export const TypeAhead = ({ into, onClose }: { into: TypedAhead; onClose: () => void }) => {
  // At once, so that not even the next key goes elsewhere.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      if (isCharacter(event)) into.text += event.key;
      else if (event.key === 'Backspace') into.text = into.text.slice(0, -1);
      else if (event.key === 'Escape') onClose();
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [into, onClose]);
  return null;
};
