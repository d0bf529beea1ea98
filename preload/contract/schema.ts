import { z } from 'zod';
import {
  billArgsSchema,
  billSummarySchema,
  billsArgsSchema,
  billsSchema,
  costsArgsSchema,
  costsSchema,
  daysArgsSchema,
  daysSchema,
  idleArgsSchema,
  idleSchema,
  paymentsArgsSchema,
  paymentsSchema,
} from './bills.ts';
import { comingKinds } from './coming-kinds.ts';
import { commandResultSchema, commandSchema, confirmationAnswerSchema, confirmationSchema } from './command.ts';
import { costArgsSchema, costSchema } from './cost.ts';
import { failureSchema } from './failure-schema.ts';
import {
  jobFormSchema,
  jobHintSchema,
  jobOfferSchema,
  jobResultSchema,
  jobTargetSchema,
  jobThingSchema,
  jobValuesSchema,
  jobWeightSchema,
} from './job.ts';
import { type LogBatch, logAppSchema, logSourceSchema } from './log.ts';
import { manyFormSchema, manyOfferSchema, manyThingsSchema, runChangeSchema } from './many.ts';
import { type MetricChart, metricRequestSchema, sparkSchema, sparksAtOnce } from './metrics.ts';
import { noticeSchema } from './notice.ts';
import { routeSchema } from './route.ts';
import type { FullView, ViewPatch } from './view.ts';

/**
 * The one contract between page and host. Both preloads, both hosts and the test doubles derive from this object: names,
 * checks of arguments and results, types. The core answers `core` calls, which mean the same on every host; the host or its
 * preload answers `host` calls.
 */

/** Large trees, which the core makes from parts that were checked. Only the top is checked here, so that they stay cheap. */
const trusted = <T>(isShape: (value: object) => boolean) =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && isShape(value));
const fullView = trusted<FullView>((value) => 'revision' in value && 'tables' in value && 'singles' in value);
const viewPatch = trusted<ViewPatch>((value) => 'revision' in value && 'tables' in value);

const id = z.string().min(1).max(200);
const json = z.unknown();
const texts = z.record(z.string(), z.string());

/** One request of the Operations screen. */
export const apiRequestSchema = z.object({
  /** Chosen by the page. Identifies the request when it is cancelled and in stream events. */
  requestId: id,
  connectionId: id,
  operationId: id,
  path: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  headers: z.record(z.string(), z.string()),
  /** Absent: the request has no body. */
  body: json.optional(),
  /** Bytes in base64, for octet-stream and multipart bodies. */
  file: z.object({ name: z.string(), base64: z.string() }).optional(),
  /** Send it even though the body does not fit the published schema. */
  isSchemaMismatchAllowed: z.boolean(),
  /** Read every page and merge them. */
  isAllPages: z.boolean(),
  /** Send HEAD in place of GET: the answer has headers and no body. Only for operations that are GET. */
  isHeadersOnly: z.boolean().optional(),
  /** Name of a saved credential, for servers that never get the account token. */
  credentialName: z.string().optional(),
  /** For operations on an agent's own server, or a presigned URL. */
  otherBaseUrl: z.string().optional(),
  confirmation: confirmationAnswerSchema.optional(),
});
export type ApiRequest = z.infer<typeof apiRequestSchema>;

export const apiAnswerBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('json'), value: json }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** Kept for ten minutes; `saveDownload` writes it where the person chooses. */
  z.object({ kind: z.literal('file'), downloadId: id, suggestedName: z.string(), mediaType: z.string(), bytes: z.number() }),
  /** The text that already came as `streamChunk` events. */
  z.object({ kind: z.literal('stream'), text: z.string() }),
]);
export type ApiAnswerBody = z.infer<typeof apiAnswerBodySchema>;

export const apiResultSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('answered'),
    httpStatus: z.number(),
    durationMs: z.number(),
    /** Requests that it cost, and requests that are left this hour. */
    cost: z.number(),
    remaining: z.number(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: apiAnswerBodySchema,
    warnings: z.array(z.string()),
    /** Rows of the `actions` table that show what the call started, until it ends. */
    actionKeys: z.array(z.string()),
    /** The answer contains a secret (a kubeconfig, a key that is shown once): ask before showing it. */
    isSecret: z.boolean(),
  }),
  z.object({ status: z.literal('needs-confirmation'), confirmation: confirmationSchema }),
  /** The body does not fit the published schema; the person may send it anyway. Fields are JSON pointers. */
  z.object({ status: z.literal('mismatch'), problems: z.array(z.object({ field: z.string(), message: z.string() })) }),
]);
export type ApiResult = z.infer<typeof apiResultSchema>;

/** Rows of one resource family, as the API gave them when they were last read. */
export interface ResourceRows {
  revision: number;
  fetchedAtMs: number | null;
  items: Record<string, unknown>[];
}

