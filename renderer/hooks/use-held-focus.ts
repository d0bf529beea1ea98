import { type RefObject, useEffect, useRef } from 'react';

/**
 * Calls `recover` when what had the focus inside of an element is no longer there, such as the row of a thing that was deleted: the
 * keyboard would go on at the top of the page.
 */
export function useHeldFocus(ref: RefObject<HTMLElement | null>, recover: () => void): void {
  const latest = useRef(recover);
  latest.current = recover;
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let focused: EventTarget | null = null;
    // Not by React, which hears nothing while it changes the page, and a dialog gives the focus back just then.
    const enter = (event: FocusEvent) => {
      focused = event.target;
    };
    // What is taken away loses the focus to nothing, as it does to a click on nothing.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) focused = null;
    };
    const observer = new MutationObserver(() => {
      if (focused instanceof Node && !focused.isConnected && document.activeElement === document.body) latest.current();
    });
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
      observer.disconnect();
    };
  }, [ref]);
}
