import { createContext, type ReactElement, type ReactNode, Suspense, use, useEffect, useId, useState } from 'react';
import { early } from '../../page/early.tsx';
import { listening } from './listening.ts';
import { newTold, newTurns, type Turns } from './tooltip-turns.ts';

const OpenTooltip = early(async () => (await import('./open-tooltip.tsx')).OpenTooltip);

/** Fetches what draws tooltips before one is shown. */
export const fetchTooltips = (): Promise<unknown> => OpenTooltip.fetch();

// Nobody is told of a tooltip that does not come.
const fetchAhead = () => void fetchTooltips().catch(() => {});

const Context = createContext<Turns>(newTurns(0, 0));

/** Makes the tooltips below it take turns. Both times are in milliseconds. */
export const TooltipProvider = ({
  delayDuration = 500,
  skipDelayDuration = 200,
  children,
}: {
  /** So long the pointer rests on a control before its tooltip is shown. */
  delayDuration?: number;
  /** So long after a tooltip was shown, the next one is shown at once. */
  skipDelayDuration?: number;
  children: ReactNode;
}) => {
  const [turns] = useState(() => newTurns(delayDuration, skipDelayDuration));
  return <Context value={turns}>{children}</Context>;
};

/**
 * A tooltip for a control with few or no words. The child is one element that takes handlers and is focusable. `null` as text: no
 * tooltip. With a text or without, the child stays the same element, so that it keeps the focus.
 */
export const Tooltip = ({ text, children }: { text: string | null; children: ReactElement }) => {
  const id = useId();
  const turns = use(Context);
  const [at, setAt] = useState<HTMLElement | null>(null);
  const [told] = useState(() => newTold(turns, setAt));
  const hasText = text !== null;
  useEffect(() => (hasText ? told.end : undefined), [hasText, told]);
  if (!hasText) return <>{children}</>;
  return (
    <>
      {listening(children, {
        'aria-describedby': at ? id : undefined,
        onPointerMove: ({ currentTarget, pointerType }) => {
          fetchAhead();
          told.move(currentTarget, pointerType);
        },
        onPointerLeave: () => told.leave(document.getElementById(id) !== null),
        onPointerDown: told.press,
        onFocus: ({ currentTarget }) => told.focus(currentTarget),
        onBlur: told.end,
        onClick: told.end,
      })}
      {at && (
        <Suspense fallback={null}>
          <OpenTooltip id={id} at={at} text={text} onEnd={told.end} />
        </Suspense>
      )}
    </>
  );
};
