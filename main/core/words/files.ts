import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';

type Text = Pick<Failure, 'message' | 'nextStep'>;

const inAMoment = 'Try again in a moment.';

/** Sentences about files that the API names an address of. The address is never part of a sentence, because it carries a key. */
export const fileWords = sentences({
  refusedAddress: (): Text => ({
    message: 'DigitalOcean named an address that Buoy does not open: it is not encrypted, or leads to this machine.',
    nextStep: 'Look at it in the control panel.',
  }),
  otherHost: (host: string) =>
    `The file is at ${host}, which is none of the hosts that Buoy knows of DigitalOcean. It gets no token.`,
  notAllowed: (host: string): Text => ({
    message: `The file is at ${host}, which is none of the hosts that Buoy knows of DigitalOcean. Nothing was asked there.`,
    nextStep: 'Read its address under “All operations”, and fetch it with another program.',
  }),
  notSentTo: (host: string): Text => ({
    message: `It would have to go to ${host}, which is none of the hosts that Buoy knows of DigitalOcean. It was not sent.`,
    nextStep: 'Add it in the control panel.',
  }),
  noAddress: {
    message: 'DigitalOcean named no address to which it can be sent.',
    nextStep: inAMoment,
  },
  unreadable: { message: 'The file did not arrive whole from the page.', nextStep: 'Choose it again.' },
  notTaken: (host: string, status: number): Text => ({
    message: `${host} does not take the file: it answered with ${status}.`,
    nextStep: 'Try again: Buoy then asks for a new address.',
  }),
  redirected: (host: string): Text => ({
    message: `${host} sent Buoy to another address, which it did not follow.`,
    nextStep: 'Look at it in the control panel.',
  }),
  expired: (host: string, status: number): Text => ({
    message: `${host} does not give out the file: it answered with ${status}.`,
    nextStep: 'Try again: Buoy then asks for a new address.',
  }),
  answered: (host: string, status: number): Text => ({ message: `${host} answered with ${status}.`, nextStep: inAMoment }),
  tooLarge: (megabytes: number): Text => ({
    message: `The file has more than ${megabytes} MB, which is more than Buoy takes.`,
    nextStep: 'Copy its address, and fetch it with another program.',
  }),
  untrusted: (host: string): Text => ({
    message: `${host} could not prove who it is: its certificate is not trusted here.`,
    nextStep: 'A proxy or virus scanner may be in between. Nothing was read.',
  }),
  silent: (host: string): Text => ({ message: `${host} does not answer.`, nextStep: inAMoment }),
  broke: (host: string): Text => ({
    message: `The connection to ${host} could not be made, or broke.`,
    nextStep: 'Check your network, then try again.',
  }),
} as const);
