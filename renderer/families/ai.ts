import { age, code, count, link, name, price, region, status, text, yesNo } from './columns.ts';
import { type FamilyGroup, family, newestFirst, oldestLast } from './family.ts';

const agentKeys = [name(), age()];

export const ai: FamilyGroup = {
  title: 'AI',
  families: [
    family('genai_list_workspaces', 'Workspaces', [name(), text('About', 'description'), count('Agents', 'agents'), age()], {
      create: 'genai_create_workspace',
      idAt: ['uuid'],
    }),
    family(
      'genai_list_agents',
      'Agents',
      [
        name(),
        status('deployment.status'),
        text('Model', 'model.name'),
        region(),
        link('Project', 'project_id', 'projects_list'),
        age(),
      ],
      { create: 'genai_create_agent', idAt: ['uuid'] },
    ),
    family('genai_list_agent_api_keys', 'Agent keys', agentKeys, {
      inside: 'genai_list_agents',
      create: 'genai_create_agent_api_key',
      idAt: ['uuid'],
    }),
    family(
      'genai_list_agent_versions',
      'Versions',
      [name('created_at', 'Made'), text('By', 'created_by_email'), yesNo('Current', 'currently_applied')],
      {
        order: oldestLast,
        inside: 'genai_list_agents',
        idAt: ['version_hash'],
      },
    ),
    family(
      'genai_list_knowledge_bases',
      'Knowledge bases',
      [
        name(),
        status('last_indexing_job.phase', 'Last indexing'),
        region(),
        link('Database', 'database_id', 'databases_list_clusters'),
        yesNo('Public', 'is_public'),
        age(),
      ],
      { create: 'genai_create_knowledge_base', idAt: ['uuid'] },
    ),
    family(
      'genai_list_knowledge_base_data_sources',
      'Data sources',
      [
        name([
          'bucket_name',
          'spaces_data_source.bucket_name',
          'web_crawler_data_source.base_url',
          'file_upload_data_source.original_file_name',
          'uuid',
        ]),
        region(['region', 'spaces_data_source.region']),
        status('last_datasource_indexing_job.status', 'Last indexing'),
        age(),
      ],
      { inside: 'genai_list_knowledge_bases', create: 'genai_create_knowledge_base_data_source', idAt: ['uuid'] },
    ),
    family(
      'genai_list_indexing_jobs',
      'Indexing jobs',
      [name('knowledge_base_uuid', 'Knowledge base'), status('phase'), text('Tokens', 'tokens', '80px'), age()],
      {
        create: 'genai_create_indexing_job',
        idAt: ['uuid'],
        order: newestFirst,
        standsFor: { id: 'knowledge_base_uuid', familyId: 'genai_list_knowledge_bases' },
      },
    ),
    family(
      'genai_list_models',
      'Models',
      [name(), text('Provider', 'provider'), text('Version', ['version', 'inference_version'], '80px'), age()],
      {
        idAt: ['uuid', 'id'],
      },
    ),
    family('genai_list_model_catalog', 'Model catalogue', [
      name(['name', 'id']),
      text('Provider', ['provider', 'provider_name']),
      text('Kind', ['type', 'model_type']),
    ]),
    family('genai_list_custom_models', 'Custom models', [name(), status(), text('Source', 'source_type'), age()], {
      idAt: ['uuid'],
    }),
    family('genai_list_model_api_keys', 'Model keys', agentKeys, { create: 'genai_create_model_api_key', idAt: ['uuid'] }),
    family('genai_list_model_routers', 'Model routers', [name(), text('About', 'description'), age()], {
      create: 'genai_create_model_router',
      idAt: ['uuid'],
    }),
    family('genai_list_openai_api_keys', 'OpenAI keys', agentKeys, { create: 'genai_create_openai_api_key', idAt: ['uuid'] }),
    family('genai_list_anthropic_api_keys', 'Anthropic keys', agentKeys, {
      create: 'genai_create_anthropic_api_key',
      idAt: ['uuid'],
    }),
    family(
      'genai_list_evaluation_test_cases',
      'Evaluation test cases',
      [name(), text('About', 'description'), count('Runs', 'total_runs'), age()],
      {
        create: 'genai_create_evaluation_test_case',
        idAt: ['test_case_uuid', 'uuid'],
      },
    ),
    family('genai_list_evaluation_datasets', 'Evaluation datasets', [name('dataset_name'), count('Rows', 'row_count'), age()], {
      create: 'genai_create_evaluation_dataset',
      idAt: ['dataset_uuid', 'uuid'],
    }),
    family('genai_list_model_evaluation_runs', 'Model evaluation runs', [name(), status(), age()], {
      create: 'genai_create_model_evaluation_run',
      idAt: ['eval_run_uuid', 'uuid'],
    }),
    family(
      'dedicatedInferences_list',
      'Dedicated inference',
      [name(['spec.name', 'id']), status(), region(), code('Endpoint', 'endpoints.public_endpoint_fqdn'), age()],
      {
        create: 'dedicatedInferences_create',
      },
    ),
    family(
      'dedicatedInferences_list_sizes',
      'GPU sizes',
      [name('gpu_slug', 'Size'), region(), price('price_per_hour', 'An hour')],
      {
        idAt: ['gpu_slug'],
      },
    ),
    family('inference_list_models', 'Inference models', [name('id'), text('Owner', 'owned_by'), age('created')], {
      idAt: ['id'],
    }),
    family('inference_list_batches', 'Batches', [name('created_at', 'Made'), status(), text('Endpoint', 'endpoint')], {
      create: 'inference_create_batch',
      idAt: ['batch_id'],
      order: oldestLast,
    }),
  ],
};
