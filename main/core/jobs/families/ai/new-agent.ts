import { success } from '../../../../../preload/contract/failure.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, choices, chosen, option, several, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { modelChoices, placeField, projectField, readAgentModels } from './ai-choices.ts';

export const newAgent: Job = {
  name: 'new',
  label: 'New agent…',
  level: 'normal',
  isNew: true,
  keywords: 'create ai assistant chatbot',
  submitLabel: 'Make agent',
  async open({ ask, nowMs }) {
    const [models, regions, projects, bases] = await Promise.all([
      readAgentModels(ask),
      ask.list('genai_list_datacenter_regions'),
      ask.list('projects_list'),
      ask.list('genai_list_knowledge_bases'),
    ]);
    if (!models.ok) return models;
    if (!regions.ok) return regions;
    if (!projects.ok) return projects;
    // Knowledge can be added later, so a token that may not read it makes agents all the same.
    const known = bases.ok ? bases.value.map((base) => option(textAt(base, 'uuid'), textAt(base, 'name'))) : [];
    return success({
      lines: ['Each question to it costs tokens. Nobody can ask it before it has a key.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('agent', nowMs) }),
        choice({ name: 'model', label: 'Model', choices: modelChoices(models.value) }),
        text({ name: 'instruction', label: 'Instructions', isLong: true, hint: 'What it is for, and how it is to answer.' }),
        placeField(regions.value),
        projectField(projects.value),
        choices({
          name: 'bases',
          label: 'Answers from',
          choices: known,
          hint: 'Knowledge bases. None: from what the model knows.',
        }),
      ],
    });
  },
  plan({ name, model, instruction, region, project, bases }, _context, { fields }) {
    const ids = several(bases);
    const body = {
      name: String(name),
      model_uuid: String(model),
      instruction: String(instruction),
      region: String(region),
      project_id: String(project),
      ...(ids.length === 0 ? {} : { knowledge_base_uuid: ids }),
    };
    return {
      steps: [{ label: 'Make agent', operationId: 'genai_create_agent', body }],
      done: () => `${name} is being made, and will answer with ${chosen(fields, 'model', model)}.`,
    };
  },
};
