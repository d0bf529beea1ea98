import { useEffect, useRef } from 'react';

/** Fields that take what is typed. A box or a choice that has the focus takes none of it. */
const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest(typed) !== null;

/** An open dialog or menu handles the keys itself. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="menu"]') !== null;

/** The keys of an event as text, such as `mod+k`. `mod` is Ctrl, or ⌘ on a Mac. */
export const chordOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
};

/**
 * Shortcuts for the whole page while the component is mounted. Keys without Ctrl or ⌘ do nothing while a field has the focus or a
 * dialog or menu is open. A handler that returns `false` leaves the key to others.
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
