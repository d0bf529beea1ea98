import type { Outcome } from '../../../preload/contract/failure.ts';
import type { JobThing, JobValues } from '../../../preload/contract/job.ts';
import type { ManyForm, RunRow } from '../../../preload/contract/many.ts';
import type { World, Write } from './core-on-demo.ts';

/** A job as a person does it on a selection: on things by their names, with the values that they give. */
export interface DoingMany {
  familyId: string;
  things: readonly string[];
  job: string;
  values?: JobValues;
  parent?: Record<string, string>;
  /** Field of the rows with the id that paths want. Default `id`. */
  idAt?: string;
  /** What is typed before something is destroyed. Default: what is asked. */
  typed?: string;
}

export interface Many {
  form: ManyForm;
  /** `null`: it did not begin. */
  runKey: string | null;
  started: Outcome<{ runKey: string }>;
}

/** The things with these names, as the page holds them. */
export async function selected(world: World, doing: DoingMany): Promise<JobThing[]> {
  const { familyId, things, parent = {}, idAt = 'id' } = doing;
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const { calls } = world.buoy;
  await calls.loadResources({ familyId, connectionId, parent, isForced: true });
  const rows = await calls.readResources({ familyId, connectionId, parent });
  if (!rows.ok) throw new Error(rows.failure.message);
  return things.map((name) => {
    const row = rows.value.items.find((item) => JSON.stringify(item).includes(JSON.stringify(name)));
    if (!row) throw new Error(`${familyId} has no ${name}`);
    return { connectionId, familyId, id: String(row[idAt]), parent, row };
  });
}

/** Selects the things, opens the job on them, fills it in and starts it. */
export async function doMany(world: World, doing: DoingMany): Promise<Many> {
  const { calls } = world.buoy;
  const opened = await calls.openManyJob({ name: doing.job, things: await selected(world, doing) });
  if (!opened.ok) throw new Error(`${doing.job} was not opened: ${opened.failure.message}`);
  const form = opened.value;
  const text = doing.typed ?? form.typeToConfirm;
  const started = await calls.runManyJob({ id: form.id, values: doing.values ?? {}, ...(text === null ? {} : { typed: text }) });
  return { form, started, runKey: started.ok ? started.value.runKey : null };
}

export async function runOf(world: World, key: string | null): Promise<RunRow> {
  const run = (await world.view()).tables.runs.find((one) => one.key === key);
  if (!run) throw new Error('There is no such run');
  return run;
}

/** Waits until the run has ended, letting time pass where it needs that. */
export async function endOf(world: World, key: string | null, withinMs = 0): Promise<RunRow> {
  const isOver = async () => (await runOf(world, key)).status === 'ended';
  if (withinMs === 0) await world.until(isOver);
  for (let passedMs = 0; passedMs < withinMs && !(await isOver()); passedMs += 1000) await world.pass(1000);
  return runOf(world, key);
}

/** `METHOD path` and body of what was sent since. */
export const sentSince = (world: World, before: number): [string, unknown][] =>
  world.writes.slice(before).map(({ method, path, body }: Write) => [`${method} ${path}`, body]);
