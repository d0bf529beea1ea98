import type { BrowserWindow } from 'electron';
import type { Log } from '../../core/ports.ts';
import { askToReload } from './dialogs.ts';

/**
 * Asks whether to wait or to load the page again when it does not answer. The question goes away when the page answers after
 * all. A page that nobody sees is left alone.
 */
export function askWhenUnresponsive(window: BrowserWindow, log: Log): void {
  let question: AbortController | null = null;
  window.on('unresponsive', async () => {
    if (question !== null || !window.isVisible()) return;
    log.warn('A page does not answer');
    const asked = new AbortController();
    question = asked;
    const isReload = await askToReload(window, asked.signal);
    question = null;
    // The end of its process makes the page load again, within the limits for crashes.
    if (isReload && !asked.signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  });
  for (const event of ['responsive', 'closed'] as const) window.on(event as 'responsive', () => question?.abort());
}
