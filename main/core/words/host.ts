import type { Failure } from '../../../preload/contract/failure.ts';

/** Sentences of a host's own: its dialogs, its menu on macOS, and why it refused something. */
export const hostWords = {
  cancelLabel: 'Cancel',
  closeLabel: 'Close',
  rememberLabel: 'Do not ask again',
  goesHead: 'Goes for good:',
  staysHead: 'Stays behind:',
  staysAt: (text: string, price: string) => `${text}, ${price} a month`,
  saveTitle: 'Save the answer',

  untrustedCaller: (call: string): Failure => ({
    kind: 'refused',
    message: `${call} was asked for by something that is not Buoy's own page.`,
  }),
  badArguments: (call: string, field: string): Failure => ({
    kind: 'invalid-arguments',
    message: `${call} was asked for with values that do not fit${field === '' ? '' : ` at ${field}`}.`,
    ...(field === '' ? {} : { field }),
  }),
  defect: (call: string): Failure => ({
    kind: 'internal',
    message: `Buoy failed while it answered ${call}.`,
    nextStep: 'Try again; if it stays, report it with the log.',
  }),
  linkRefused: (host: string): Failure => ({
    kind: 'refused',
    message: `Buoy does not open ${host}.`,
    nextStep: 'Only pages of DigitalOcean and of Buoy open from here.',
  }),
  linkNotOpened: (host: string): Failure => ({
    kind: 'not-supported',
    message: `Nothing on this machine opened ${host}.`,
    nextStep: 'Check which browser is your default one.',
  }),
  downloadGone: (): Failure => ({
    kind: 'not-found',
    message: 'This answer is no longer kept.',
    nextStep: 'Send the request again.',
  }),
  notSaved: (path: string): Failure => ({
    kind: 'storage',
    message: `${path} could not be written.`,
    nextStep: 'Choose another folder.',
  }),
  notAnAddress: (text: string): Failure => ({
    kind: 'invalid-arguments',
    message: `${text} is not an IP address.`,
    field: 'address',
  }),
  notAUser: (user: string): Failure => ({
    kind: 'invalid-arguments',
    message: `${user} is not a user name that SSH takes.`,
    nextStep: 'Change the SSH user in Settings.',
    field: 'ssh.user',
  }),
  noTerminal: (): Failure => ({
    kind: 'not-supported',
    message: 'Buoy found no terminal on this machine.',
    nextStep: 'Copy the address and use ssh yourself.',
  }),
  terminalNotOpened: (name: string): Failure => ({
    kind: 'not-supported',
    message: `${name} did not start.`,
    nextStep: 'Copy the address and use ssh yourself.',
  }),
  clipboardRefused: (): Failure => ({
    kind: 'not-supported',
    message: 'The clipboard took nothing.',
    nextStep: 'Select the text and copy it yourself.',
  }),

  startFailed: 'Buoy could not start',
  checkForUpdates: 'Check for updates…',
  isNewest: (version: string) => `Buoy ${version} is the newest version.`,
  updateFound: (version: string) => `Buoy ${version} is available.`,
  downloadUpdate: 'Download',
  updateReady: (version: string) => `Buoy ${version} is ready.`,
  updateEffect: 'Buoy closes, installs it and opens again. Nothing that runs at DigitalOcean is touched.',
  installUpdate: 'Install and open again',
  updateFailed: 'Buoy could not look for a newer version.',
  updateFailedNext: 'Look at the releases page, or try again later.',
};
