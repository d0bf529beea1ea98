import { app, nativeTheme } from 'electron';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { Buoy } from '../../core/buoy.ts';
import type { Log } from '../../core/ports.ts';
import { hostWords } from '../../core/words/host.ts';
import type { LoginItem } from './login-item.ts';

export interface SettingsEffects {
  buoy: Pick<Buoy, 'settings' | 'subscribeSettings'> & { calls: Pick<Buoy['calls'], 'runCommand'> };
  loginItem: LoginItem;
  log: Log;
  /** Shows one sentence as a notification. */
  tell(message: string): void;
}

/** Applies the settings that the system itself holds: the theme and the start at login. Call after ready. */
export function applySettings({ buoy, loginItem, log, tell }: SettingsEffects): void {
  const applyTheme = ({ appearance }: Settings) => {
    if (nativeTheme.themeSource !== appearance) nativeTheme.themeSource = appearance;
  };
  const isOn = () => loginItem.read() === 'on';

  /** The system has the last word on the start at login: the person may have switched it off there. */
  function adoptLoginState(): void {
    if (!loginItem.isSupported || buoy.settings().startAtLogin === isOn()) return;
    void buoy.calls.runCommand({ command: { kind: 'update-settings', patch: { startAtLogin: isOn() } } });
  }

  async function applyLogin({ startAtLogin }: Settings): Promise<void> {
    // Only a change is applied, because on Windows applying also undoes what the person did in the Task Manager.
    if (!loginItem.isSupported || startAtLogin === isOn()) return;
    try {
      await loginItem.apply(startAtLogin);
      if (loginItem.read() === 'needs-approval') tell(hostWords.loginNeedsApproval);
    } catch {
      log.warn(hostWords.loginNotChanged);
      tell(hostWords.loginNotChanged);
    }
    adoptLoginState();
  }

  applyTheme(buoy.settings());
  adoptLoginState();
  let { startAtLogin } = buoy.settings();
  buoy.subscribeSettings((settings) => {
    applyTheme(settings);
    if (settings.startAtLogin === startAtLogin) return;
    startAtLogin = settings.startAtLogin;
    void applyLogin(settings);
  });
  app.on('browser-window-focus', adoptLoginState);
}
