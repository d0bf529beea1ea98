import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll, type World } from './core-on-demo.ts';
import { type Doing, doJob } from './run-job.ts';

/** A job as a person does it on the demo account, and all that is sent for it besides reads. */
export interface Acceptance {
  /** "attach old-uploads to api-01". */
  does: string;
  how(world: World): Doing | Promise<Doing>;
  /** `METHOD path` and body of each request, in order. Bodies of requests without one are `null`. */
  sends(world: World): [request: string, body: unknown][] | Promise<[request: string, body: unknown][]>;
  /** The sentence that a person reads. */
  says: string | RegExp;
  /** Where the thing that it made stands afterwards, and a text in it. */
  makes?: [path: string, named: string];
  /** For a job that starts something: how long that takes at most, in milliseconds, and what Activity says then. */
  ends?: { withinMs: number; as: string | RegExp };
}

/** Does each job on an account of its own, and compares what was sent, nothing more and in that order, and what is said. */
export function describeJobs(family: string, rows: readonly Acceptance[]): void {
  describe(`the jobs of ${family}`, () => {
    afterEach(endAll);

    it.each(rows.map((row) => [row.does, row] as const))('%s', async (_does, row) => {
      const world = await connected({ seed: 7 });
      // Made before, because the job may change what they are made from.
      const expected = await row.sends(world);
      const { result, sent: atFirst } = await doJob(world, await row.how(world));
      if (!result.ok) throw new Error(`${result.failure.message} ${result.failure.nextStep ?? ''}`);
      const before = world.writes.length - atFirst.length;
      if (row.ends) {
        await world.pass(row.ends.withinMs);
        const { actionKeys } = result.value;
        const started = (await world.view()).tables.actions.find(({ key }) => actionKeys.includes(key));
        expect(started?.status).toBe('completed');
        expectSentence(started?.title, row.ends.as);
      }
      const sent = world.writes.slice(before);
      expect(sent.map(({ method, path, body }) => [`${method} ${path}`, body])).toEqual(expected);
      expectSentence(result.value.message, row.says);
      if (row.makes) rowIn(world, ...row.makes);
    });
  });
}

/** A text is the whole sentence, not a part of it. */
function expectSentence(read: string | undefined, words: string | RegExp): void {
  if (typeof words === 'string') expect(read).toBe(words);
  else expect(read).toMatch(words);
}

/** A row of Harbour Works in the demo account, by its name or another text in it. */
export function rowIn(world: World, path: string, named: string): Record<string, unknown> {
  const row = world.demo.rows(path, 'Harbour Works').find((one) => JSON.stringify(one).includes(JSON.stringify(named)));
  if (!row) throw new Error(`The demo has no ${named} at ${path}`);
  return row;
}

export const idIn = (world: World, path: string, named: string): string => String(rowIn(world, path, named).id);
