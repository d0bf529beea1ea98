import type { ActivationArguments } from 'electron';

/**
 * The button of a Windows toast that was pressed: the toast's id and the place of the button; `null`: the toast itself was
 * clicked. Electron writes `type=action&action=<place>&tag=<id>` into each button, and no id into the toast.
 * https://github.com/electron/electron/blob/main/shell/browser/notifications/win/windows_toast_notification.cc (read 2026-11-26)
 */
export function buttonOf(details: ActivationArguments): { id: string; index: number } | null {
  if (details.type !== 'action') return null;
  const parts = new URLSearchParams(details.arguments);
  return { id: parts.get('tag') ?? '', index: details.actionIndex ?? Number(parts.get('action') ?? 0) };
}
