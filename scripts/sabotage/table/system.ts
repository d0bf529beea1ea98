import type { Mutation } from '../mutation.ts';

const login = 'main/electron/system/login-item.ts';
const link = 'main/electron/system/open-link.ts';
const dialogs = 'main/electron/windows/dialogs.ts';
const keychain = 'main/electron/system/keychain-utility.ts';
const power = 'main/electron/system/power.ts';

/** The smaller modules, and what surrounds the process. */
export const systemRows: readonly Mutation[] = [
  {
    id: 'path-unknown',
    rule: 'a path is asked for that does not exist',
    file: login,
    pattern: "app.getPath('home')",
    replacement: "app.getPath('config' as 'home')",
  },
  {
    id: 'link-unchecked',
    rule: 'the system opens whatever scheme the page names',
    file: link,
    pattern: 'if (!isAllowedLink(url)) return',
    replacement: "if (url === '' && !isAllowedLink(url)) return",
  },
  {
    id: 'link-refused',
    rule: 'the rejection of openExternal is not heard',
    file: link,
    pattern: 'await shell.openExternal(url);',
    replacement: 'void shell.openExternal(url).catch(() => {});',
  },
  {
    id: 'path-unopened',
    rule: 'openPath resolves with an error text, which counts as success',
    file: 'main/electron/system/licences.ts',
    pattern: "(await shell.openPath(path)) === ''",
    replacement: "(await shell.openPath(path)) !== 'never'",
  },
  {
    id: 'clipboard-promise',
    rule: 'writing to the clipboard is a promise that nobody awaits',
    file: 'main/electron/system/clipboard.ts',
    pattern: 'await clipboard.writeText(text);',
    replacement: 'void clipboard.writeText(text).catch(() => {});',
  },
  {
    id: 'clipboard-sync',
    rule: 'a part of the clipboard is used that is gone since Electron 44',
    file: 'main/electron/system/clipboard.ts',
    pattern: 'await clipboard.writeText(text);',
    replacement: '(clipboard as unknown as { writeHTML(text: string): void }).writeHTML(text);',
  },
  {
    id: 'dialog-cancel',
    rule: 'a dialog names no button for Esc, and Electron guesses from English labels',
    file: dialogs,
    pattern: /\n\s+cancelId: 1,/,
    replacement: '',
  },
  {
    id: 'dialog-default',
    rule: 'Enter does harm',
    file: dialogs,
    pattern: 'defaultId: isCancelFirst ? 1 : 0',
    replacement: 'defaultId: isCancelFirst ? 0 : 1',
  },
  {
    id: 'dialog-cancelled-save',
    rule: 'a cancelled save, whose path is empty, writes a file',
    file: 'main/electron/system/downloads.ts',
    pattern: "if (chosen.canceled || chosen.filePath === '')",
    replacement: "if (chosen.filePath === '/')",
  },
  {
    id: 'dialog-signal',
    rule: 'a dialog that can be taken away has no parent, which macOS needs',
    file: dialogs,
    pattern: 'await ask(parent, options, hostWords.reloadPage',
    replacement: 'await ask(null, options, hostWords.reloadPage',
  },
  {
    id: 'power-sleep',
    rule: 'sleep of the machine is not heard',
    file: power,
    pattern: "powerMonitor.on('suspend'",
    replacement: "powerMonitor.on('lock-screen'",
  },
  {
    id: 'power-battery',
    rule: 'the battery is believed to be told by events, which some systems do not send',
    file: power,
    pattern: 'isOnBattery: powerMonitor.onBatteryPower, ...part',
    replacement: '...part',
  },
  {
    id: 'keychain-fork',
    rule: 'the program forks itself as Node, which the fuses forbid',
    file: keychain,
    pattern: "import { utilityProcess } from 'electron';",
    replacement: `import { fork } from 'node:child_process';

const utilityProcess = {
  fork(path: string, args: string[], _options: object) {
    const child = fork(path, args, { serialization: 'advanced' });
    return Object.assign(child, { postMessage: (message: object) => void child.send(message) });
  },
};`,
    suites: ['product'],
  },
  {
    id: 'keychain-spawn',
    rule: 'the program starts its own executable as Node, which is a second Buoy',
    file: keychain,
    pattern: "import { utilityProcess } from 'electron';",
    replacement: `import { spawn } from 'node:child_process';

const utilityProcess = {
  fork(path: string, args: string[], _options: object) {
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    return Object.assign(child, { postMessage: (message: object) => void child.send(message) });
  },
};`,
    suites: ['product'],
  },
  {
    id: 'keychain-relative',
    rule: 'the path of a utility process is relative',
    file: keychain,
    pattern: 'keychainWorkerPath(), []',
    replacement: "keychainWorkerPath().split('/').slice(-1).join(), []",
  },
  {
    id: 'keychain-unsigned',
    rule: 'an option of macOS is given elsewhere',
    file: keychain,
    pattern: "...(platform === 'darwin' ? { allowLoadingUnsignedLibraries: true } : {}),",
    replacement: "allowLoadingUnsignedLibraries: platform !== 'darwin',",
  },
  {
    id: 'keychain-message',
    rule: 'a message to a utility process is read as in Node, where it is no event',
    file: 'main/host/keychain-worker.ts',
    pattern: "('message', ({ data }) => void answer(data)",
    replacement: "('message', (data) => void answer(data as never)",
  },
  {
    id: 'bundle-written',
    rule: 'the program writes into its bundle, which is read-only',
    file: 'main/electron/index.ts',
    pattern: "join(folder, 'buoy.log')",
    replacement: "join(import.meta.dirname, 'buoy.log')",
    suites: ['product'],
  },
  {
    id: 'log-secret',
    rule: 'a secret is written to the log',
    file: 'main/host/scrub.ts',
    pattern: 'secrets.reduce(',
    replacement: 'secrets.slice(0, 0).reduce(',
    suites: ['units'],
  },
  {
    id: 'launch-signal',
    rule: 'a start without a display ends by a signal, which is taken for a plain end',
    file: 'scripts/launch/run-host.ts',
    pattern: '(signal !== null || code !== 0)',
    replacement: 'code === 1',
    suites: ['units'],
  },
  {
    id: 'terminal-title',
    rule: '`start` takes its first quoted word as the title, so without one it runs nothing (Windows)',
    file: 'main/electron/system/terminal.ts',
    pattern: /start "(\S+)" /,
    replacement: 'start $1 ',
  },
];
