import { Menu, type MenuItemConstructorOptions, nativeTheme, type Rectangle, Tray } from 'electron';
import type { TrayView } from '../../../preload/contract/view.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { createMenuRefresh } from './menu-refresh.ts';
import { isTrayDark, loadTrayIcon } from './tray-icon.ts';

export interface TrayOptions {
  platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`, or '' without one. */
  desktop: string;
  iconFolder: string;
  log: Log;
  clock: Clock;
  /** Makes the menu of a view. */
  template(view: TrayView): MenuItemConstructorOptions[];
  /** Called on a left click with the place of the icon; `null` on Linux, which does not say. */
  onClick(icon: Rectangle | null): void;
}

/** Longest tooltip that Windows shows, in characters. */
const longestTooltip = 127;

/** Linux shows a menu only if it is set. On macOS a menu that is set would take the left click. */
const hasMenuOnly = (platform: NodeJS.Platform) => platform === 'linux';

/**
 * The one tray icon; on Linux a second one would lose its menu. The caller must keep the result, because Electron may collect
 * a tray that nothing refers to. `draw` changes only what differs, because a new menu closes an open one.
 */
export function createTray(options: TrayOptions, first: TrayView): { draw(view: TrayView): void; destroy(): void } {
  const { platform, log, clock } = options;
  let shown = first;
  const icon = (view: TrayView) =>
    loadTrayIcon(
      options.iconFolder,
      view.face,
      { platform, isDark: isTrayDark(platform, options.desktop, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI) },
      log,
    );
  const menu = (view: TrayView) => Menu.buildFromTemplate(options.template(view));
  const tray = new Tray(icon(first));

  function describe(view: TrayView): void {
    tray.setToolTip(tooltip(view));
    if (platform === 'darwin') tray.setTitle(view.badge);
  }

  // On macOS the second of two quick clicks would be a double click, which nobody listens to.
  if (platform === 'darwin') tray.setIgnoreDoubleClickEvents(true);
  describe(first);
  const refresh = hasMenuOnly(platform) ? createMenuRefresh(clock, first, (view) => tray.setContextMenu(menu(view))) : null;
  if (refresh !== null) {
    tray.setContextMenu(menu(first));
    // KDE and others open the menu by the right button only.
    tray.on('click', () => options.onClick(null));
  } else {
    tray.on('click', (_event, bounds) => options.onClick(bounds));
    tray.on('right-click', () => tray.popUpContextMenu(menu(shown)));
  }
  const repaint = () => tray.setImage(icon(shown));
  nativeTheme.on('updated', repaint);

  return {
    draw(view) {
      const before = shown;
      shown = view;
      if (view.face !== before.face) repaint();
      describe(view);
      refresh?.follow(view);
    },
    destroy() {
      refresh?.stop();
      nativeTheme.off('updated', repaint);
      if (!tray.isDestroyed()) tray.destroy();
    },
  };
}

export function tooltip(view: Pick<TrayView, 'title' | 'subtitle'>): string {
  return [view.title, view.subtitle]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, longestTooltip);
}
