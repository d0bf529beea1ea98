import { success } from '../../../../../preload/contract/failure.ts';
import type { Json } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionOf, textAt } from '../../thing.ts';
import { modelChoices, placeField, projectField } from './ai-choices.ts';
import { readRegions, sourceFields, sourcesFrom, sourceUploads } from './knowledge-sources.ts';

/** Its index then gets a database of its own. */
const ownDatabase = 'new';

export const newKnowledgeBase: Job = {
  name: 'new',
  label: 'New knowledge base…',
  level: 'normal',
  isNew: true,
  keywords: 'create ai documents rag index website',
  submitLabel: 'Make knowledge base',
  async open({ ask, nowMs }) {
    const [models, places, projects, regions, clusters] = await Promise.all([
      ask.list('genai_list_models', {}, { usecases: 'MODEL_USECASE_KNOWLEDGEBASE' }),
      ask.list('genai_list_datacenter_regions'),
      ask.list('projects_list'),
      readRegions(ask),
      ask.list('databases_list_clusters'),
    ]);
    if (!models.ok) return models;
    if (!places.ok) return places;
    if (!projects.ok) return projects;
    if (!regions.ok) return regions;
    const searching = (clusters.ok ? clusters.value : []).filter(({ engine }) => engine === 'opensearch');
    const embedding = modelChoices(models.value);
    return success({
      lines: ['To index what it reads costs tokens. Its index is kept in an OpenSearch database, which is billed too.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('knowledge', nowMs) }),
        ...sourceFields(regions.value, true),
        choice({
          name: 'model',
          label: 'Embedding model',
          choices: embedding,
          value: embedding[0]?.value ?? null,
          hint: 'It cannot be changed later.',
        }),
        placeField(places.value),
        projectField(projects.value),
        choice({
          name: 'database',
          label: 'Database',
          choices: [
            option(ownDatabase, 'A new one', 'OpenSearch'),
            ...searching.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), regionOf(row))),
          ],
          value: ownDatabase,
        }),
      ],
    });
  },
  plan(values, _context, { fields }) {
    const { name, model, region, project, database } = values;
    const body = (answers: readonly Json[]) => ({
      name: String(name),
      embedding_model_uuid: String(model),
      region: String(region),
      project_id: String(project),
      ...(database === ownDatabase ? {} : { database_id: String(database) }),
      datasources: sourcesFrom(values, answers),
    });
    const where = chosen(fields, 'region', region);
    return {
      steps: [...sourceUploads(values), { label: 'Make knowledge base', operationId: 'genai_create_knowledge_base', body }],
      done: () => `${name} is being made in ${where}.${values.kind === 'none' ? ' Add a source to it next.' : ''}`,
    };
  },
};
