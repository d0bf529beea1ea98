import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { byteCount } from './numbers.ts';

/** What the web host says on its command line, and to pages that it refuses. */
export const webWords = sentences({
  usage: [
    'Buoy in the browser',
    '',
    '  --demo           open the demo account',
    '  --port N         listen on 127.0.0.1:N (default: any free port)',
    '  --no-open        do not open the browser',
    '  --no-keychain    keep tokens in memory, for this run only',
    '  --base-url URL   send every API request there instead of to DigitalOcean',
    '  --verbose        repeat the log on the terminal',
    '  --help           print this',
  ].join('\n'),
  unknownOption: (option: string) => `${option} is not an option of Buoy. --help lists them.`,
  badPort: (value: string) => `--port needs a number from 1 to 65535, not ${value === '' ? 'nothing' : value}.`,
  badBaseUrl: (value: string) =>
    `--base-url needs an https address, or an http one on this machine, not ${value === '' ? 'nothing' : value}.`,
  ready: (url: string) => `Buoy is ready: ${url}`,
  portTaken: (port: number) => `Port ${port} is taken. Choose another with --port, or leave it out.`,
  notBuilt: (path: string) => `${path} is missing. Build Buoy first: npm run build.`,
  notStarted: (why: string) => `Buoy could not start: ${why}`,
  startPageTitle: 'Opening Buoy',
  startPageLink: 'Open Buoy',
  browserNotOpened: 'No browser could be opened. Open the address above yourself.',

  // Why a request was refused: the page's address, another site, or no session.
  wrongHost: (): Failure => ({
    kind: 'refused',
    message: 'This address is not the one that Buoy listens on.',
    nextStep: 'Open the address that Buoy printed when it started.',
  }),
  wrongOrigin: (): Failure => ({ kind: 'refused', message: "Another site asked for this, not Buoy's own page." }),
  noSession: (): Failure => ({
    kind: 'refused',
    message: 'This page was not opened through the address that Buoy printed.',
    nextStep: 'Open that address. It works once, in one browser; start Buoy again for a new one.',
  }),
  usedKey: (): Failure => ({
    kind: 'refused',
    message: 'This address was opened before, and it works only once.',
    nextStep: 'Go on in the browser where it was opened, or start Buoy again for a new one.',
  }),
  unknownCall: (): Failure => ({ kind: 'refused', message: 'Buoy has no such call.' }),
  notJson: (): Failure => ({ kind: 'invalid-arguments', message: 'The values of this call are not JSON.' }),
  tooLarge: (limitBytes: number): Failure => ({
    kind: 'too-large',
    message: `This is larger than the ${byteCount(limitBytes)} that the page may send at once.`,
  }),
  tooManyPages: (): Failure => ({
    kind: 'busy',
    message: 'Buoy is open in too many tabs.',
    nextStep: 'Close some of them.',
  }),
  noTerminal: (): Failure => ({
    kind: 'not-supported',
    message: 'Buoy cannot open a terminal from the browser.',
    nextStep: 'Copy the address and use ssh yourself.',
  }),
  pageCopies: (): Failure => ({ kind: 'not-supported', message: 'In the browser, the page copies by itself.' }),
});
