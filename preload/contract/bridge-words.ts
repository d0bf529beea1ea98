import type { Failure } from './failure.ts';

/** Why a call got no answer from the host. These are the only sentences that the preloads say themselves. */
export const bridgeWords = {
  badArguments: (call: string, field: string): Failure => ({
    kind: 'invalid-arguments',
    message: `Buoy refused ${call}, because its values do not fit${field === '' ? '' : ` at ${field}`}.`,
    ...(field === '' ? {} : { field }),
  }),
  badAnswer: (call: string): Failure => ({
    kind: 'internal',
    message: `Buoy's answer to ${call} could not be read.`,
    nextStep: 'Open Buoy again; if it happens again, report it with the log.',
  }),
  hostGone: (): Failure => ({
    kind: 'network',
    message: 'Buoy does not answer.',
    nextStep: 'If you closed it, start it again: this page reconnects by itself.',
  }),
  clipboardRefused: (): Failure => ({
    kind: 'not-supported',
    message: 'The browser did not allow Buoy to copy.',
    nextStep: 'Select the text and copy it yourself.',
  }),
};
