import { z } from 'zod';

/*
 * A field of a job that is a table: rows that can be added, changed and taken away. Its columns are data, so that the page draws and
 * the core checks any table by the same rules.
 */

const column = { name: z.string(), label: z.string() };

const columnSchema = z.discriminatedUnion('kind', [
  z.object({
    ...column,
    kind: z.literal('text'),
    /** It may stand only once in the table. */
    isUnique: z.boolean(),
    isRequired: z.boolean(),
    /** What a person may type, as a regular expression for the whole text, and how to say so. It is told without blanks around it. */
    pattern: z.object({ source: z.string(), words: z.string() }).nullable(),
    /**
     * Name of a tick column: a row that has it keeps this text to itself; `true`: every row does. What is there already is then `null`,
     * and never told.
     */
    secretIf: z.union([z.string(), z.literal(true)]).nullable(),
  }),
  z.object({
    ...column,
    kind: z.literal('choice'),
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
    /** What a new row has as long as nothing is chosen: with that tick, or else. */
    usual: z.object({ tick: z.string(), ticked: z.string(), otherwise: z.string() }),
  }),
  z.object({
    ...column,
    kind: z.literal('tick'),
    /** What a row is that has it: "a secret". */
    noun: z.string(),
  }),
]);
export type JobColumn = z.infer<typeof columnSchema>;

/** `null`: of a choice, nothing was chosen; of a secret that is there, it stays as it is. */
const cellSchema = z.union([z.string(), z.boolean(), z.null()]);
export type JobCell = z.infer<typeof cellSchema>;

export const jobRowSchema = z.object({
  /** Of a row that is there, the same as long as it is; a new one has any other. */
  id: z.string().min(1).max(2000),
  cells: z.record(z.string(), cellSchema),
});
export type JobRow = z.infer<typeof jobRowSchema>;

export const jobTableParts = {
  /** The first one names a row. */
  columns: z.array(columnSchema),
  /** What a row is: "variable". */
  noun: z.string(),
  /** Text that is pasted into the first column as lines of `KEY=value` fills rows: the name goes there, the value into this column. */
  pastedInto: z.string().nullable(),
  /** Its rows are folded until somebody wants to see them. */
  isFolded: z.boolean(),
  value: z.array(jobRowSchema),
};
