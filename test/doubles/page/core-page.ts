import type { Buoy } from '../../../main/core/buoy.ts';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { success } from '../../../preload/contract/failure.ts';
import { createPage, type Page } from '../../../renderer/page/page.ts';

/** The parts of a window that a page without a document needs. */
function plainWindow(): Window & typeof globalThis {
  const location = { hash: '' };
  const nothing = () => {};
  const parts = {
    location,
    history: { replaceState: (_state: unknown, _title: string, hash: string) => Object.assign(location, { hash }) },
    document: { hidden: false, addEventListener: nothing, removeEventListener: nothing },
    addEventListener: nothing,
    removeEventListener: nothing,
    setTimeout: () => 0,
    clearTimeout: nothing,
    setInterval: () => 0,
    clearInterval: nothing,
  };
  return parts as unknown as Window & typeof globalThis;
}

/** A page over a running core, without a document: what it holds and does, but for what it draws. */
export async function corePage(buoy: Buoy): Promise<{ page: Page; copied: string[]; asked: string[]; stop: () => void }> {
  const copied: string[] = [];
  const asked: string[] = [];
  const host = {
    copyText: async ({ text }: { text: string }) => {
      copied.push(text);
      return success(null);
    },
    on: buoy.on,
    reportDraft: async () => success(null),
  };
  const bridge = {
    ...buoy.calls,
    ...host,
    loadResources: (args: Parameters<Bridge['loadResources']>[0]) => {
      asked.push(args.familyId);
      return buoy.calls.loadResources(args);
    },
  } as unknown as Bridge;
  const page = createPage(bridge, plainWindow());
  const stop = page.start();
  await page.view.open();
  return { page, copied, asked, stop };
}
