import { render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPage, PageContext } from '../../../../../renderer/page/page.ts';
import { useTrayHeight } from '../../../../../renderer/screens/tray/tray-height.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { createFakeBridge } from '../../../../doubles/page/fake-bridge.ts';

/** Heights that the document, which has no layout, reports by class. */
const heights: Record<string, number> = {};
const observers = new Set<() => void>();

class StillObserver {
  readonly #tell: () => void;
  constructor(tell: () => void) {
    this.#tell = tell;
  }
  observe(): void {
    observers.add(this.#tell);
  }
  unobserve(): void {}
  disconnect(): void {
    observers.delete(this.#tell);
  }
}
const heightOf = (element: HTMLElement) => heights[element.className] ?? 0;

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', StillObserver);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return heightOf(this);
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return heightOf(this);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const Frame = ({ lists, isKept }: { lists: { height: number }; isKept: boolean }) => (
  <div className="tray">
    <div className="scroller">
      <div className="content" ref={useTrayHeight(lists, isKept)} />
    </div>
  </div>
);

const draw = () => {
  const lists = { height: 0 };
  const bridge = createFakeBridge(inventedView());
  const page = createPage(bridge, window);
  const frame = (isKept: boolean) => (
    <PageContext value={page}>
      <Frame lists={lists} isKept={isKept} />
    </PageContext>
  );
  const { rerender } = render(frame(false));
  const told = () => bridge.calls.map(({ args }) => (args as { height: number }).height);
  const resize = (sizes: Record<string, number>) => {
    Object.assign(heights, sizes);
    for (const tell of observers) tell();
  };
  return { told, resize, keep: (isKept: boolean) => rerender(frame(isKept)) };
};

describe('the height that the popover asks for', () => {
  it('is that of all its content, also while the window is still lower', () => {
    const { told, resize } = draw();
    resize({ tray: 420, scroller: 300, content: 488 });
    expect(told()).toEqual([608]);
  });

  it('is told once, and again when the content changes', () => {
    const { told, resize } = draw();
    resize({ tray: 420, scroller: 300, content: 488 });
    resize({ tray: 608, scroller: 488, content: 488 });
    resize({ content: 400 });
    expect(told()).toEqual([608, 520]);
  });

  it('does not become lower than the lists while a search or a droplet is shown, but higher', () => {
    const { told, resize, keep } = draw();
    resize({ tray: 608, scroller: 488, content: 488 });
    keep(true);
    resize({ content: 56 });
    resize({ content: 500 });
    keep(false);
    resize({ content: 400 });
    expect(told()).toEqual([608, 620, 520]);
  });
});
