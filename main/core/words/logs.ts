import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';

type Text = Pick<Failure, 'message' | 'nextStep'>;

const inAMoment = 'Try again in a moment.';
const behind = (proxy: string | null): string => (proxy === null ? '' : ` through the proxy ${proxy}`);

/** Sentences about logs. `host` keeps a log; an address is never part of a sentence, because it carries a token. */
export const logWords = sentences({
  interrupted: 'The connection was interrupted. Lines may be missing here.',
  onlyEnd: 'It is longer: only its end is here.',
  onlyBeginning: 'It is longer: Buoy stopped reading here.',
  notOpen: { message: 'This log is no longer open.', nextStep: 'Open it again.' } satisfies Text,
  notRunning: (): Text => ({
    message: 'No deployment of this app is live.',
    nextStep: 'Its build log says how far the newest one came.',
  }),
  noDeployment: (): Text => ({ message: 'This app was never deployed.', nextStep: 'Deploy it first.' }),
  unreadableAnswer: (): Text => ({
    message: 'DigitalOcean did not say where this log is.',
    nextStep: inAMoment,
  }),
  refusedAddress: (): Text => ({
    message: 'DigitalOcean named an address for this log that Buoy does not open: it is not encrypted, or leads to this machine.',
    nextStep: 'Look at the log in the control panel.',
  }),
  redirected: (host: string): Text => ({
    message: `${host} sent Buoy to another address, which it did not follow.`,
    nextStep: 'Look at the log in the control panel.',
  }),
  expired: (host: string, status: number): Text => ({
    message: `The address of this log no longer works: ${host} answered with ${status}.`,
    nextStep: 'Try again: Buoy then asks for a new one. Old logs are not kept for ever.',
  }),
  answered: (host: string, status: number): Text => ({
    message: `${host}, which keeps this log, answered with ${status}.`,
    nextStep: inAMoment,
  }),
  compressed: (host: string): Text => ({
    message: `${host} sent the log in a form that Buoy cannot read.`,
    nextStep: 'Look at the log in the control panel.',
  }),
  unreachable: (host: string, proxy: string | null): Text => ({
    message: `${host}, which keeps this log, could not be reached${behind(proxy)}.`,
    nextStep: 'Check your network, then try again.',
  }),
  proxyRefused: (host: string, proxy: string): Text => ({
    message: `The proxy ${proxy} refused to connect to ${host}, which keeps this log.`,
    nextStep: 'Ask whoever runs the proxy, or choose another one in Settings.',
  }),
  untrusted: (host: string, proxy: string | null): Text => ({
    message: `${host}, which keeps this log, could not prove who it is${behind(proxy)}: its certificate is not trusted here.`,
    nextStep: 'A proxy or virus scanner may be in between. Nothing was read.',
  }),
  silent: (host: string): Text => ({
    message: `${host}, which keeps this log, does not answer.`,
    nextStep: inAMoment,
  }),
  broke: (host: string): Text => ({ message: `The connection to ${host} broke.`, nextStep: inAMoment }),
});
