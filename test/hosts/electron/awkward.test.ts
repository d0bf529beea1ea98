import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMachine, settle } from './machine.ts';
import { makePages } from './pages.ts';

const step = fc.constantFrom(
  'show',
  'go',
  'close',
  'destroy',
  'crash',
  'blur',
  'toggle',
  'event',
  'call',
  'wait',
  'settle',
  'forget',
);

/** Main window, popover and bridge together, as one state machine whose steps may come in any order. */
async function makeEverything(isReadyToShowWithheld: boolean) {
  const machine = await makeMachine({ platform: 'darwin', isReadyToShowWithheld });
  const { app } = await import('electron');
  app.on('window-all-closed', () => {});
  const pages = await makePages(machine);
  const { createBridge } = await import('../../../main/electron/windows/bridge.ts');
  const { createMainWindow } = await import('../../../main/electron/windows/main-window.ts');
  const { createPopover } = await import('../../../main/electron/windows/popover.ts');
  const bridge = createBridge(machine.log);
  const listeners = new Set<(payload: unknown) => void>();
  const calls = { openView: async () => ({ ok: true, value: { revision: 1, tables: {}, singles: {} } }) };
  const core = {
    calls,
    on(_event: string, listener: (payload: unknown) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  bridge.connect(core as never, {} as never);
  const host = {
    ...pages.host,
    isListening: bridge.isListening,
    navigate: (contents: never, route: string) => bridge.send(contents, 'navigate', { route }),
  };
  const window = createMainWindow({
    host: host as typeof pages.host,
    memory: { read: () => null, keep: () => {} },
    isQuitting: () => false,
    onClose: ({ hide }) => hide(),
  });
  const popover = createPopover(host as typeof pages.host, () => false);
  const icon = { x: 1500, y: 0, width: 24, height: 24 };
  const some = () => machine.controls.windows().at(-1);
  const { controls, clock, paper } = machine;
  const steps: Record<string, () => unknown> = {
    show: () => window.show(null),
    go: () => window.show('#/activity'),
    close: () => some() && controls.closeWindow(some()?.id ?? 0),
    destroy: () => some() && controls.destroyWindow(some()?.id ?? 0),
    crash: () => some() && controls.crashWindow(some()?.id ?? 0),
    blur: () => some() && controls.blurWindow(some()?.id ?? 0),
    toggle: () => popover.toggle(icon),
    event: () => {
      for (const listener of listeners) listener({ revision: 2, nowMs: 0, singles: {}, tables: {} });
    },
    call() {
      const page = paper.get(some()?.contentsId ?? 0);
      if (page?.hasDocument) void page.invoke('buoy:call:openView', [{}]);
    },
    wait: () => clock.advance(60_000),
    settle,
    forget: () => popover.hide(),
  };
  return { ...machine, steps, window };
}

describe('windows at awkward moments', () => {
  it('never use what is gone, and come back when asked for, whatever the order of steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), fc.boolean(), async (order, isWithheld) => {
        const { steps, controls, window, log, clock } = await makeEverything(isWithheld);
        for (const name of order) await steps[name]?.();
        await settle();
        window.show('#/');
        await settle();
        clock.advance(1000);
        expect(controls.windows().some((shown) => shown.kind === 'main' && shown.isVisible)).toBe(true);
        expect(controls.defects()).toEqual([]);
        expect(log.warnings.filter((line) => !line.startsWith('A page ended'))).toEqual([]);
      }),
      { numRuns: 100, seed: 7 },
    );
  }, 60_000);
});
