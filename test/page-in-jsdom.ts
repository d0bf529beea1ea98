import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { fetchMenus } from '../renderer/components/controls/menu.tsx';
import { fetchTooltips } from '../renderer/components/controls/tooltip.tsx';
import { endDrawn } from './doubles/page/at-end.ts';

/** What the page needs from a browser and jsdom lacks: modal dialogs, sizes of elements, media queries, observers. */
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.removeAttribute('open');
};
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { configurable: true, get: () => 600 },
  offsetWidth: { configurable: true, get: () => 900 },
  clientHeight: { configurable: true, get: () => 600 },
});
Element.prototype.scrollTo ??= () => {};
Element.prototype.scrollIntoView ??= () => {};
window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.CSS ??= {} as typeof CSS;
CSS.escape ??= (text: string) => text.replace(/[^\w-]/g, (character) => `\\${character}`);

// What floats is there at once, as it is some moments after the page came. `late-overlays.mocked.test.tsx` has it come late.
await Promise.all([fetchMenus(), fetchTooltips()]);

afterEach(() => {
  cleanup();
  endDrawn();
  window.location.hash = '';
  window.localStorage.clear();
});
