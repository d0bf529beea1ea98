import { afterEach, expect, vi } from 'vitest';
import type { Clock, Log } from '../../../main/core/ports.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import type { Controls } from '../../standin/control.ts';
import type { PaperPage } from '../../standin/pages/paper-pages.ts';
import { type StandinProfile, setProfile } from '../../standin/profile.ts';

export const platforms = ['linux', 'darwin', 'win32'] as const;

/** A machine with a fresh Electron. Import adapters only after it was made. */
export interface Machine {
  controls: Controls;
  /** The pages of windows, by the id of their contents. */
  paper: Map<number, PaperPage>;
  home: string;
  platform: (typeof platforms)[number];
  clock: Clock & { advance(ms: number): void };
  log: Log & { warnings: string[] };
}

let current: Machine | null = null;

export async function makeMachine(profile: Partial<StandinProfile> = {}, isReady = true): Promise<Machine> {
  vi.resetModules();
  const home = temporaryFolder();
  const clock = createFakeClock();
  setProfile({ home, now: clock.now, ...profile });
  // Everything of Electron's exists from the start, whichever adapter is imported.
  await import('../../standin/electron.ts');
  const { controls } = await import('../../standin/control.ts');
  const { paper } = await import('../../standin/pages/paper-pages.ts');
  const { declareScheme } = await import('../../../main/electron/windows/protocol.ts');
  declareScheme();
  if (isReady) controls.becomeReady();
  current = { controls, paper, home, platform: profile.platform ?? 'linux', clock, log: createListLog() };
  await settle();
  return current;
}

/** Defects that Electron would hide fail the test that caused them, unless the test takes them away. */
afterEach(() => {
  const defects = current?.controls.defects() ?? [];
  current = null;
  expect(defects).toEqual([]);
});

/** Lets pages load, and lets events of later turns arrive. */
export async function settle(): Promise<void> {
  const { paperRests } = await import('../../standin/pages/paper-pages.ts');
  await paperRests();
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await paperRests();
  }
}

function createListLog(): Log & { warnings: string[] } {
  const warnings: string[] = [];
  return { warnings, info: () => {}, warn: (line) => void warnings.push(line) };
}

export function createFakeClock(): Clock & { advance(ms: number): void } {
  let now = 1_800_000_000_000;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    after(delayMs, run) {
      const timer = { at: now + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
