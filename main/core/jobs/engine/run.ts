import { fillPath } from '../../../../preload/contract/api-address.ts';
import { sentBody } from '../../../../preload/contract/edits/difference.ts';
import { editOf } from '../../../../preload/contract/edits/edit.ts';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { isSameJson, type Json, type JsonObject } from '../../../../preload/contract/json.ts';
import type { Api } from '../../digitalocean/api.ts';
import { findOperation, loadIndex } from '../../digitalocean/catalogue/load.ts';
import type { TrackedAction } from '../../fetched/actions.ts';
import { decodeBase64 } from '../../operations/arguments.ts';
import { followAnswer } from '../../operations/follow-answer.ts';
import type { Resources } from '../../resources/resources.ts';
import type { CoreServices } from '../../services.ts';
import { fileWords } from '../../words/files.ts';
import { jobWords } from '../../words/jobs.ts';
import { operationWords } from '../../words/operations.ts';
import type { Ask, JobContext, Plan, Started, Step, Thing } from '../job.ts';
import { askElsewhere } from './elsewhere.ts';
import { meanwhile } from './meanwhile.ts';

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
  /** The job has a row of its own, which is over once the last step is too. */
  isChain?: true;
  /** By which the page knows it: what another server streams is told under that. Absent: it is one of many. */
  id?: string;
}

/** What the steps that were done answered, and the rows of Activity that show what they started. */
export interface Done {
  answers: Json[];
  actionKeys: string[];
  /** What did not go as it was wished, although all was sent. */
  notes: string[];
}

/** Where a plan goes on: how many of its steps are over, what they answered, and the labels of those that were needed. */
export interface From {
  answers: readonly Json[];
  labels: readonly string[];
}
const start: From = { answers: [], labels: [] };

/** All was sent; or why it stopped, and where and how it would go on: with the step that failed, on what is there now. */
export type Ran = { ok: true; done: Done } | { ok: false; failure: Failure; at: From; plan: Plan };

/** Sends the steps in order and stops at the first that fails. It never undoes a step by itself. */
export async function runSteps(run: Run, plan: Plan, from: From | undefined, onSent: (done: Done) => void): Promise<Ran> {
  const { steps } = plan;
  // Before the first step, which may only check what a later one sends.
  const isIdle = ({ edit }: Step) =>
    edit && !edit.usesAnswers && isSameJson(edit.opened, edit.change(structuredClone(edit.opened), []));
  if (!from && steps.some(isIdle)) {
    return { ok: false, failure: { kind: 'invalid-arguments', ...jobWords.nothingChanged }, at: start, plan };
  }
  const answers = [...(from ?? start).answers];
  const labels = [...(from ?? start).labels];
  const actionKeys: string[] = [];
  const notes: string[] = [];
  for (const step of steps.slice(answers.length)) {
    if (step.isNeeded?.(run.droplets()) === false) {
      answers.push(null);
      continue;
    }
    const at: From = { answers: [...answers], labels: [...labels] };
    const isLast = answers.length + 1 === steps.length;
    const isWaitedFor = isLast ? run.isChain === true : step.isAwaited === true;
    const sent = await send(run, step, answers, isWaitedFor);
    if (!sent.ok) {
      const { failure, newer } = sent;
      return { ok: false, failure: stopped(at, step, failure), at, plan: newer ? onNewer(plan, answers.length, newer) : plan };
    }
    answers.push(sent.value.body);
    labels.push(step.label);
    actionKeys.push(...sent.value.actionKeys);
    notes.push(...sent.value.notes);
    onSent({ answers: [...answers], actionKeys: [...actionKeys], notes: [...notes] });
    if (!isWaitedFor) continue;
    for (const key of sent.value.actionKeys) {
      const over = await run.untilOver(key);
      if (over?.status === 'completed') continue;
      const failure = over?.failure ?? { kind: 'http-error', message: `${jobWords.goneOn(step.label)}.` };
      return { ok: false, failure: stopped(at, step, failure), at, plan };
    }
  }
  return { ok: true, done: { answers, actionKeys, notes } };
}

/** A failure that says what was done before it. */
const stopped = ({ labels }: From, step: Step, failure: Failure): Failure =>
  labels.length === 0 && !step.upload ? failure : { ...failure, message: jobWords.stopped(labels, step.label, failure) };

/** The plan, whose step at that place begins with what is there now: what changed there since was told. */
function onNewer(plan: Plan, at: number, newer: JsonObject): Plan {
  const steps = plan.steps.map((step, index) =>
    index === at && step.edit ? { ...step, edit: { ...step.edit, opened: newer } } : step,
  );
  return { ...plan, steps };
}

/** `newer`: what is there now, where that is not what the step was made for. */
type Sent<T> = { ok: true; value: T } | { ok: false; failure: Failure; newer?: JsonObject };

