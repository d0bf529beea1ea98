import { Tooltip as Radix } from 'radix-ui';
import { Anchor } from './anchor.ts';
import { overlayElement } from './overlay.ts';

/** The tooltip of a control, which is drawn elsewhere. */
export const OpenTooltip = ({ id, at, text, onEnd }: { id: string; at: HTMLElement; text: string; onEnd: () => void }) => (
  <Radix.Provider>
    <Radix.Root open onOpenChange={(isOpen) => isOpen || onEnd()}>
      <Radix.Trigger asChild>
        <Anchor element={at} />
      </Radix.Trigger>
      <Radix.Portal container={overlayElement()}>
        <Radix.Content id={id} className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  </Radix.Provider>
);
