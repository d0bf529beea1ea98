/** A control whose tooltip is shown. */
interface Turn {
  end: () => void;
  /** The pointer left the control, and may be on its way to the tooltip, or on it. */
  isLeft: boolean;
}

/** What the tooltips of a page share: one is shown at a time. */
export interface Turns {
  /** So long the pointer rests on a control before its tooltip is shown. */
  restMs: number;
  /** So long after a tooltip was shown, the next one is shown at once. */
  skipMs: number;
  now: Turn | null;
  /** When the last one ended, as `performance.now()` has it. */
  endedAtMs: number;
}

export const newTurns = (restMs: number, skipMs: number): Turns => ({ restMs, skipMs, now: null, endedAtMs: -Infinity });

/** What a control tells the tooltip that is about it. */
export interface Told {
  move: (control: HTMLElement, pointerType: string) => void;
  /** `isDrawn`: what is drawn ends by itself, unless the pointer goes to it. */
  leave: (isDrawn: boolean) => void;
  press: () => void;
  focus: (control: HTMLElement) => void;
  end: () => void;
}

/** `show` is called with the control while its tooltip is to be shown, and with `null` when it is not. */
export const newTold = (turns: Turns, show: (control: HTMLElement | null) => void): Told => {
  let timer: number | undefined;
  let isOver = false;
  let isPressed = false;
  const begin = (control: HTMLElement) => {
    window.clearTimeout(timer);
    if (turns.now === turn) return;
    turns.now?.end();
    turn.isLeft = false;
    turns.now = turn;
    show(control);
  };
  const end = () => {
    window.clearTimeout(timer);
    if (turns.now !== turn) return;
    turns.now = null;
    turns.endedAtMs = performance.now();
    show(null);
  };
  const turn: Turn = { end, isLeft: false };
  return {
    end,
    move(control, pointerType) {
      if (pointerType === 'touch' || isOver) return;
      const { now } = turns;
      // On the way from another control to its tooltip.
      if (now !== turn && now?.isLeft) return;
      isOver = true;
      turn.isLeft = false;
      if (now || performance.now() - turns.endedAtMs < turns.skipMs) begin(control);
      else timer = window.setTimeout(() => begin(control), turns.restMs);
    },
    leave(isDrawn) {
      isOver = false;
      if (isDrawn && turns.now === turn) turn.isLeft = true;
      else end();
    },
    press() {
      end();
      isPressed = true;
      document.addEventListener('pointerup', () => (isPressed = false), { once: true });
    },
    focus(control) {
      if (!isPressed) begin(control);
    },
  };
};
