import { vi } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';

/** As much of a browser's page as the preload touches, for an address of the web host. */
export interface BrowserPage {
  bridge: Bridge;
  /** The address as the page sees it now. */
  hash(): string;
  stored: Map<string, string>;
  copied: string[];
  /** Tabs that were opened, with their features. */
  tabs: [url: string, features: string][];
  /** Files that were saved: the path and the name. */
  saved: [path: string, name: string][];
  /** Puts the globals back. What the page still has under way goes on with those of the next page, or fails. */
  leave(): void;
}

/** Opens `url` with what the browser stored before. One page at a time: a page lives in the globals. */
export async function openBrowserPage(url: string, stored = new Map<string, string>()): Promise<BrowserPage> {
  const address = new URL(url);
  const seen = { copied: [] as string[], tabs: [] as [string, string][], saved: [] as [string, string][] };
  const realFetch = globalThis.fetch;
  const window: { buoy?: Bridge; open(url: string, target: string, features: string): null } = {
    open(link, _target, features) {
      seen.tabs.push([link, features]);
      return null;
    },
  };
  const makeLink = () => {
    const link = { href: '', download: '', click: () => void seen.saved.push([link.href, link.download]) };
    return link;
  };
  const leave = replaceGlobals({
    window,
    location: address,
    HTMLScriptElement: class {},
    document: { currentScript: null, createElement: makeLink },
    history: {
      replaceState(_state: null, _title: string, path: string) {
        address.href = new URL(path, address).href;
      },
    },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    },
    navigator: { clipboard: { writeText: async (text: string) => void seen.copied.push(text) } },
    // A browser resolves addresses against the page's, and says of what origin the page is.
    fetch(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers);
      headers.set('sec-fetch-site', 'same-origin');
      if (init.method === 'POST') headers.set('origin', address.origin);
      return realFetch(new URL(path, address), { ...init, headers });
    },
  });
  vi.resetModules();
  await import('../../../preload/browser.ts');
  if (!window.buoy) throw new Error('The preload left no bridge');
  return { ...seen, stored, leave, hash: () => address.hash, bridge: window.buoy };
}

/** Returns the function that puts back what was there. */
function replaceGlobals(values: Record<string, unknown>): () => void {
  const before = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
