import type { Mutation } from '../mutation.ts';

const notices = 'main/electron/system/notifications.ts';
const login = 'main/electron/system/login-item.ts';
const effects = 'main/electron/system/settings-effects.ts';

/** Notifications and login items. */
export const noticeAndLoginRows: readonly Mutation[] = [
  {
    id: 'notice-collected',
    rule: 'nothing refers to a notification, so its click is lost',
    file: notices,
    pattern: 'keepNewest(held, notification, heldAtMost);',
    replacement: 'void heldAtMost;',
  },
  {
    id: 'notice-unbounded',
    rule: 'notifications are kept for ever, since `close` may never come',
    file: notices,
    pattern: 'keepNewest(held, notification, heldAtMost);',
    replacement: 'keepNewest(held, notification, 100 * heldAtMost);',
  },
  {
    id: 'notice-failed',
    rule: 'nobody hears that a notification was not shown',
    file: notices,
    pattern: /notification\.on\('failed', \(_event, error\) => \{/,
    replacement: 'void ((error: string) => {',
  },
  {
    id: 'notice-activation',
    rule: 'handleActivation is used where only Windows has it',
    file: notices,
    pattern: "if (options.platform === 'win32') hearToasts();",
    replacement: "if (options.platform !== 'darwin') hearToasts();",
  },
  {
    id: 'notice-twice',
    rule: 'one click on a toast counts twice, by its object and by the activation',
    file: notices,
    pattern: 'if (options.clock.now() - clickedAtMs > 2 * sameClickMs) ',
    replacement: '',
  },
  {
    id: 'notice-option',
    rule: 'a notification gets an option that Electron ignores',
    file: notices,
    pattern: 'new Notification(content)',
    replacement: 'new Notification({ ...({ tag: content.title } as object), ...content })',
  },
  {
    id: 'login-again',
    rule: 'a start at login that the person switched off outside is switched on again (Windows)',
    file: effects,
    pattern: 'adoptLoginState();\n  let ',
    replacement: 'void loginItem.apply(buoy.settings().startAtLogin);\n  let ',
  },
  {
    id: 'login-arguments',
    rule: 'the entry is looked for without the arguments that it was made with (Windows)',
    file: login,
    pattern: 'app.getLoginItemSettings(argsOn(options.platform))',
    replacement: 'app.getLoginItemSettings()',
  },
  {
    id: 'login-denied',
    rule: 'an entry that the Task Manager switched off counts as on (Windows)',
    file: login,
    pattern: 'entry.openAtLogin && entry.executableWillLaunchAtLogin',
    replacement: 'entry.openAtLogin',
  },
  {
    id: 'login-approval',
    rule: 'an entry that waits for approval counts as off (macOS)',
    file: login,
    pattern: "if (entry.status === 'requires-approval') return 'needs-approval';",
    replacement: '',
  },
  {
    id: 'login-linux',
    rule: 'Electron is asked for a login item on Linux, where it does nothing',
    file: login,
    pattern: "if (options.platform === 'linux') await",
    replacement: "if (options.platform === 'freebsd') await",
  },
  {
    id: 'login-opened',
    rule: 'a start by the system is not told from one by a person (macOS)',
    file: login,
    pattern: "platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin",
    replacement: "platform === 'darwin' && process.argv.includes('--hidden')",
  },
];
