import type { Failure } from './failure.ts';

/** Why a call got no answer from the host: the only sentences that the preloads themselves say. */
export const bridgeWords = {
  badArguments: (call: string, field: string): Failure => ({
    kind: 'invalid-arguments',
    message: `${call} was asked for with values that do not fit${field === '' ? '' : ` at ${field}`}.`,
    ...(field === '' ? {} : { field }),
  }),
  badAnswer: (call: string): Failure => ({
    kind: 'internal',
    message: `Buoy's answer to ${call} could not be read.`,
    nextStep: 'Open Buoy again; if it stays, report it with the log.',
  }),
  hostGone: (): Failure => ({
    kind: 'network',
    message: 'Buoy itself does not answer.',
    nextStep: 'If you closed it, start it again: this page reconnects by itself.',
  }),
  clipboardRefused: (): Failure => ({
    kind: 'not-supported',
    message: 'The browser did not let Buoy copy.',
    nextStep: 'Select the text and copy it yourself.',
  }),
};
