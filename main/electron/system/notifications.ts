import { createHash } from 'node:crypto';
import { Notification, type NotificationConstructorOptions } from 'electron';
import type { Notice } from '../../../preload/contract/notice.ts';
import type { Clock, Log, Notifier } from '../../core/ports.ts';
import { appName } from '../identity.ts';
import { buttonOf } from './toast-arguments.ts';

/** A notification that nobody refers to loses its events, and `close` may never come. So this many of the newest are kept. */
const heldAtMost = 50;
/** Notices whose click or button was heard. The history has no more. */
const usedAtMost = 500;

/** On Windows a click on a toast reaches both its object and the activation handler. Two within this time are one click. */
const sameClickMs = 500;

export interface NotifierOptions {
  platform: NodeJS.Platform;
  clock: Clock;
  log: Log;
  /** The history, by which notices of earlier runs are recognised. */
  notices(): readonly Pick<Notice, 'key'>[];
  /** The person clicked the notice with this key. */
  onOpen(key: string): void;
  /** The person pressed the button at this place of the notice with this key. */
  onPress(key: string, index: number): void;
  /** The person clicked a toast of an earlier run (Windows). The system does not say which one. */
  onOpenEarlier(): void;
  /** The person pressed a button of a notice of an earlier run that is no longer in the history. */
  onPressUnknown(): void;
}

export interface ElectronNotifier extends Notifier {
  /** Shows one sentence under the program's name. */
  tell(message: string): void;
  /**
   * Hears clicks and buttons of notices of earlier runs, also the one that started Buoy: Electron keeps it until then. Call it
   * once the history is loaded.
   */
  hearEarlier(): void;
}

/**
 * Desktop notifications of the system. Their buttons are passed on every system: macOS shows those of a signed program, Windows
 * all, and on Linux Electron asks the notification daemon whether it has any. So everything can be reached by a click as well.
 */
export function createNotifier(options: NotifierOptions): ElectronNotifier {
  const held = new Set<Notification>();
  const used = new Set<string>();
  let clickedAtMs = Number.NEGATIVE_INFINITY;

  /** Runs once for each notice: a system may report one click or button in several ways, and a notice does one thing. */
  function once(id: string, run: () => void): void {
    if (used.has(id)) return;
    keepNewest(used, id, usedAtMost);
    run();
  }

  function hold(notification: Notification): Notification {
    const release = () => held.delete(notification);
    notification.on('close', release);
    notification.on('failed', (_event, error) => {
      release();
      options.log.warn(`A notice was not shown: ${error}`);
    });
    keepNewest(held, notification, heldAtMost);
    return notification;
  }

  /** `key` of a notice in the history. */
  function hear(notification: Notification, key: string): void {
    const id = idOf(key);
    notification.on('click', () => {
      clickedAtMs = options.clock.now();
      held.delete(notification);
      once(id, () => options.onOpen(key));
    });
    notification.on('action', ({ actionIndex }) => {
      held.delete(notification);
      once(id, () => options.onPress(key, actionIndex));
    });
  }

  function present(content: NotificationConstructorOptions, key: string | null): void {
    if (!Notification.isSupported()) return;
    const notification = hold(new Notification(content));
    if (key !== null) hear(notification, key);
    notification.show();
  }

  const keyOf = (id: string): string | undefined => options.notices().find(({ key }) => idOf(key) === id)?.key;

  /** Also hears what a toast of this run does after its object was released, because it moved into the Action Center. */
  function hearToasts(): void {
    Notification.handleActivation((details) => {
      const button = buttonOf(details);
      if (button !== null) {
        const key = keyOf(button.id);
        once(button.id, () => (key === undefined ? options.onPressUnknown() : options.onPress(key, button.index)));
        return;
      }
      options.clock.after(sameClickMs, () => {
        if (options.clock.now() - clickedAtMs > 2 * sameClickMs) options.onOpenEarlier();
      });
    });
  }

  /** macOS hands over what is still in its Notification Center; to an unsigned program nothing. */
  async function hearDelivered(): Promise<void> {
    for (const delivered of await Notification.getHistory()) {
      const key = keyOf(delivered.id);
      if (key !== undefined) hear(hold(delivered), key);
    }
  }

  return {
    show({ key, title, body, buttons }) {
      const actions = buttons.map(({ label }) => ({ type: 'button' as const, text: label }));
      present({ id: idOf(key), title, body, actions }, key);
    },
    tell: (message) => present({ title: appName, body: message }, null),
    hearEarlier() {
      if (options.platform === 'win32') hearToasts();
      if (options.platform === 'darwin') {
        void hearDelivered().catch((error) => options.log.warn(`Notices of earlier runs are not heard: ${error}`));
      }
    },
  };
}

/** Windows allows 64 characters and reads `&` and `=` as its own, so a notice is known by a digest of its key. */
const idOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** Adds to a set that keeps its newest entries. */
function keepNewest<T>(set: Set<T>, item: T, atMost: number): void {
  set.add(item);
  const [oldest] = set;
  if (set.size > atMost && oldest !== undefined) set.delete(oldest);
}
