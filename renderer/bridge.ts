import type { Bridge } from '../preload/contract/bridge.ts';

declare global {
  interface Window {
    /** Set by the preload script of the host that opened the page. */
    readonly buoy?: Bridge;
  }
}

/** The page's only way to the core; `null` if no host opened the page. Nothing else reads `window.buoy`. */
export const readBridge = (): Bridge | null => window.buoy ?? null;
