import { z } from 'zod';
import { preparedSchema } from './failure-schema.ts';
import { jobFilesAtMost } from './job-files.ts';
import { jobRowSchema, jobTableParts } from './job-table-schema.ts';
import { routeSchema } from './route.ts';

/*
 * A job is what a person opens a thing for, in plain words: "Attach…", "Redeploy", "Let an address in…". The core knows the
 * jobs of every family; the page only draws them.
 */

const id = z.string().min(1).max(300);
const json = z.unknown();

/**
 * A thing of a family as the page holds it: where it is, and its row. The row only decides what is offered. With an empty id and
 * no row it is the family itself, for what makes a new thing in it.
 */
export const jobThingSchema = z.object({
  connectionId: id,
  /** Id of the operation that lists its family. */
  familyId: id,
  /** Its own id, as the API's paths want it. */
  id: z.string().max(300),
  /** Path values of what its family lies in, such as the cluster of a node pool. */
  parent: z.record(z.string(), z.string()),
  row: z.record(z.string(), json),
});
export type JobThing = z.infer<typeof jobThingSchema>;

/** The thing that a job is opened on. Without its row the core takes the one that it read last, and reads it if it has none. */
export const jobTargetSchema = jobThingSchema.extend({ row: jobThingSchema.shape.row.exactOptional() });
export type JobTarget = z.infer<typeof jobTargetSchema>;

/** `safe` only reads. `normal` runs at once, `disruptive` after one question, `destructive` after the name was typed. */
export const jobLevels = ['safe', 'normal', 'disruptive', 'destructive'] as const;
export type JobLevel = (typeof jobLevels)[number];

/** A job as a button or a line of a menu. */
export const jobOfferSchema = z.object({
  /** Unique within its family. */
  name: z.string(),
  /** A verb. An ellipsis means that something is asked first. */
  label: z.string(),
  level: z.enum(jobLevels),
  /** Used most: it stands under the head of the panel. */
  isMain: z.boolean(),
  /** Why it cannot run now; `null`: it can. */
  offReason: z.string().nullable(),
  /** Further words by which the palette finds it. */
  keywords: z.string(),
  /** It stands beside a list inside the thing, and not among what the thing itself shows. */
  isInListOnly: z.literal(true).exactOptional(),
  /** It is offered with the list, and makes nothing new. */
  isOfList: z.literal(true).exactOptional(),
});
export type JobOffer = z.infer<typeof jobOfferSchema>;

const choiceSchema = z.object({
  value: z.string(),
  label: z.string(),
  /** What tells it from others: region, price, state. */
  detail: z.string().nullable(),
  /** What it stands with in a long list, such as the kind of a size. Those of a group follow each other. */
  group: z.string().exactOptional(),
});
export type JobChoice = z.infer<typeof choiceSchema>;

const shared = {
  name: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  /** Shown only while another field has one of these values. */
  shownIf: z.object({ field: z.string(), values: z.array(z.string()) }).nullable(),
};

/** A job as the palette looks for it before it has read a thing of its family. */
export const jobHintSchema = z.object({
  /** Id of the operation that lists the things on which it runs. */
  familyId: z.string(),
  /** Unique within its family. */
  name: z.string(),
  label: z.string(),
  keywords: z.string(),
  /** It makes a new thing of the family, and runs on none. */
  isNew: z.boolean(),
  /** It is offered with the list of the family, runs on none of its things and makes none. */
  isOfList: z.literal(true).exactOptional(),
});
export type JobHint = z.infer<typeof jobHintSchema>;

/** A file that a person chose. */
const jobFileSchema = z.object({
  name: z.string().min(1).max(255),
  bytes: z.number().int().min(0),
  // Its letters are looked at where it is decoded: a pattern over so many would run out of memory.
  base64: z.string().max((jobFilesAtMost.megabytes * 1_000_000 * 4) / 3 + 4),
});

