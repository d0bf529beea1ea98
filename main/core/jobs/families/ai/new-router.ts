import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { listed } from '../../../words/numbers.ts';
import { choices, option, several, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { placeField } from './ai-choices.ts';

/** How a router calls a model. */
const routedName = (model: JsonObject): string => textAt(model, 'inference_name') || textAt(model, 'id') || textAt(model, 'name');

/** What a preset says of a kind of question: which models answer it, and what decides between them. */
function policyOf(preset: JsonObject): JsonObject {
  const selection = objectAt(preset, 'selection_policy');
  return {
    task_slug: textAt(preset, 'task_slug'),
    models: listAt(preset, 'models'),
    ...(Object.keys(selection).length === 0 ? {} : { selection_policy: selection }),
  };
}

/** Kinds of questions as DigitalOcean has them ready, and what answers everything else. */
export const newRouter: Job = {
  name: 'new',
  label: 'New router…',
  level: 'normal',
  isNew: true,
  keywords: 'create models route choose cheap',
  submitLabel: 'Make router',
  async open({ ask, nowMs }) {
    const [models, tasks, regions] = await Promise.all([
      ask.list('genai_list_models'),
      ask.list('genai_list_model_router_task_presets'),
      ask.list('genai_list_datacenter_regions'),
    ]);
    if (!models.ok) return models;
    if (!tasks.ok) return tasks;
    if (!regions.ok) return regions;
    return success({
      lines: ['Which model answers is decided for each question. Each question costs the tokens of the model that answers it.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('router', nowMs) }),
        placeField(regions.value),
        choices({
          name: 'tasks',
          label: 'Kinds of questions',
          choices: tasks.value.map((task) =>
            option(
              textAt(task, 'task_slug'),
              textAt(task, 'name') || textAt(task, 'task_slug'),
              listed(listAt(task, 'models').map(String), 3) || null,
            ),
          ),
        }),
        choices({
          name: 'others',
          label: 'What answers everything else',
          choices: models.value.map((model) => option(routedName(model), textAt(model, 'name'))),
          isRequired: true,
          hint: 'If one of them does not answer, the next one does.',
        }),
      ],
      data: { tasks: tasks.value },
    });
  },
  plan({ name, region, tasks, others }, _context, { data = {} }) {
    const presets = (Array.isArray(data.tasks) ? data.tasks : []).filter(isObject);
    const chosenTasks = several(tasks);
    return {
      steps: [
        {
          label: 'Make router',
          operationId: 'genai_create_model_router',
          body: {
            name: String(name),
            regions: [String(region)],
            fallback_models: several(others),
            policies: presets.filter((preset) => chosenTasks.includes(textAt(preset, 'task_slug'))).map(policyOf),
          },
        },
      ],
      done: () => `Router ${name} was made.`,
    };
  },
};
