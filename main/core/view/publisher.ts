import type { FullView, TrayView, ViewPatch } from '../../../preload/contract/view.ts';
import type { Cancel, Clock } from '../ports.ts';
import type { State } from '../state/state.ts';
import { difference, fullView, type View } from './tables.ts';
import type { ViewOf } from './view.ts';

/** A patch in each tenth of a second is as much as an eye follows; a turn of all pollers fits into a burst. */
const burst = 20;
const refillMs = 100;
/** Ages in words move on at this pace while nothing else happens. */
const ageingMs = 30_000;

export interface Publisher {
  /** Shows the state as it is, and from then on lets ages move on. */
  start(): void;
  /** The view as it is, at the revision that the next patch follows. */
  open(): FullView;
  tray(): TrayView;
  stop(): void;
}

export interface PublisherOptions {
  clock: Clock;
  viewOf: ViewOf;
  state(): State;
  subscribe(listener: () => void): Cancel;
  onPatch(patch: ViewPatch): void;
  onTray(tray: TrayView): void;
}

/**
 * Turns changes of the state into patches: at once as long as they are few, else ten a second. A quiet state costs one look
 * every 30 seconds, and nothing is sent unless something reads differently.
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
    // A clock that was set back refills at once rather than never.
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
