import type { State } from '../state/state.ts';

/** `hide`: Buoy goes on without its window. `ask`: the person says whether it should. */
export type Closing = 'hide' | 'ask' | 'quit';

/**
 * What closing the window does. With a tray Buoy stays in it. Without one nothing of Buoy would be seen, so it quits, unless
 * the person wants otherwise; for the same reason a start that would be hidden shows the window then.
 */
export function closingOf({ isTrayShown, settings }: Pick<State, 'isTrayShown' | 'settings'>): Closing {
  if (isTrayShown) return 'hide';
  const { closing } = settings.withoutTray;
  return closing === 'stay' ? 'hide' : closing;
}
