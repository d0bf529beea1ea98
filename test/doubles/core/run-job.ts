import { asksNothing } from '../../../preload/contract/asks-nothing.ts';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { JobForm, JobResult, JobThing, JobValues, JobWeight } from '../../../preload/contract/job.ts';
import type { World, Write } from './core-on-demo.ts';

/** A job as a person does it: on a thing by its name, with the values that they give. */
export interface Doing {
  familyId: string;
  /** Name of the thing, or another field that tells it: its address, its target. Absent: the job makes a new one in the family. */
  thing?: string;
  job: string;
  values?: JobValues;
  parent?: Record<string, string>;
  /** Field of the row with the id that paths want. Default `id`. */
  idAt?: string;
  /** Its id, where no field of the row is the id alone. */
  id?: string;
}

export interface Did {
  form: JobForm;
  /** What the page showed of its effect before. */
  weight: JobWeight | null;
  result: Outcome<JobResult>;
  /** What was sent besides reads, without what had been sent before. */
  sent: Write[];
}

/** Opens a job on the thing, or in the family. */
export async function openOn(world: World, doing: Doing): Promise<JobForm> {
  const opened = await world.buoy.calls.openJob({ name: doing.job, thing: await thingOf(world, doing) });
  if (!opened.ok) throw new Error(`${doing.job} was not opened: ${opened.failure.message}`);
  return opened.value;
}

/** Opens the job, fills it in, and runs it. Types the name where that is asked. Whatever takes several steps must have listed them. */
export async function doJob(world: World, doing: Doing): Promise<Did> {
  const { values = {} } = doing;
  const { calls } = world.buoy;
  const before = world.writes.length;
  const form = await openOn(world, doing);
  // As the page does, which shows what it would do before it runs it.
  const weighed = await calls.weighJob({ id: form.id, values });
  const weight = weighed.ok ? weighed.value : null;
  const asked = weight?.typeToConfirm ?? form.typeToConfirm;
  const beforeIt = world.writes.length;
  const result = await calls.runJob({ id: form.id, values, ...(asked === null ? {} : { typed: asked }) });
  const sent = world.writes.slice(before);
  const goesOn = result.ok && result.value.actionKeys.some((key) => key.includes(':job-'));
  const told = asksNothing(form) ? [] : ((form.fields.length > 0 ? weight : form)?.steps ?? []);
  // A file goes to its address within the step that asked for one.
  const requests = world.writes.slice(beforeIt).filter(({ path }) => !path.startsWith('/files/'));
  const leastTold = Math.max(requests.length, goesOn ? 2 : 1);
  if (leastTold > 1 && told.length < leastTold) {
    throw new Error(`${doing.job} did not list its steps before: ${told.join(', ') || 'none'}`);
  }
  if (result.ok && result.value.copy !== null && !/\bcopied\b/i.test(result.value.message)) {
    throw new Error(`${doing.job} does not say that it copied: ${result.value.message}`);
  }
  return { form, weight, result, sent };
}

/** The thing as the page means it: its row in the family's list. */
async function thingOf(world: World, { familyId, thing, parent = {}, idAt = 'id', id }: Doing): Promise<JobThing> {
  const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
  if (thing === undefined) return { connectionId, familyId, id: '', parent, row: {} };
  const { calls } = world.buoy;
  await calls.loadResources({ familyId, connectionId, parent, isForced: true });
  const rows = await calls.readResources({ familyId, connectionId, parent });
  if (!rows.ok) throw new Error(rows.failure.message);
  const row = rows.value.items.find((item) => JSON.stringify(item).includes(JSON.stringify(thing)));
  if (!row) throw new Error(`${familyId} has no ${thing}`);
  return { connectionId, familyId, id: id ?? String(row[idAt]), parent, row };
}
