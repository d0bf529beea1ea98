/*
 * Files that a person chose for a job. Without the library that checks what crosses, so that the page does not load it.
 */

/** At most so many. One message carries them all, and every host takes one of that size. */
export const jobFilesAtMost = { count: 10, megabytes: 30 } as const;

/** A file with its size. Only what runs the job gets its content: while values are weighed it is empty. */
export interface JobFile {
  name: string;
  bytes: number;
  base64: string;
}

/** The files of a field that takes those. */
export const filesOf = (value: unknown): JobFile[] =>
  Array.isArray(value) ? value.filter((one): one is JobFile => typeof one === 'object' && one !== null && 'base64' in one) : [];
