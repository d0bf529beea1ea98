import type { Dock } from 'electron';
import { strictModule } from '../strict.ts';
import { world } from '../world.ts';

/** What was asked of the Dock, in order. */
export const dockLog: string[] = [];

/** Within this time after `show`, `hide` is ignored (browser_mac.mm). */
const dockSettlesMs = 1000;
let isDockShown = world.profile.platform === 'darwin' && !world.profile.isAgent;
let dockShownAtMs = Number.NEGATIVE_INFINITY;

/** Showing it takes the focus even when it is shown already, so a needless `show` is in the log too. */
export const dock = strictModule('dock', {
  async show(): Promise<void> {
    dockLog.push('show');
    isDockShown = true;
    dockShownAtMs = world.profile.now();
  },
  hide(): void {
    if (world.profile.now() - dockShownAtMs < dockSettlesMs) return;
    if (isDockShown) dockLog.push('hide');
    isDockShown = false;
  },
  isVisible: () => isDockShown,
} satisfies Pick<Dock, 'show' | 'hide' | 'isVisible'>);
