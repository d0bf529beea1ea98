import { Tooltip as Radix } from 'radix-ui';
import { type ReactElement, useState } from 'react';
import { overlayElement } from './overlay.ts';

const Told = ({ text, children }: { text: string; children: ReactElement }) => {
  // Drawn anew when it opens: the landmark that it is put into may have come after its control.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Radix.Root open={isOpen} onOpenChange={setIsOpen}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={overlayElement()}>
        <Radix.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

/** A tooltip for a control with few or no words. The child must accept a ref and be focusable. `null` as text: no tooltip. */
export const Tooltip = ({ text, children }: { text: string | null; children: ReactElement }) =>
  text === null ? children : <Told text={text}>{children}</Told>;

export const TooltipProvider = Radix.Provider;
