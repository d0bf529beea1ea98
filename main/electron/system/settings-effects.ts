import { nativeTheme } from 'electron';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { Buoy } from '../../core/buoy.ts';
import type { Log } from '../../core/ports.ts';
import type { LoginItem } from './login-item.ts';

/** Applies the settings that the system itself holds: the theme and the start at login. */
export function applySettings(buoy: Pick<Buoy, 'settings' | 'subscribeSettings'>, loginItem: LoginItem, log: Log): void {
  let startsAtLogin: boolean | null = null;

  function apply(settings: Settings): void {
    if (nativeTheme.themeSource !== settings.appearance) nativeTheme.themeSource = settings.appearance;
    if (settings.startAtLogin === startsAtLogin) return;
    startsAtLogin = settings.startAtLogin;
    loginItem.apply(startsAtLogin).catch(() => log.warn('The start at login could not be changed'));
  }

  apply(buoy.settings());
  buoy.subscribeSettings(apply);
}
