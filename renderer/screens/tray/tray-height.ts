import { useCallback, useRef } from 'react';
import { usePage } from '../../page/page.ts';

/** Height of the popover's lists in CSS pixels, with all that they hold. */
export interface ListHeight {
  height: number;
}

/**
 * Tells the host how high the popover has to be for all of its content. Attach the result to the element that holds the content
 * and lies directly in the one that scrolls. With `isKept` the popover does not become lower than its lists, so that it stays
 * still while results become fewer and while a droplet is looked at.
 */
export const useTrayHeight = (
  lists: ListHeight,
  isKept: boolean,
): ((content: HTMLElement | null) => (() => void) | undefined) => {
  const { bridge } = usePage();
  const told = useRef(0);
  const kept = useRef(isKept);
  kept.current = isKept;
  return useCallback(
    (content) => {
      const scroller = content?.parentElement;
      const frame = content?.closest<HTMLElement>('.tray');
      if (!content || !scroller || !frame || typeof ResizeObserver === 'undefined') return;
      const tell = () => {
        const own = Math.ceil(frame.offsetHeight - scroller.clientHeight + content.offsetHeight);
        if (!kept.current) lists.height = own;
        const height = Math.max(own, lists.height);
        if (height === told.current) return;
        told.current = height;
        void bridge.reportTrayHeight({ height });
      };
      const observer = new ResizeObserver(tell);
      observer.observe(content);
      observer.observe(frame);
      return () => observer.disconnect();
    },
    [bridge, lists],
  );
};
