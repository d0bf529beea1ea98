import type { ConnectionRow } from '../../preload/contract/view.ts';
import type { Ticker } from './ticker.ts';
import { readAfterMs, type Toast, type ToastStore } from './toasts.ts';
import type { ViewStore } from './view-store.ts';

/** These say that no answer comes, or none that counts. The others are about the token, or about Buoy. */
const isTroubled: ReadonlySet<ConnectionRow['status']> = new Set(['offline', 'failing', 'throttled', 'held', 'checking']);

/**
 * Dismisses toasts whose cause is mended or read elsewhere, once they were there long enough to be read. It looks once a second,
 * and only while there is such a toast. Returns the function that stops.
 */
export function endToasts(page: { view: ViewStore; ticker: Ticker; toasts: ToastStore }): () => void {
  const { view, ticker, toasts } = page;
  let stopLooking: (() => void) | null = null;

  function look(): void {
    for (const toast of toasts.list()) {
      if (view.now() - toast.sinceMs >= readAfterMs && isOver(view, toast)) toasts.dismiss(toast.id);
    }
  }

  function watch(): void {
    const isWanted = toasts.list().some(({ endsBy }) => endsBy !== null);
    if (isWanted) stopLooking ??= ticker.subscribe('second', look);
    else stop();
  }

  function stop(): void {
    stopLooking?.();
    stopLooking = null;
  }

  const unsubscribe = toasts.subscribe(watch);
  return () => {
    unsubscribe();
    stop();
  };
}

function isOver(view: ViewStore, { endsBy, sinceMs }: Toast): boolean {
  switch (endsBy?.by) {
    case undefined:
      return false;
    case 'answer': {
      const connections = view.rows('connections');
      const isAnswered = connections.some(({ lastWorkedAtMs }) => lastWorkedAtMs !== null && lastWorkedAtMs > sinceMs);
      return isAnswered && !connections.some(({ status }) => isTroubled.has(status));
    }
    case 'notice': {
      const notice = view.row('notices', endsBy.key);
      return notice !== undefined && (notice.isRead || (notice.matter !== null && !notice.isStillTrue));
    }
    case 'action': {
      const failed = view.row('actions', endsBy.key);
      if (!failed) return false;
      return view
        .rows('actions')
        .some(
          ({ resourceType, resourceId, status, startedAtMs }) =>
            resourceType === failed.resourceType &&
            resourceId === failed.resourceId &&
            status === 'completed' &&
            startedAtMs > failed.startedAtMs,
        );
    }
  }
}
