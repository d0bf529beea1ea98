import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { overlayElement } from './overlay.ts';

/** A tooltip for a control with few or no words. The child must accept a ref and be focusable. `null` as text: no tooltip. */
export const Tooltip = ({ text, children }: { text: string | null; children: ReactElement }) =>
  text === null ? (
    children
  ) : (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={overlayElement()}>
        <Radix.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );

export const TooltipProvider = Radix.Provider;
