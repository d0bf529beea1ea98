import type { MenuNode, TrayView } from '../../../preload/contract/view.ts';
import type { Cancel, Clock } from '../../core/ports.ts';

/** Changes within this time make one new menu. */
const soonMs = 200;
/**
 * When only a countdown changed, the menu is replaced no more often than this: a new menu closes one that a person has open.
 */
const detailsEveryMs = 30_000;

/** What a native menu shows of a line, without the quiet text at the right. */
type DrawnLine = [id: string, type: string, label: string, isEnabled: boolean, deed: unknown, children: DrawnLine[]];

const drawn = (nodes: readonly MenuNode[]): DrawnLine[] =>
  nodes.map((node) => [node.id, node.type, node.label, node.isEnabled, node.deed, drawn(node.children)]);

const details = (nodes: readonly MenuNode[]): unknown[] => nodes.map((node) => [node.detail, details(node.children)]);

/** How two menus differ to the eye: not at all, only in the quiet text at the right, or in their lines. */
export function menuDifference(before: readonly MenuNode[], after: readonly MenuNode[]): 'none' | 'details' | 'lines' {
  if (JSON.stringify(drawn(before)) !== JSON.stringify(drawn(after))) return 'lines';
  return JSON.stringify(details(before)) === JSON.stringify(details(after)) ? 'none' : 'details';
}

/** Keeps the native menu up to date with the view, with as few new menus as possible. `first` counts as shown. */
export function createMenuRefresh(clock: Clock, first: TrayView, set: (view: TrayView) => void) {
  let shown = first;
  let shownAtMs = clock.now();
  let wanted = first;
  let cancel: Cancel | null = null;
  let dueAtMs = 0;

  function refresh(): void {
    cancel = null;
    if (menuDifference(shown.menu, wanted.menu) === 'none') return;
    shown = wanted;
    shownAtMs = clock.now();
    set(shown);
  }

  return {
    follow(view: TrayView): void {
      wanted = view;
      const difference = menuDifference(shown.menu, view.menu);
      if (difference === 'none') return;
      const earliestMs = clock.now() + soonMs;
      const atMs = difference === 'lines' ? earliestMs : Math.max(earliestMs, shownAtMs + detailsEveryMs);
      if (cancel !== null && dueAtMs <= atMs) return;
      cancel?.();
      dueAtMs = atMs;
      cancel = clock.after(atMs - clock.now(), refresh);
    },
    stop(): void {
      cancel?.();
    },
  };
}