const calls = {
  /** The whole view; patches follow as `viewPatch` events. */
  openView: { by: 'core', args: z.object({}), result: fullView },
  runCommand: {
    by: 'core',
    args: z.object({ command: commandSchema, confirmation: confirmationAnswerSchema.optional() }),
    result: commandResultSchema,
  },
  /** The catalogue's `CatalogueIndex` and `TagCatalogue`. */
  readCatalogueIndex: { by: 'core', args: z.object({}), result: json },
  readCatalogueTag: { by: 'core', args: z.object({ tag: z.string().max(100) }), result: json },
  /** What can be done with a thing, as buttons. */
  offerJobs: { by: 'core', args: z.object({ thing: jobThingSchema }), result: z.array(jobOfferSchema) },
  /** The words of all jobs, by which the palette tells which family a verb is about. */
  readJobHints: { by: 'core', args: z.object({}), result: z.array(jobHintSchema) },
  /** Reads what a job needs, and gives what is asked before it runs. */
  openJob: { by: 'core', args: z.object({ name: z.string().max(100), thing: jobTargetSchema }), result: jobFormSchema },
  /** What an opened job would do with these values. `isPriced`: ask what it costs too. */
  weighJob: {
    by: 'core',
    args: z.object({ id, values: jobValuesSchema, isPriced: z.boolean().optional() }),
    result: jobWeightSchema,
  },
  /** Runs a job that was opened. `typed`: the name, before something is destroyed. */
  runJob: {
    by: 'core',
    args: z.object({ id, values: jobValuesSchema, typed: z.string().max(300).optional() }),
    result: jobResultSchema,
  },
  /** What can be done with several things of a family together, as buttons. */
  offerManyJobs: { by: 'core', args: z.object({ things: manyThingsSchema }), result: z.array(manyOfferSchema) },
  /** Reads what a job over several things needs, and gives what is asked before it runs. */
  openManyJob: {
    by: 'core',
    args: z.object({ name: z.string().max(100), things: manyThingsSchema }),
    result: manyFormSchema,
  },
  /** Starts a job over several things that was opened. It goes on by itself; the `runs` table shows how far it is. */
  runManyJob: {
    by: 'core',
    args: z.object({ id, values: jobValuesSchema, typed: z.string().max(300).optional() }),
    result: z.object({ runKey: z.string() }),
  },
  changeRun: { by: 'core', args: z.object({ runKey: id, change: runChangeSchema }), result: z.null() },
  /** Name and components of the app that a log is of. */
  readLogApp: { by: 'core', args: z.object({ source: logSourceSchema }), result: logAppSchema },
  /** Begins to read a log, or goes on with one that is read already. `isFresh`: from the start in any case. */
  openLog: {
    by: 'core',
    args: z.object({ source: logSourceSchema, isFresh: z.boolean().optional() }),
    result: z.object({ logId: id }),
  },
  /** The lines after that one, at once. `logChanged` says when there are more; who reads is watching. */
  readLog: {
    by: 'core',
    args: z.object({ logId: id, after: z.number().int().min(0) }),
    result: trusted<LogBatch>((value) => 'state' in value && 'lines' in value && 'newest' in value),
  },
  /** Reads the log from that host, for which the person was asked. */
  allowLogHost: { by: 'core', args: z.object({ logId: id, host: z.string().min(1).max(300) }), result: z.null() },
  /** Keeps the lines after that one as a file, for `saveDownload`. */
  saveLog: {
    by: 'core',
    args: z.object({ logId: id, after: z.number().int().min(0) }),
    result: z.object({ downloadId: id }),
  },
  sendRequest: { by: 'core', args: apiRequestSchema, result: apiResultSchema },
  cancelRequest: { by: 'core', args: z.object({ requestId: id }), result: z.null() },
  /** Reads a family's rows from the API. The `resources` table shows the progress. */
  loadResources: {
    by: 'core',
    args: z.object({
      familyId: id,
      connectionId: id,
      /** Path values, for families that live inside another resource, such as the records of a domain. */
      parent: texts.optional(),
      /** Query values, for a read that is about one thing although its path does not name it. */
      query: texts.optional(),
      /** Read it again even if it is fresh. */
      isForced: z.boolean().optional(),
      /** What is younger is fresh. Default: a minute. */
      freshForMs: z.number().min(0).optional(),
    }),
    result: z.null(),
  },
  readResources: {
    by: 'core',
    args: z.object({ familyId: id, connectionId: id, parent: texts.optional(), query: texts.optional() }),
    result: trusted<ResourceRows>((value) => 'items' in value),
  },
  /** What each of the things costs, in their order; `null` for one that has no price of its own, such as a tag. */
  tellCosts: { by: 'core', args: costArgsSchema, result: z.array(costSchema.nullable()) },
  /** What things cost in a month, by the invoices of these teams or the preview of the running month. */
  readCosts: { by: 'core', args: costsArgsSchema, result: costsSchema },
  readBills: { by: 'core', args: billsArgsSchema, result: billsSchema },
  /** What an invoice is made of. */
  readBill: { by: 'core', args: billArgsSchema, result: billSummarySchema },
  /** Invoices, payments and credits of these teams. */
  readPayments: { by: 'core', args: paymentsArgsSchema, result: paymentsSchema },
  /** How the month and the one before went, and what each day cost. */
  readDays: { by: 'core', args: daysArgsSchema, result: daysSchema },
  /** What costs and serves nothing. */
  readIdle: { by: 'core', args: idleArgsSchema, result: idleSchema },
  /** Reads what a chart shows, or takes it from what was read shortly before. */
  readMetric: {
    by: 'core',
    args: metricRequestSchema,
    result: trusted<MetricChart>((value) => 'lines' in value && 'unit' in value),
  },
  /** The CPU of droplets over a day. Costs requests of the polls' share, and gives up before any other poll does. */
  readSparks: {
    by: 'core',
    args: z.object({ requestId: id, dropletKeys: z.array(id).min(1).max(sparksAtOnce) }),
    result: z.array(sparkSchema),
  },
  /** The chart or the sparks went away, so nobody waits for that request any more. */
  cancelMetric: { by: 'core', args: z.object({ requestId: id }), result: z.null() },
  /** Keeps what is coming up as a calendar file, for `saveDownload`. `null`: all teams, every kind. */
  saveCalendar: {
    by: 'core',
    args: z.object({ connectionId: id.nullable(), kind: z.enum(comingKinds).nullable() }),
    result: z.object({ downloadId: id, entries: z.number() }),
  },
  /** Keeps a file that the page made, so that `saveDownload` can write it. */
  keepFile: {
    by: 'core',
    args: z.object({
      suggestedName: z.string().min(1).max(200),
      mediaType: z.enum(['image/png', 'text/csv']),
      base64: z.base64().max(16_000_000),
    }),
    result: z.object({ downloadId: id }),
  },
  /** Credentials for servers that never get the account token. Only their names cross; the values stay in the vault. */
  listCredentials: { by: 'core', args: z.object({}), result: z.array(z.string()) },
  saveCredential: {
    by: 'core',
    args: z.object({ name: z.string().min(1).max(80), secret: z.string().min(1).max(4096) }),
    result: z.null(),
  },
  removeCredential: { by: 'core', args: z.object({ name: z.string().min(1).max(80) }), result: z.null() },
  /** Writes a stored answer to a file that the person chooses. `null`: the person cancelled. */
  saveDownload: { by: 'host', args: z.object({ downloadId: id }), result: z.object({ savedAs: z.string().nullable() }) },
  copyText: { by: 'host', args: z.object({ text: z.string().max(4_000_000) }), result: z.null() },
  /** Puts a PNG on the clipboard. */
  copyPicture: { by: 'host', args: z.object({ base64: z.base64().min(1).max(16_000_000) }), result: z.null() },
  /** Opens an address of the allow list in the browser. */
  openLink: { by: 'host', args: z.object({ url: z.string().max(2000) }), result: z.null() },
  /** Opens the person's terminal with ssh to that address. */
  openTerminal: { by: 'host', args: z.object({ address: z.string().max(64) }), result: z.null() },
  /** Shows the main window at a route. */
  showWindow: { by: 'host', args: z.object({ route: routeSchema }), result: z.null() },
  /** Height of the tray page's content in CSS pixels, so that the popover fits. */
  reportTrayHeight: { by: 'host', args: z.object({ height: z.number().min(0).max(4000) }), result: z.null() },
  /** Whether the page holds something that the person typed and did not send, so that its window must not be thrown away. */
  reportDraft: { by: 'host', args: z.object({ hasDraft: z.boolean() }), result: z.null() },
  /** Puts the popover with the tray page away. */
  closeTray: { by: 'host', args: z.object({}), result: z.null() },
  quit: { by: 'host', args: z.object({}), result: z.null() },
} as const satisfies Record<string, { by: 'core' | 'host'; args: z.ZodType; result: z.ZodType }>;

const events = {
  viewPatch,
  /** A notice was shown. For hosts without desktop notices, and for the page's live region. */
  notice: noticeSchema,
  /** Go to this route: the person clicked the tray or a notice. */
  navigate: z.object({ route: routeSchema }),
  streamChunk: z.object({ requestId: id, text: z.string() }),
  /** A log has more lines or another state. Not sent again before somebody has read them. */
  logChanged: z.object({ logId: id }),
} as const satisfies Record<string, z.ZodType>;

export const contract = { calls, events } as const;

export type CallName = keyof typeof calls;
export type EventName = keyof typeof events;
export type CallArgs<N extends CallName> = z.input<(typeof calls)[N]['args']>;
export type CheckedArgs<N extends CallName> = z.output<(typeof calls)[N]['args']>;
export type CallResult<N extends CallName> = z.output<(typeof calls)[N]['result']>;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

type NamesBy<By> = { [N in CallName]: (typeof calls)[N]['by'] extends By ? N : never }[CallName];
export type CoreCallName = NamesBy<'core'>;
export type HostCallName = NamesBy<'host'>;
export const callNames = Object.keys(calls) as CallName[];
export const eventNames = Object.keys(events) as EventName[];

/** The form of an outcome on the wire. */
export const outcomeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);
