import { success } from '../../../preload/contract/failure.ts';
import { isObject } from '../../../preload/contract/json.ts';
import { choice, chosen, option } from './fields.ts';
import type { Job } from './job.ts';
import { listAt, textAt } from './thing.ts';

/** How URNs name the kinds that projects hold. A reserved IP still goes by its former name there. */
type UrnKind = 'droplet' | 'volume' | 'domain' | 'loadbalancer' | 'floatingip' | 'dbaas' | 'kubernetes' | 'app' | 'space';

/** The API answers 200 even for what it did not move. */
const ends: Record<string, (thing: string, project: string) => string> = {
  assigned: (thing, project) => `${thing} is now in ${project}.`,
  ok: (thing, project) => `${thing} is now in ${project}.`,
  already_assigned: (thing, project) => `${thing} was in ${project} already.`,
  not_found: (thing, project) => `${thing} was not moved to ${project}: DigitalOcean does not find it.`,
  service_down: (thing, project) =>
    `${thing} was not moved to ${project}: a part of DigitalOcean does not answer now. Try again later.`,
};

/** Moves a thing of that kind to another project. A thing is in exactly one. */
export const moveToProject = (kind: UrnKind): Job => ({
  name: 'move-to-project',
  label: 'Move to project…',
  level: 'normal',
  keywords: 'assign project',
  submitLabel: 'Move',
  async open({ thing, ask }) {
    const projects = await ask.list('projects_list');
    if (!projects.ok) return projects;
    const others = projects.value.filter((project) => textAt(project, 'id') !== textAt(thing.row, 'project_id'));
    const choices = others.map((project) =>
      option(textAt(project, 'id'), textAt(project, 'name'), textAt(project, 'environment')),
    );
    const hint = choices.length === 0 ? 'There is no other project.' : null;
    return success({ fields: [choice({ name: 'project', label: 'Project', choices, hint })] });
  },
  plan: ({ project }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Move',
        operationId: 'projects_assign_resources',
        path: { project_id: String(project) },
        body: { resources: [`do:${kind}:${thing.id}`] },
      },
    ],
    done([answer]) {
      const [moved] = isObject(answer) ? listAt(answer, 'resources') : [];
      const status = isObject(moved) ? textAt(moved, 'status') : '';
      const name = chosen(fields, 'project', project);
      return ends[status]?.(thing.name, name) ?? `DigitalOcean says “${status}” of moving ${thing.name} to ${name}.`;
    },
  }),
});
