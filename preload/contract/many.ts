import { z } from 'zod';
import { preparedSchema } from './failure-schema.ts';
import { jobFormSchema, jobOfferSchema, jobThingSchema } from './job.ts';
import { manyThingsAtMost } from './many-limit.ts';

/*
 * A job over a selection: the same job on several things of a family, asked once, and run in the core. A run goes on while no
 * page is open; the `runs` table shows it.
 */

const oneOfManySchema = jobThingSchema.extend({ id: jobThingSchema.shape.id.min(1) });
export const manyThingsSchema = z.array(oneOfManySchema).min(1).max(manyThingsAtMost);

/** A job as a button of the selection bar, for the things that are selected. */
export const manyOfferSchema = jobOfferSchema.extend({
  /** To how many of the things it can be done. */
  count: z.number(),
  /** The button under which it stands with others of its kind; `null`: it has its own. */
  group: z.enum(['power']).nullable(),
});
export type ManyOffer = z.infer<typeof manyOfferSchema>;

/** What is asked before a job runs on several things: the form of the job, and which things it is about. */
export const manyFormSchema = jobFormSchema.extend({
  /** Names of all things that it is done to. */
  names: z.array(z.string()),
  /** Things that were selected and to which it cannot be done, with the reason. */
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type ManyForm = z.infer<typeof manyFormSchema>;

/**
 * How far a run is with one thing. `refused`: it was not done; `unknown`: it was sent and nobody knows whether it was done;
 * `stopped`: it was not begun, because the run was stopped or nothing could be sent any more.
 */
export const runItemStates = ['waiting', 'running', 'done', 'refused', 'unknown', 'stopped'] as const;

export const runItemSchema = z.object({
  /** Unique in its run. */
  key: z.string(),
  name: z.string(),
  connectionId: z.string(),
  state: z.enum(runItemStates),
  /** What was done, or why not; `null`: there is nothing to say. */
  text: z.string().nullable(),
});
export type RunItem = z.infer<typeof runItemSchema>;

/** A job that runs, or ran, on several things. */
export const runRowSchema = z.object({
  key: z.string(),
  /** "Delete 6 volumes". */
  title: z.string(),
  /** "4 of 6", and once it has ended the result as a sentence. */
  message: z.string(),
  status: z.enum(['running', 'ended']),
  /** What is worth a look at its end: nothing, something that was not done, or something that nobody knows. */
  outcome: z.enum(['fine', 'partly', 'unsure']),
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  items: z.array(runItemSchema),
  /** Things with which it is over, one way or the other. */
  over: z.number(),
  /** Things that can be tried again. */
  rest: z.number(),
  /** DigitalOcean's limits hold it until then, Unix milliseconds; `null`: nothing does. */
  heldUntilMs: z.number().nullable(),
  /** Rows of the `actions` table that stand for it, one for each team. */
  rowKeys: z.array(z.string()),
  /** Rows of the `actions` table that show what it started. */
  actionKeys: z.array(z.string()),
  /** The person put it away. */
  isPutAway: z.boolean(),
  /** Makes again what it took away, as another run. */
  again: preparedSchema.exactOptional(),
});
export type RunRow = z.infer<typeof runRowSchema>;

/**
 * `retry`: what was refused and what was not begun, and nothing else. `stop`: nothing more is begun. `put-away`: it is read.
 */
export const runChanges = ['retry', 'stop', 'put-away'] as const;
export const runChangeSchema = z.enum(runChanges);
export type RunChange = z.infer<typeof runChangeSchema>;
