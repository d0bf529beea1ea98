import { vi } from 'vitest';
import type { Bridge } from '../../../preload/contract/bridge.ts';

/** The parts of a browser's page that the preload uses, for an address of the web host. */
export interface BrowserPage {
  bridge: Bridge;
  /** The page's address now. */
  hash(): string;
  stored: Map<string, string>;
  copied: string[];
  /** Tabs that were opened, with their window features. */
  tabs: [url: string, features: string][];
  /** Files that were saved: path and name. */
  saved: [path: string, name: string][];
  /** Restores the globals. Work that the page has not finished goes on with the globals of the next page, or fails. */
  leave(): void;
}

/** Opens `url` with what the browser stored before. Only one page at a time, because a page uses the globals. */
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
    // A browser resolves addresses against the page's, and adds the page's origin.
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

/** Returns a function that restores the previous globals. */
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
