import type { FullView, TrayView, ViewPatch } from '../../../preload/contract/view.ts';
import type { Cancel, Clock } from '../ports.ts';
import type { State } from '../state/state.ts';
import { difference, fullView, type View } from './tables.ts';
import type { ViewOf } from './view.ts';

/** Patches that may be sent at once: the answers of all pollers after a refresh fit in. */
const burst = 20;
/** After a burst, one patch in this time: the eye follows no more. */
const refillMs = 100;
/** While nothing changes, the view is computed this often, so that ages such as "2 min ago" go on. */
const ageingMs = 30_000;

/** Publishes the view of the state to pages and the tray. */
export interface Publisher {
  /** Publishes the current view, and keeps ages going from then on. */
  start(): void;
  /** The whole view for a page that opens. Its revision is the one that the next patch builds on. */
  open(): FullView;
  /** What the tray shows now. */
  tray(): TrayView;
  /** Stops its timers and its subscription. */
  stop(): void;
}

export interface PublisherOptions {
  clock: Clock;
  viewOf: ViewOf;
  state(): State;
  subscribe(listener: () => void): Cancel;
  /** Called with each change of the view. */
  onPatch(patch: ViewPatch): void;
  /** Called only when the tray's part of the view changed. */
  onTray(tray: TrayView): void;
}

/**
 * Turns changes of the state into patches: at once while they are few, else ten a second. While nothing happens, it computes
 * the view every 30 seconds and sends a patch only if a row or a text differs.
 */
export function createPublisher(options: PublisherOptions): Publisher {
  const { clock, viewOf } = options;
  let revision = 0;
  let view: View = viewOf(options.state(), clock.now());
  let allowance = burst;
  let refilledAtMs = clock.now();
  let cancelWait: Cancel | null = null;
  let cancelAgeing: Cancel = () => {};

  function refill(): void {
    const now = clock.now();
    // A clock that was set back refills everything, because waiting until it catches up would block all patches.
    const elapsed = now >= refilledAtMs ? now - refilledAtMs : burst * refillMs;
    const gained = Math.floor(elapsed / refillMs);
    allowance = Math.min(burst, allowance + gained);
    refilledAtMs = allowance === burst ? now : refilledAtMs + gained * refillMs;
  }

  function emit(): void {
    cancelWait?.();
    cancelWait = null;
    const nowMs = clock.now();
    const previous = view;
    view = viewOf(options.state(), nowMs);
    age();
    const changes = difference(previous, view);
    if (!changes) return;
    revision += 1;
    options.onPatch({ revision, nowMs, ...changes });
    if (changes.singles.tray) options.onTray(changes.singles.tray);
  }

  function changed(): void {
    if (cancelWait) return;
    refill();
    if (allowance > 0) spend();
    else cancelWait = clock.after(refillMs, spend);
  }

  function spend(): void {
    refill();
    allowance = Math.max(0, allowance - 1);
    emit();
  }

  function age(): void {
    cancelAgeing();
    cancelAgeing = clock.after(ageingMs, emit);
  }

  const unsubscribe = options.subscribe(changed);
  return {
    start: emit,
    open() {
      emit();
      return fullView(view, revision, clock.now());
    },
    tray: () => view.singles.tray,
    stop() {
      unsubscribe();
      cancelWait?.();
      cancelAgeing();
    },
  };
}
