import { describe, expect, it, vi } from 'vitest';
import type { Closing } from '../../../../main/core/view/closing.ts';
import { trayGraceMs } from '../../../../main/electron/system/tray-host.ts';
import { startHidden } from '../../../../main/electron/tray/hidden-start.ts';
import { createFakeClock } from '../machine.ts';

async function start(first: Closing, isAnswered = true) {
  const clock = createFakeClock();
  const desktop = { closing: first };
  const showWindow = vi.fn();
  const settled = Promise.withResolvers<void>();
  const started = startHidden({
    host: { settled: settled.promise },
    buoy: { closing: () => desktop.closing },
    clock,
    showWindow,
  });
  if (isAnswered) {
    settled.resolve();
    await started;
  }
  return { clock, desktop, showWindow };
}

describe('a hidden start', () => {
  it.each(['ask', 'quit'] as const)('shows the window after five seconds without a tray, when closing: %s', async (closing) => {
    const { clock, showWindow } = await start(closing);
    clock.advance(trayGraceMs - 1);
    expect(showWindow).not.toHaveBeenCalled();
    clock.advance(1);
    expect(showWindow).toHaveBeenCalledOnce();
  });

  it('shows no window when a panel comes up in that time', async () => {
    const { clock, desktop, showWindow } = await start('ask');
    clock.advance(trayGraceMs - 1);
    desktop.closing = 'hide';
    clock.advance(60_000);
    expect(showWindow).not.toHaveBeenCalled();
  });

  it('shows no window with a tray, or where the person wants Buoy to run on without one', async () => {
    const { clock, desktop, showWindow } = await start('hide');
    desktop.closing = 'ask';
    clock.advance(60_000);
    expect(showWindow).not.toHaveBeenCalled();
  });

  it('shows no window before the desktop has answered', async () => {
    const { clock, showWindow } = await start('ask', false);
    clock.advance(60_000);
    expect(showWindow).not.toHaveBeenCalled();
  });
});
