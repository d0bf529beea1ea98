import type { ThingPlace } from '../../preload/contract/pin-key.ts';
import { IconButton } from '../components/controls/button.tsx';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { dropletWords } from '../words/droplets.ts';
import { usePin } from './use-pin.ts';

/** Pins the thing of a panel, or unpins it. The key P does the same while the panel is open. */
export const PinButton = ({ place, name }: { place: ThingPlace; name: string }) => {
  const { isPinned, turn } = usePin();
  const isOn = isPinned(place);
  useHotkeys({ p: () => turn(place, name) });
  return (
    <IconButton
      icon={isOn ? 'unpin' : 'pin'}
      label={isOn ? dropletWords.unpin : dropletWords.pin}
      aria-pressed={isOn}
      aria-keyshortcuts="p"
      onClick={() => turn(place, name)}
    />
  );
};
