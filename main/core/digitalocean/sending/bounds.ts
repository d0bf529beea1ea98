import type { ServerKind } from '../catalogue/types.ts';

/** Limits of a single exchange. */
export interface Bounds {
  /** Until the connection is open. */
  connectMs: number;
  /** From sending until the headers arrive. */
  headersMs: number;
  /** From sending until the last byte. An event stream has `streamSilenceMs` instead. */
  answerMs: number;
  /** Largest body that is read. */
  bodyBytes: number;
}

const apiBounds: Bounds = { connectMs: 5_000, headersMs: 15_000, answerMs: 30_000, bodyBytes: 32 * 1024 * 1024 };

/** Models may think for minutes and uploads depend on the line. These limits are so wide that the call's deadline decides. */
const patientBounds: Bounds = { ...apiBounds, headersMs: 600_000, answerMs: 600_000 };

/** Presigned uploads, inference and agent servers get the wide limits. */
export const boundsOf = (server: ServerKind): Bounds => (server === 'api' ? apiBounds : patientBounds);

/** An event stream that sends nothing for this long counts as dead. */
export const streamSilenceMs = 120_000;

/** Time for a whole call with its waiting and repeats, unless the caller gives another. */
export const defaultDeadlineMs = { command: 120_000, many: 120_000, poll: 60_000 } as const;