/** What a job asks. Fields that are not required may be left empty. */
export const jobFieldSchema = z.discriminatedUnion('kind', [
  z.object({
    ...shared,
    kind: z.literal('choice'),
    choices: z.array(choiceSchema),
    value: z.string().nullable(),
    isRequired: z.boolean(),
  }),
  z.object({
    ...shared,
    kind: z.literal('choices'),
    choices: z.array(choiceSchema),
    value: z.array(z.string()),
    isRequired: z.boolean(),
    /** There may be many: what is typed finds them. */
    isSearched: z.boolean(),
  }),
  /**
   * Marks such as tags that all, some or none of the things have. Its value is what changes: `+blue` puts one on all of them,
   * `-prod` takes one off. One that is not among the choices is new.
   */
  z.object({
    ...shared,
    kind: z.literal('marks'),
    /** `count`: how many of the things have it. */
    choices: z.array(choiceSchema.extend({ count: z.number() })),
    /** How many things there are. */
    of: z.number(),
    pattern: z.object({ source: z.string(), words: z.string() }),
    value: z.array(z.string()),
    isRequired: z.boolean(),
  }),
  z.object({
    ...shared,
    kind: z.literal('text'),
    value: z.string(),
    isRequired: z.boolean(),
    isSecret: z.boolean(),
    isLong: z.boolean(),
    /** What a person may type, as a regular expression for the whole text, and how to say so. */
    pattern: z.object({ source: z.string(), words: z.string() }).nullable(),
    /** The text may come out of a file: how names of such files end mostly, and how large one is at most. */
    fromFile: z.object({ endings: z.array(z.string()), mostBytes: z.number() }).exactOptional(),
  }),
  z.object({
    ...shared,
    kind: z.literal('files'),
    value: z.array(jobFileSchema),
    /** At most so many. */
    most: z.number(),
    isRequired: z.boolean(),
  }),
  z.object({
    ...shared,
    kind: z.literal('number'),
    value: z.number().nullable(),
    minimum: z.number(),
    maximum: z.number(),
    step: z.number(),
    unit: z.string(),
    isRequired: z.boolean(),
  }),
  z.object({ ...shared, kind: z.literal('tick'), value: z.boolean() }),
  z.object({ ...shared, kind: z.literal('table'), ...jobTableParts }),
]);
export type JobField = z.infer<typeof jobFieldSchema>;

export const jobValuesSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.array(jobRowSchema),
    z.array(jobFileSchema).max(jobFilesAtMost.count),
    z.null(),
  ]),
);
export type JobValues = z.infer<typeof jobValuesSchema>;

/** What is asked before a job runs. It is the question too: no other one follows. */
export const jobFormSchema = z.object({
  /** Runs exactly this job on this thing, once, within ten minutes. */
  id,
  title: z.string(),
  level: z.enum(jobLevels),
  /** What it does to the thing, and to whom. */
  lines: z.array(z.string()),
  /** What it does one after the other. Absent: one thing only, or that depends on its values. */
  steps: z.array(z.string()).exactOptional(),
  fields: z.array(jobFieldSchema),
  goes: z.array(z.string()),
  stays: z.array(z.string()),
  /** What stays goes too where it is ticked. */
  isStayingUnlessTicked: z.literal(true).exactOptional(),
  /** What a person types before it runs; `null`: nothing. */
  typeToConfirm: z.string().nullable(),
  submitLabel: z.string(),
  /** Its price can be asked for, which costs a request. */
  hasPrice: z.boolean(),
  /** It asks a question: what is said to it stands in the dialog, which stays for the next one. `streamChunk` has the form's id. */
  isAnswered: z.literal(true).exactOptional(),
});
export type JobForm = z.infer<typeof jobFormSchema>;

/** What a job would do with the values that stand in its form now. */
export const jobWeightSchema = z.object({
  level: z.enum(jobLevels),
  /** What these values do, where that depends on them, and what it costs. */
  lines: z.array(z.string()),
  /** What it does one after the other. Absent: one thing only, or not all is filled in. */
  steps: z.array(z.string()).exactOptional(),
  /** "Nodes: 3 → 4"; empty: nothing would change. `null`: it changes nothing that is there, or not all is filled in. */
  differences: z.array(z.string()).nullable(),
  /** What a person types before it runs; `null`: nothing. */
  typeToConfirm: z.string().nullable(),
  /** What it costs, where that was asked for; `null`: it was not, or cannot be told. */
  price: z.string().nullable(),
});
export type JobWeight = z.infer<typeof jobWeightSchema>;

/** What to say once all steps of a job were sent. Whatever stops it is a failure, which says what was done before. */
export const jobResultSchema = z.object({
  message: z.string(),
  /** Rows of the `actions` table that show what goes on. */
  actionKeys: z.array(z.string()),
  /** A text to copy without showing it. */
  copy: z.object({ what: z.string(), text: z.string() }).nullable(),
  /** A file to save. */
  downloadId: z.string().nullable(),
  /** A secret that the API tells only now. */
  secret: z.object({ label: z.string(), value: z.string() }).nullable(),
  /** What was said to a question. */
  answer: z.string().exactOptional(),
  /** A place of the page that shows what was asked for. */
  route: routeSchema.nullable(),
  /** Makes again what was taken away. */
  again: preparedSchema.nullable(),
  /** Key of the row of the `runs` table that shows it, where it is done to several things. */
  runKey: z.string().exactOptional(),
});
export type JobResult = z.infer<typeof jobResultSchema>;
