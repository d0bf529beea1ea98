import { useSingle } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';
import { type Pinned, placeAfter } from '../readings/pins.ts';
import { dropletWords } from '../words/droplets.ts';

/** Moves a pin one step among the pins that are shown, and tells screen readers where it is now. */
export const useMovePin = (shown: readonly Pinned[]): ((pin: Pinned, step: -1 | 1) => void) => {
  const { commands, announcer } = usePage();
  const { pinned } = useSingle('settings');
  return ({ key, name }, step) => {
    const keys = shown.map((pin) => pin.key);
    const place = placeAfter(pinned, keys, key, step);
    if (place === null) return;
    announcer.say(dropletWords.movedPin(name, keys.indexOf(key) + step + 1, keys.length));
    void commands.run({ kind: 'move-pin', key, place });
  };
};
