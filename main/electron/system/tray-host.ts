import type { Cancel, Clock, Log, TraySignal } from '../../core/ports.ts';
import { connectToSessionBus, type ObjectOnBus, type SessionBus } from './session-bus.ts';

/**
 * Whether the desktop shows tray icons. On macOS and Windows it always does. On Linux a panel or an extension of the shell
 * does it, the "host", and a registry on the session's bus knows whether there is one (StatusNotifierWatcher).
 */
export interface TrayHost extends TraySignal {
  /** What the desktop said; `unknown`: nothing yet, which counts as shown, because a false alarm would be worse. */
  answer(): TrayAnswer;
  /** Resolves with the first answer, and after 2 s without one. */
  settled: Promise<void>;
  /** The person used the icon. So it is there, whatever the registry says: it does not know the trays of older panels. */
  noteUsed(): void;
  /** Leaves the bus. */
  close(): void;
}
export type TrayAnswer = 'unknown' | 'there' | 'missing';

export interface TrayHostOptions {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  clock: Clock;
  log: Log;
}

const watcher: ObjectOnBus = {
  busName: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
};
const busItself = 'org.freedesktop.DBus';
/** The registry gained or lost its program, and the registry gained or lost a host. */
const rules = [
  `type='signal',sender='${busItself}',interface='${busItself}',member='NameOwnerChanged',arg0='${watcher.busName}'`,
  `type='signal',sender='${watcher.busName}',path='${watcher.path}'`,
];
/** The registry's other signals tell of icons, of which each program has one or more. */
const changes = ['NameOwnerChanged', 'StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered', 'PropertiesChanged'];

/** Nothing waits longer than this for the desktop. */
const firstAnswerWithinMs = 2000;
/** A shell that starts again takes its tray along for a while. A panel may come up after the programs of the session. */
export const trayGraceMs = 5000;

const always: TrayHost = {
  isShown: () => true,
  subscribe: () => () => {},
  answer: () => 'there',
  settled: Promise.resolve(),
  noteUsed: () => {},
  close: () => {},
};

/** Follows the tray's host from now on. Where there is no bus there is no host either. */
export function watchTrayHost({ platform, env, clock, log }: TrayHostOptions): TrayHost {
  if (platform !== 'linux') return always;
  const listeners = new Set<(isShown: boolean) => void>();
  const settled = Promise.withResolvers<void>();
  let answer: TrayAnswer = 'unknown';
  let isUsed = false;
  const leaving = new AbortController();
  let cancelGoing: Cancel | null = null;

  const isShown = () => isUsed || answer !== 'missing';
  const cancelDeadline = clock.after(firstAnswerWithinMs, settled.resolve);

  function become(next: 'there' | 'missing'): void {
    answer = next;
    log.info(`The desktop shows ${next === 'there' ? '' : 'no '}tray icons`);
    cancelDeadline();
    settled.resolve();
    for (const listener of listeners) listener(isShown());
  }

  /** What is missing after it was there may be back in a moment. */
  function note(isThere: boolean): void {
    if (leaving.signal.aborted) return;
    if (isThere) {
      cancelGoing?.();
      cancelGoing = null;
      if (answer !== 'there') become('there');
    } else if (answer === 'unknown') become('missing');
    else if (answer === 'there') {
      cancelGoing ??= clock.after(trayGraceMs, () => {
        cancelGoing = null;
        become('missing');
      });
    }
  }

  /** Answers come in the order of the questions: the bus itself answers for a registry that has gone. */
  async function ask(bus: SessionBus): Promise<void> {
    try {
      note((await bus.readProperty(watcher, 'IsStatusNotifierHostRegistered')) === true);
    } catch (error) {
      // What was known stays: a busy registry says nothing about the tray.
      if (!leaving.signal.aborted) log.warn(`The desktop did not say whether it has a tray: ${textOf(error)}`);
    }
  }

  async function follow(): Promise<void> {
    const bus = await connectToSessionBus(env, log, leaving.signal);
    if (bus === null) return note(false);
    // Without the bus no icon is shown either, and Chromium does not come back to it.
    void bus.ended.then(() => note(false));
    // Before the first question, so that no change falls between the two.
    await bus.hear(rules, ({ member = '' }) => {
      if (changes.includes(member)) void ask(bus);
    });
    await ask(bus);
  }

  follow().catch((error) => {
    if (leaving.signal.aborted) return;
    log.warn(`The session bus could not be asked for a tray: ${textOf(error)}`);
    note(false);
  });

  return {
    isShown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: () => answer,
    settled: settled.promise,
    noteUsed() {
      if (isShown()) return;
      isUsed = true;
      for (const listener of listeners) listener(true);
    },
    close() {
      leaving.abort();
      cancelDeadline();
      cancelGoing?.();
    },
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
