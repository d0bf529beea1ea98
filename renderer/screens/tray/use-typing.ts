import { type RefObject, useEffect } from 'react';

const takesText = 'input, textarea, select, [contenteditable="true"]';
/** An open dialog or menu finds its own lines by letters. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="menu"]') !== null;

/** Whether a key writes a character. The space bar presses the button that has the focus. */
const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key !== ' ' && [...key].length === 1 && !ctrlKey && !metaKey && !altKey;

/** Moves the focus into a field when a character is typed anywhere, so that the field gets that character too. */
export const useTyping = (field: RefObject<HTMLInputElement | null>): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isCharacter(event) || isCovered()) return;
      if (event.target instanceof Element && event.target.closest(takesText)) return;
      field.current?.focus();
      // The key that is known for searching starts it, and is not searched for.
      if (event.key === '/') event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field]);
};
