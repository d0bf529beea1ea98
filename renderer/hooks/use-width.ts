import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width of an element in CSS pixels, measured before the first paint and updated as it changes. `initial` until then. */
export function useWidth(ref: RefObject<HTMLElement | null>, initial: number): number {
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth((before) => element.getBoundingClientRect().width || before);
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
