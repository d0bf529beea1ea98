import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';

/** Sentences of the hosts: their dialogs, the menu above the window, and why they refused something. */
export const hostWords = sentences({
  // The dialog that asks before something that can do harm.
  cancelLabel: 'Cancel',
  closeLabel: 'Close',
  rememberLabel: 'Do not ask again',
  goesHead: 'Deleted for good:',
  staysHead: 'Stays behind:',
  staysAt: (text: string, price: string) => `${text}, ${price} a month`,
  saveTitle: 'Save the answer',

  // Another Buoy uses the same folder.
  runsAlready: 'Buoy is running already',
  /** `owner` null: it did not answer. */
  runsAlreadyDetail: (owner: { pid: number; address: string | null } | null, folder: string) => {
    if (owner === null) return `It uses ${folder}, and does not answer. End it first, or set BUOY_HOME to another folder.`;
    const { pid, address } = owner;
    if (address === null) return `It is process ${pid} and shows its window now. It uses ${folder}, which only one can use.`;
    return `It is process ${pid}, in your browser at ${address}. It uses ${folder}, which only one can use.`;
  },

  // Buoy quits, and a disk is full or read-only.
  notAllWritten: 'Buoy could not save everything before it quit',
  notAllWrittenDetail: (failures: readonly Failure[]) =>
    [...failures.map(({ message }) => message), 'What changed there since it was last saved is lost.'].join('\n'),

  // A button of a notice was pressed that does nothing any more.
  noticeOver: 'What that notice said is over, so its button did nothing.',
  noticeGone: 'That notice is from before Buoy last started. What can be done now is in the list.',

  // Why a call from the page was not answered.
  untrustedCaller: (call: string): Failure => ({
    kind: 'refused',
    message: `Buoy refused ${call}, because the call did not come from its own page.`,
  }),
  /** `field` is the path to the first value that does not fit, or empty for the arguments as a whole. */
  badArguments: (call: string, field: string): Failure => ({
    kind: 'invalid-arguments',
    message: `Buoy refused ${call}, because its values do not fit${field === '' ? '' : ` at ${field}`}.`,
    ...(field === '' ? {} : { field }),
  }),
  defect: (call: string): Failure => ({
    kind: 'internal',
    message: `Buoy failed while it answered ${call}.`,
    nextStep: 'Try again; if it happens again, report it with the log.',
  }),
  linkRefused: (host: string): Failure => ({
    kind: 'refused',
    message: `Buoy does not open ${host}.`,
    nextStep: 'Only pages of DigitalOcean and of Buoy open from here.',
  }),
  linkNotOpened: (host: string): Failure => ({
    kind: 'not-supported',
    message: `No program on this machine opened ${host}.`,
    nextStep: 'Check your default browser.',
  }),
  downloadGone: (): Failure => ({
    kind: 'not-found',
    message: 'Buoy no longer has this answer.',
    nextStep: 'Send the request again.',
  }),
  notSaved: (path: string): Failure => ({
    kind: 'storage',
    message: `${path} could not be written.`,
    nextStep: 'Choose another folder.',
  }),
  // Why a terminal or the clipboard could not be used.
  notAnAddress: (text: string): Failure => ({
    kind: 'invalid-arguments',
    message: `${text} is not an IP address.`,
    field: 'address',
  }),
  notAUser: (user: string): Failure => ({
    kind: 'invalid-arguments',
    message: `SSH does not accept ${user} as a user name.`,
    nextStep: 'Change the SSH user in Settings.',
    field: 'ssh.user',
  }),
  noTerminal: (): Failure => ({
    kind: 'not-supported',
    message: 'Buoy found no terminal with ssh on this machine.',
    nextStep: 'Copy the address and use ssh yourself.',
  }),
  terminalNotOpened: (name: string): Failure => ({
    kind: 'not-supported',
    message: `${name} did not start.`,
    nextStep: 'Copy the address and use ssh yourself.',
  }),
  clipboardRefused: (): Failure => ({
    kind: 'not-supported',
    message: 'It could not be copied.',
    nextStep: 'Select the text and copy it yourself.',
  }),

  // The start at login, where the system has the last word.
  loginNeedsApproval: 'macOS wants you to allow the start at login: System Settings, General, Login Items.',
  loginNotChanged: 'The start at login could not be changed.',

  // The menu above the window.
  fileMenu: 'File',
  viewMenu: 'View',
  helpMenu: 'Help',
  showLog: 'Show log',
  licences: 'Licences',
  licencesOfElectron: (folder: string) =>
    `Electron and Chromium: LICENSE.electron.txt and LICENSES.chromium.html in ${folder}, or https://www.electronjs.org.`,
  licencesNotOpened: (): Failure => ({
    kind: 'not-supported',
    message: 'The licences could not be opened.',
    nextStep: 'They are in the folder of the program, and in the source.',
  }),

  // Closing the window on a desktop that shows no tray icon.
  closeWithoutTray: 'Quit Buoy?',
  closeWithoutTrayDetail:
    'No tray was found on this desktop, so nothing of Buoy would be seen. Kept running, it still sends notices, and starting it again opens this window. Buoy keeps your answer; Settings can change it.',
  quitLabel: 'Quit',
  stayLabel: 'Keep running',
  quitWithDraft: 'Quit Buoy?',
  quitWithDraftDetail: 'What you typed and did not send is lost then.',

  // The page hangs.
  pageHangs: 'This window does not answer',
  pageHangsDetail: 'You can wait, or load it again. What you typed and did not send is lost then.',
  reloadPage: 'Load again',
  waitForPage: 'Wait',

  startFailed: 'Buoy could not start',
  isUnsandboxed: 'This system refuses the sandbox (--no-sandbox), so pages run without it. SECURITY.md says what holds then.',

  // Looking for a newer version, which Buoy does only when it is asked to.
  checkForUpdates: 'Check for updates…',
  isNewest: (version: string) => `Buoy ${version} is the newest version.`,
  updateFound: (version: string) => `Buoy ${version} is available.`,
  downloadUpdate: 'Download',
  updateReady: (version: string) => `Buoy ${version} is ready.`,
  updateEffect: 'Buoy closes, installs it and opens again. Nothing that runs at DigitalOcean is touched.',
  installUpdate: 'Install and open again',
  isDownloading: (version: string, percent: number) => `Buoy ${version} is being downloaded: ${percent} % is here.`,
  downloadFailed: 'The newer version could not be downloaded.',
  installFailed: 'The newer version could not be installed.',
  installFailedNext: 'Buoy goes on as it is. Try again, or install it from the releases page.',
  updateFailed: 'Buoy could not look for a newer version.',
  updateFailedNext: 'Look at the releases page, or try again later.',
});
