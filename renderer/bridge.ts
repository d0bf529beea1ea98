import type { Bridge } from '../preload/contract/bridge.ts';

declare global {
  interface Window {
    /** Placed by the preload of whichever host opened the page. */
    readonly buoy?: Bridge;
  }
}

/** The page's only way out; `null` when the page was opened without a host. The sole reader of `window.buoy`. */
export const readBridge = (): Bridge | null => window.buoy ?? null;
