import type { Outcome } from '../../../preload/contract/failure.ts';
import type { JobForm, JobResult, JobValues } from '../../../preload/contract/job.ts';
import type { World, Write } from './core-on-demo.ts';

/** A job as a person does it: on a thing by its name, with the values that they give. */
export interface Doing {
  familyId: string;
  /** Name of the thing, or another field that tells it: its address, its target. */
  thing: string;
  job: string;
  values?: JobValues;
  parent?: Record<string, string>;
  /** Field of the row with the id that paths want. Default `id`. */
  idAt?: string;
}

export interface Did {
  form: JobForm;
  result: Outcome<JobResult>;
  /** What was sent besides reads, without what had been sent before. */
  sent: Write[];
}

/** Reads the family, opens the job on the thing, fills it in, and runs it. Types the name where that is asked. */
export async function doJob(world: World, { familyId, thing, job, values = {}, parent = {}, idAt = 'id' }: Doing): Promise<Did> {
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  const { calls } = world.buoy;
  await calls.loadResources({ familyId, connectionId, parent, isForced: true });
  const rows = await calls.readResources({ familyId, connectionId, parent });
  if (!rows.ok) throw new Error(rows.failure.message);
  const row = rows.value.items.find((item) => JSON.stringify(item).includes(JSON.stringify(thing)));
  if (!row) throw new Error(`${familyId} has no ${thing}`);
  const meant = { connectionId, familyId, id: String(row[idAt]), parent, row };
  const before = world.writes.length;
  const opened = await calls.openJob({ name: job, thing: meant });
  if (!opened.ok) throw new Error(`${job} was not opened: ${opened.failure.message}`);
  const form = opened.value;
  const typed = form.typeToConfirm === null ? {} : { typed: form.typeToConfirm };
  const result = await calls.runJob({ id: form.id, values, ...typed });
  return { form, result, sent: world.writes.slice(before) };
}
