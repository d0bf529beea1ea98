import { createCrossing } from './crossing.ts';

/** The page's own world. It receives what the preload exposes, as a frozen copy that cannot be replaced. */
export function startMainWorld(): void {
  const crossing = createCrossing('buoy-standin-main', 'buoy-standin-preload', {
    expose(text) {
      const [key, api] = crossing.raise(text) as [string, unknown];
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: deepFreeze(api), enumerable: true, writable: false, configurable: false });
      return null;
    },
  });
  // Main decides about new windows. The page gets null for those that main denies.
  window.open = (url) => {
    crossing.ask('open', crossing.lower(new URL(String(url ?? ''), location.href).href));
    return null;
  };
}

function deepFreeze<T>(value: T): T {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
