import type { Mutation } from '../mutation.ts';

const popover = 'main/electron/windows/popover.ts';
const dock = 'main/electron/windows/dock.ts';

/** The popover's place, and the Dock of macOS. */
export const popoverAndDockRows: readonly Mutation[] = [
  {
    id: 'popover-outside',
    rule: 'the popover is partly outside of the work area',
    file: 'main/electron/windows/popover-position.ts',
    pattern: 'Math.max(low, Math.min(value, high))',
    replacement: 'low > high ? low : value',
  },
  {
    id: 'popover-spaces',
    rule: 'the popover is not on the Space of a program in full screen (macOS)',
    file: popover,
    pattern: "if (host.platform === 'darwin') showOnEverySpace(window);",
    replacement: 'void showOnEverySpace;',
  },
  {
    id: 'popover-transform',
    rule: 'showing the popover on every Space makes the Dock icon come and go (macOS)',
    file: popover,
    pattern: ', skipTransformProcessType: true',
    replacement: '',
  },
  {
    id: 'popover-panel',
    rule: 'a window is a panel, which only macOS has',
    file: popover,
    pattern: "...(host.platform === 'darwin' ? { type: 'panel' } : {}),",
    replacement: "type: 'panel',",
  },
  {
    id: 'dock-unguarded',
    rule: 'app.dock is used where there is no Dock',
    file: dock,
    pattern: /app\.dock\?\.hide\(\);\n/,
    replacement: 'app.dock!.hide();\n',
  },
  {
    id: 'dock-again',
    rule: 'dock.show() is called although it is shown, which takes the focus',
    file: dock,
    pattern: 'if (app.dock?.isVisible() === false) app.dock.show()',
    replacement: 'if (app.dock) app.dock.show()',
  },
  {
    id: 'dock-hide-soon',
    rule: 'dock.hide() within a second of show(), which macOS ignores, is not said again',
    file: dock,
    pattern: /if \(app\.dock\?\.isVisible\(\)\) cancel = .*\n/,
    replacement: 'void [clock, settledAfterMs];\n',
  },
];
