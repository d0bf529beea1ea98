import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../preload/contract/json.ts';
import { counted, listed } from '../../words/numbers.ts';
import { choice, chosen, option } from '../fields.ts';
import type { Job, JobContext, ManyContext, Opened, Plan, Thing } from '../job.ts';
import { listAt, textAt } from '../thing.ts';

/** How URNs name the kinds that projects hold. A reserved IP still goes by its former name there. */
type UrnKind = 'droplet' | 'volume' | 'domain' | 'loadbalancer' | 'floatingip' | 'dbaas' | 'kubernetes' | 'app' | 'space';

const urnOf = (kind: UrnKind, { id }: Thing): string => `do:${kind}:${id}`;

/** The API answers 200 even for what it did not move. */
const ends: Record<string, (thing: string, project: string) => Outcome<string>> = {
  assigned: (thing, project) => success(`${thing} is now in ${project}.`),
  ok: (thing, project) => success(`${thing} is now in ${project}.`),
  already_assigned: (thing, project) => success(`${thing} was in ${project} already.`),
  not_found: (thing, project) =>
    failed({ kind: 'not-found', message: `${thing} was not moved to ${project}: DigitalOcean does not find it.` }),
  service_down: (thing, project) =>
    failed({
      kind: 'server-error',
      message: `${thing} was not moved to ${project}: a part of DigitalOcean does not answer now.`,
      nextStep: 'Try again later.',
    }),
};

/** What the answer says of one thing. It need not be in the order of the request. */
function statusOf(kind: UrnKind, thing: Thing, answer: Json | undefined): string {
  const rows = isObject(answer) ? listAt(answer, 'resources').filter(isObject) : [];
  const own = rows.find((row) => textAt(row, 'urn') === urnOf(kind, thing)) ?? (rows.length === 1 ? rows[0] : undefined);
  return own ? textAt(own, 'status') : '';
}

function endOf(kind: UrnKind, thing: Thing, answer: Json | undefined, project: string): Outcome<string> {
  const status = statusOf(kind, thing, answer);
  const end = Object.hasOwn(ends, status) ? ends[status] : undefined;
  if (end) return end(thing.name, project);
  return failed({ kind: 'bad-answer', message: `DigitalOcean says “${status}” of moving ${thing.name} to ${project}.` });
}

const manyOf = ({ thing, ...context }: JobContext): ManyContext => ({ ...context, things: [thing] });

/** Every project but the one in which all of them are. */
async function open({ things, ask }: ManyContext): Promise<Outcome<Opened>> {
  const projects = await ask.list('projects_list');
  if (!projects.ok) return projects;
  const others = projects.value.filter((project) =>
    things.some(({ row }) => textAt(project, 'id') !== textAt(row, 'project_id')),
  );
  const choices = others.map((project) => option(textAt(project, 'id'), textAt(project, 'name'), textAt(project, 'environment')));
  const hint = choices.length === 0 ? 'There is no other project.' : null;
  return success({ fields: [choice({ name: 'project', label: 'Project', choices, hint })] });
}

/** "api-01 and api-02 are now in Lab.", "3 of them were in Lab already." */
function movedInWords(kind: UrnKind, things: readonly Thing[], answer: Json | undefined, project: string): string {
  const there = things.filter((thing) => statusOf(kind, thing, answer) === 'already_assigned').length;
  const names = listed(things.map(({ name }) => name));
  const verb = things.length === 1 ? 'is' : 'are';
  if (there === 0) return `${names} ${verb} now in ${project}.`;
  return `${names} ${verb} in ${project}: ${counted(things.length - there, 'thing')} moved, ${there} there already.`;
}

function plan(kind: UrnKind, project: unknown, { things }: ManyContext, name: string): Plan {
  return {
    steps: [
      {
        label: 'Move',
        operationId: 'projects_assign_resources',
        path: { project_id: String(project) },
        body: { resources: things.map((thing) => urnOf(kind, thing)) },
      },
    ],
    done: ([answer]) => movedInWords(kind, things, answer, name),
  };
}

/** Moves things of that kind to another project, one or many in one request. A thing is in exactly one. */
export const moveToProject = (kind: UrnKind): Job => ({
  name: 'move-to-project',
  label: 'Move to project…',
  level: 'normal',
  keywords: 'assign project',
  submitLabel: 'Move',
  open: (context) => open(manyOf(context)),
  plan({ project }, context, { fields }) {
    const name = chosen(fields, 'project', project);
    const end = ([answer]: readonly Json[]) => endOf(kind, context.thing, answer, name);
    return {
      ...plan(kind, project, manyOf(context), name),
      done(answers) {
        const ended = end(answers);
        return ended.ok ? ended.value : `${ended.failure.message} ${ended.failure.nextStep ?? ''}`.trim();
      },
    };
  },
  forMany: {
    how: 'together',
    isMain: true,
    open,
    plan: ({ project }, context, { fields }) => plan(kind, project, context, chosen(fields, 'project', project)),
    end: (thing, [answer], { project }, { fields }) => endOf(kind, thing, answer, chosen(fields, 'project', project)),
  },
});
