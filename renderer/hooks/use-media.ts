import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches. Re-renders when that changes. */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
};

/** Whether the window is narrow: one column, with tabs at the bottom. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 640px)');
