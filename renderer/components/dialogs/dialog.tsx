import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { classNames } from '../class-names.ts';

/** What has the focus, and what lies around it that can have it: a panel stays where its button goes. */
function ways(focused: Element | null): HTMLElement[] {
  if (!(focused instanceof HTMLElement) || focused === document.body) return [];
  const around = focused.parentElement?.closest('[tabindex]') ?? null;
  return [focused, ...ways(around)];
}

/**
 * A modal dialog in the browser's top layer. The focus starts on the element marked `data-initial-focus`, stays inside, and
 * returns to where it was. Esc and a click outside call `onClose`.
 */
export const Dialog = ({
  label,
  onClose,
  className,
  children,
}: {
  label: string;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}) => {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = ways(document.activeElement);
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => {
      dialog?.close();
      before.find(({ isConnected }) => isConnected)?.focus();
    };
  }, []);
  const closeFromScrim = (event: MouseEvent) => {
    if (event.target === ref.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the matching key is Esc, which the dialog reports as cancel.
    <dialog
      ref={ref}
      aria-label={label}
      className={classNames('dialog', className)}
      onClick={closeFromScrim}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-inner">{children}</div>
    </dialog>
  );
};
