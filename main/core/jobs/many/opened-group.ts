import type { JobContext, ManyContext, Opened, Thing } from '../job.ts';

/** What was read for the things of one team. */
export interface OpenedGroup {
  context: ManyContext;
  opened: Opened;
  /** What was read of each thing by itself, where it was. */
  ofEach?: ReadonlyMap<Thing, Opened>;
}

/** Each thing costs a read or more, and a person waits. */
export const eachReadAtMost = 25;

export const contextOfOne = ({ things, ...context }: ManyContext, thing: Thing): JobContext => ({
  ...context,
  thing,
  ...(things.length > eachReadAtMost ? { isOneOfMany: true } : {}),
});
