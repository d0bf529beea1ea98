import { fillPath } from '../../../preload/contract/api-address.ts';
import { sentBody } from '../../../preload/contract/edits/difference.ts';
import { editOf } from '../../../preload/contract/edits/edit.ts';
import { type Failure, failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import { isSameJson, type Json } from '../../../preload/contract/json.ts';
import type { Api } from '../digitalocean/api.ts';
import { findOperation, loadIndex } from '../digitalocean/catalogue/load.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { followAnswer } from '../operations/follow-answer.ts';
import type { Resources } from '../resources/resources.ts';
import type { CoreServices } from '../services.ts';
import { jobWords } from '../words/jobs.ts';
import type { Ask, JobContext, Plan, Step, Thing } from './job.ts';

/** A change of a thing may take the API a while to accept. */
const options = { lane: 'command', deadlineMs: 120_000 } as const;

/** What the steps of one job use. */
export interface Run {
  services: CoreServices;
  resources: Resources;
  api: Api;
  ask: Ask;
  thing: Thing;
  /** Resolves once that row of Activity is over; `undefined`: it is gone. */
  untilOver(actionKey: string): Promise<TrackedAction | undefined>;
  /** The team's droplets now. */
  droplets(): JobContext['droplets'];
}

/** What the steps that were done answered, and the rows of Activity that show what they started. */
export interface Done {
  answers: Json[];
  actionKeys: string[];
}

/** Sends the steps in order and stops at the first that fails. It never undoes a step by itself. */
export async function runSteps(run: Run, { steps }: Plan, onSent: (done: Done) => void): Promise<Outcome<Done>> {
  // Before the first step, which may only check what a later one sends.
  if (
    steps.some(({ edit }) => edit && !edit.usesAnswers && isSameJson(edit.opened, edit.change(structuredClone(edit.opened), [])))
  ) {
    return failed({ kind: 'invalid-arguments', ...jobWords.nothingChanged });
  }
  const done: Done = { answers: [], actionKeys: [] };
  const labels: string[] = [];
  for (const [at, step] of steps.entries()) {
    if (step.isNeeded?.(run.droplets()) === false) {
      done.answers.push(null);
      continue;
    }
    const sent = await send(run, step, done.answers);
    if (!sent.ok) return labels.length === 0 ? sent : failed(stopped(labels, step, sent.failure));
    done.answers.push(sent.value.body);
    done.actionKeys.push(...sent.value.actionKeys);
    labels.push(step.label);
    const isLast = at === steps.length - 1;
    onSent({ answers: [...done.answers], actionKeys: [...done.actionKeys] });
    if (!step.isAwaited || isLast) continue;
    for (const key of sent.value.actionKeys) {
      const over = await run.untilOver(key);
      if (over?.status === 'completed') continue;
      const failure = over?.failure ?? { kind: 'http-error', message: `${jobWords.goneOn(step.label)}.` };
      return failed(stopped(labels.slice(0, -1), step, failure));
    }
  }
  return success(done);
}

/** A failure that says what was done before it. */
function stopped(labels: readonly string[], step: Step, failure: Failure): Failure {
  return labels.length === 0 ? failure : { ...failure, message: jobWords.stopped(labels, step.label, failure) };
}

async function send(
  { services, resources, api, ask, thing, untilOver }: Run,
  step: Step,
  answers: readonly Json[],
): Promise<Outcome<{ body: Json; actionKeys: string[] }>> {
  const { operation } = await findOperation(step.operationId);
  const path = step.path ?? {};
  const made = await bodyOf(step, ask, answers, thing.name);
  if (!made.ok) return made;
  const { query, headers } = step;
  const body = made.value === undefined ? {} : { body: made.value };
  const args = { path, ...(query ? { query } : {}), ...(headers ? { headers } : {}), ...body };
  const answer = await api.call<Json>(step.operationId, args, options);
  const { connectionId } = thing;
  // After a failure too, because the request may have been carried out.
  if (operation.method !== 'GET') resources.invalidate(connectionId, fillPath(operation.path, path));
  if (!answer.ok) return answer;
  const answered = answer.value.body;
  const name = (identifier: string) => step.named ?? (identifier === thing.id ? thing.name : null);
  const actionKeys = followAnswer(services, { operation, connectionId, path, body: answered, name });
  // What was started shows on the thing once it is over.
  for (const key of actionKeys)
    void untilOver(key).then(() => resources.invalidate(connectionId, fillPath(operation.path, path)));
  return success({ body: answered, actionKeys });
}

async function bodyOf(step: Step, ask: Ask, answers: readonly Json[], name: string): Promise<Outcome<Json | undefined>> {
  if (step.edit === undefined) return success(typeof step.body === 'function' ? step.body(answers) : step.body);
  const base = await ask.base(step.operationId, step.path ?? {});
  if (!base.ok) return base;
  if (!isSameJson(base.value, step.edit.opened)) return failed({ kind: 'conflict', ...jobWords.changed(name) });
  const changed = step.edit.change(structuredClone(base.value), answers);
  const { operation } = await findOperation(step.operationId);
  const edit = editOf(operation, await loadIndex());
  return success(edit === null ? changed : sentBody(edit, base.value, changed));
}