async function send(
  { services, resources, api, ask, thing, untilOver, droplets, id }: Run,
  step: Step,
  answers: readonly Json[],
  isWaitedFor: boolean,
): Promise<Sent<{ body: Json; actionKeys: string[]; notes: string[] }>> {
  const { operation } = await findOperation(step.operationId);
  const path = typeof step.path === 'function' ? step.path(answers) : (step.path ?? {});
  const made = await bodyOf({ ...step, path }, ask, answers, { name: step.named ?? thing.name, droplets });
  if (!made.ok) return made;
  const { query, headers } = step;
  const body = made.value === undefined ? {} : { body: made.value };
  const args = { path, ...(query ? { query } : {}), ...(headers ? { headers } : {}), ...body };
  const answer = step.elsewhere
    ? await askElsewhere({ services, api, id: id ?? thing.id }, step.operationId, args, step.elsewhere)
    : await api.call<Json>(step.operationId, args, options);
  const { connectionId } = thing;
  // After a failure too, because the request may have been carried out.
  if (operation.method !== 'GET') resources.invalidate(connectionId, fillPath(operation.path, path));
  if (!answer.ok) return answer;
  if (step.elsewhere?.key) resources.readRefused(connectionId);
  const fetched = await fileOf(services, api, step, answer.value.body);
  if (!fetched.ok) return fetched;
  const uploaded = await upload(services, api, step, answer.value.body);
  if (!uploaded.ok) return uploaded;
  const answered = fetched.value;
  const name = (identifier: string) => step.named ?? (identifier === thing.id ? thing.name : null);
  const told = isWaitedFor ? { isStep: true as const } : {};
  const isInPlace = step.follows !== undefined && !step.follows.isAside;
  const usual = isInPlace
    ? []
    : followAnswer(services, { operation, connectionId, path, body: answered, name, value: step.value ?? null, ...told });
  const own = step.follows ? [followStarted(services, connectionId, step.follows, told)] : [];
  const actionKeys = step.follows?.isAside ? usual : [...usual, ...own];
  // What was started shows on the thing once it is over.
  for (const key of actionKeys)
    void untilOver(key).then(() => resources.invalidate(connectionId, fillPath(operation.path, path)));
  return success({ body: answered, actionKeys, notes: 'notes' in answer.value ? answer.value.notes : [] });
}

/** The file that an answer names, in its place. */
async function fileOf({ fetchFile }: CoreServices, { ownServer }: Api, { file }: Step, answer: Json): Promise<Outcome<Json>> {
  const address = file?.addressIn(answer) ?? null;
  if (!file || address === null) return success(answer);
  const fetched = await fetchFile(address, { ownServer, allowedHost: file.allowedHost });
  // As with an answer of the API that is no JSON: its bytes.
  return fetched.ok ? success(fetched.value as unknown as Json) : fetched;
}

/** Sends the file for which an answer names the address. */
async function upload({ sendFile }: CoreServices, { ownServer }: Api, { upload }: Step, answer: Json): Promise<Outcome<null>> {
  if (!upload) return success(null);
  const address = upload.addressIn(answer);
  if (address === null) return failed({ kind: 'bad-answer', ...fileWords.noAddress });
  const bytes = decodeBase64(upload.file.base64);
  if (bytes?.length !== upload.file.bytes) return failed({ kind: 'invalid-arguments', ...fileWords.unreadable });
  return sendFile(address, bytes, { ownServer, allowedHost: null });
}

/** Begins to follow what a job knows to have started. */
function followStarted({ followers }: CoreServices, connectionId: string, started: Started, told: { isStep?: true }): string {
  const { kind, target, type, resourceType, name } = started;
  return followers.follow({
    connectionId,
    kind,
    target,
    type,
    titles: operationWords.following(type, resourceType, name),
    resourceType,
    resourceId: Object.values(target)[0] ?? null,
    resourceName: name,
    route: null,
    ...(started.isAside ? {} : told),
  });
}

async function bodyOf(
  step: Step & { path: Record<string, string> },
  ask: Ask,
  answers: readonly Json[],
  { name, droplets }: { name: string } & Pick<Run, 'droplets'>,
): Promise<Sent<Json | undefined>> {
  if (step.edit === undefined) return success(typeof step.body === 'function' ? step.body(answers) : step.body);
  const base = await ask.base(step.operationId, step.path);
  if (!base.ok) return base;
  if (!isSameJson(base.value, step.edit.opened)) {
    const changes = meanwhile(step.edit.opened, base.value, droplets());
    return { ok: false, failure: { kind: 'conflict', ...jobWords.changed(name), changes }, newer: base.value };
  }
  const changed = step.edit.change(structuredClone(base.value), answers);
  const { operation } = await findOperation(step.operationId);
  const edit = editOf(operation, await loadIndex());
  return success(edit === null ? changed : sentBody(edit, base.value, changed));
}
