import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** A dialog or menu that is open takes the keys for itself. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="menu"]') !== null;

/** `mod+k` is Ctrl K, or ⌘ K on a Mac. */
export const chordOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
};

/**
 * Keys of the whole page while the component is drawn. Plain keys rest while a field has the focus or a dialog is open; a handler
 * that returns `false` leaves the key to others.
 */
export const useHotkeys = (keys: Record<string, (event: KeyboardEvent) => unknown>): void => {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const chord = chordOf(event);
      const handler = current.current[chord];
      if (!handler || event.defaultPrevented || event.isComposing) return;
      if (!chord.startsWith('mod+') && (isTyping(event.target) || isCovered())) return;
      if (handler(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
