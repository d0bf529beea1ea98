import type { ServerKind } from '../catalogue/types.ts';

/** What a single answer may take. */
export interface Bounds {
  connectMs: number;
  /** From sending until the headers. */
  headersMs: number;
  /** From sending until the last byte; for an event stream, between two chunks. */
  answerMs: number;
  bodyBytes: number;
}

const apiBounds: Bounds = { connectMs: 5_000, headersMs: 15_000, answerMs: 30_000, bodyBytes: 32 * 1024 * 1024 };

/** Models think before they answer: only the call's own deadline ends that. Files go up as slowly as the line is. */
const patientBounds: Bounds = { ...apiBounds, headersMs: 600_000, answerMs: 600_000 };

export const boundsOf = (server: ServerKind): Bounds => (server === 'api' ? apiBounds : patientBounds);

/** An event stream that says nothing for so long is taken for dead. */
export const streamSilenceMs = 120_000;

/** How long a call may take with all waiting and repeats, where the caller says nothing. */
export const defaultDeadlineMs = { command: 120_000, poll: 60_000 } as const;
