import { type ComponentProps, type ReactElement, Suspense, type SyntheticEvent, useCallback, useId, useState } from 'react';
import { early } from '../../page/early.tsx';
import { AwaitedMenu, type Opening } from './awaited-menu.ts';
import { listening } from './listening.ts';
import type { MenuEntries } from './menu-entry.ts';

export type { MenuEntry } from './menu-entry.ts';

const OpenMenu = early(async () => (await import('./open-menu.tsx')).OpenMenu);
const OpenMenuAt = early(async () => (await import('./open-menu.tsx')).OpenMenuAt);

/** Fetches what draws menus before one is opened. */
export const fetchMenus = (): Promise<unknown> => Promise.all([OpenMenu.fetch(), OpenMenuAt.fetch()]);

// Opening the menu fails in words, if it fails.
const fetchAhead = () => void fetchMenus().catch(() => {});

/** A menu below its button. The chosen line runs after the focus is back on the button. */
export const Menu = ({
  trigger,
  entries,
  align = 'start',
  className,
}: {
  trigger: ReactElement;
  entries: MenuEntries;
  align?: 'start' | 'end';
  className?: string;
}) => {
  const ownId = useId();
  const triggerId = (trigger.props as ComponentProps<'button'>).id ?? ownId;
  const contentId = useId();
  /** The last one. It stays when the menu is closed, which gives the focus back afterwards. */
  const [opening, setOpening] = useState<Opening | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  const open = ({ currentTarget }: SyntheticEvent<HTMLElement>, isByKey: boolean) => {
    setOpening({ at: currentTarget, isByKey, keys: [] });
    setIsOpen(true);
  };
  return (
    <>
      {listening(trigger, {
        id: triggerId,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? contentId : undefined,
        ...{ 'data-state': isOpen ? 'open' : 'closed' },
        onPointerEnter: fetchAhead,
        onFocus: fetchAhead,
        onPointerDown: (event) => {
          if (event.button !== 0 || event.ctrlKey) return;
          if (isOpen) return close();
          open(event, false);
          // The focus goes to the menu.
          event.preventDefault();
        },
        onKeyDown: (event) => {
          const isToggle = event.key === 'Enter' || event.key === ' ';
          if (!isToggle && event.key !== 'ArrowDown') return;
          event.preventDefault();
          if (!isOpen) open(event, true);
          else if (isToggle) close();
        },
      })}
      {opening && (
        <Suspense fallback={isOpen && <AwaitedMenu at={opening.at} keys={opening.keys} onClose={close} />}>
          <OpenMenu
            opening={opening}
            isOpen={isOpen}
            onOpenChange={setIsOpen}
            triggerId={triggerId}
            contentId={contentId}
            entries={entries}
            align={align}
            className={className}
          />
        </Suspense>
      )}
    </>
  );
};

/** An open menu at a point of the window, in CSS pixels. `onClose` gives the focus back before the chosen line runs. */
export const MenuAt = (props: Omit<ComponentProps<typeof OpenMenuAt>, 'keys'>) => {
  const [keys] = useState<string[]>([]);
  return (
    <Suspense fallback={<AwaitedMenu at={null} keys={keys} onClose={props.onClose} />}>
      <OpenMenuAt {...props} keys={keys} />
    </Suspense>
  );
};
