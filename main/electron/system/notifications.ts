import { Notification } from 'electron';
import type { Clock, Log, Notifier } from '../../core/ports.ts';
import { appName } from '../identity.ts';

/** A notification that nobody refers to loses its events, and `close` may never come. So this many of the newest are kept. */
const heldAtMost = 50;

/** On Windows a click on a toast reaches both its object and the activation handler. Two within this time are one click. */
const sameClickMs = 500;

export interface NotifierOptions {
  platform: NodeJS.Platform;
  clock: Clock;
  log: Log;
  /** The person clicked the notice with this key. */
  onOpen(key: string): void;
  /** The person clicked a toast of an earlier run (Windows). The system does not say which one. */
  onOpenEarlier(): void;
}

/** Desktop notifications of the system. */
export function createNotifier(options: NotifierOptions): Notifier & { tell(message: string): void } {
  const held = new Set<Notification>();
  let clickedAtMs = Number.NEGATIVE_INFINITY;

  function present(title: string, body: string, onClick: () => void): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    const release = () => held.delete(notification);
    notification.on('click', () => {
      clickedAtMs = options.clock.now();
      release();
      onClick();
    });
    notification.on('close', release);
    notification.on('failed', (_event, error) => {
      release();
      options.log.warn(`A notice was not shown: ${error}`);
    });
    hold(held, notification);
    notification.show();
  }

  if (options.platform === 'win32') {
    Notification.handleActivation(() => {
      options.clock.after(sameClickMs, () => {
        if (options.clock.now() - clickedAtMs > 2 * sameClickMs) options.onOpenEarlier();
      });
    });
  }

  return {
    show: (notice) => present(notice.title, notice.body, () => options.onOpen(notice.key)),
    tell: (message) => present(appName, message, () => {}),
  };
}

function hold(held: Set<Notification>, notification: Notification): void {
  held.add(notification);
  const [oldest] = held;
  if (held.size > heldAtMost && oldest !== undefined) held.delete(oldest);
}
