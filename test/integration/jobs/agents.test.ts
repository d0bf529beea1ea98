import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const path = '/v2/gen-ai/agents';
const uuidIn = (world: World, at: string, name: string) => String(rowIn(world, at, name).uuid);
const agent = (world: World) => uuidIn(world, path, 'support-desk');
const handbook = (world: World) => uuidIn(world, '/v2/gen-ai/knowledge_bases', 'handbook');
const doing = { familyId: 'genai_list_agents', idAt: 'uuid', thing: 'support-desk' };
const makeKey = { ...doing, job: 'new-key', values: { name: 'ci' } };
const keys = (world: World) => `${path}/${agent(world)}/api_keys`;

/** A key of the agent, made so that it can be renewed or deleted. */
const keyDoing = async (world: World, job: string) => {
  await doJob(world, makeKey);
  return { familyId: 'genai_list_agent_api_keys', idAt: 'uuid', thing: 'ci', parent: { agent_uuid: agent(world) }, job };
};

const tested = (world: World) => ({
  name: 'quay',
  model: uuidIn(world, '/v2/gen-ai/models', 'GPT-oss (120B)'),
  instruction: 'Say when ships arrive.',
});

describeJobs('agents', [
  {
    does: 'make one that answers from the handbook',
    how: (world) => ({ familyId: doing.familyId, job: 'new', values: { ...tested(world), bases: [handbook(world)] } }),
    sends: (world) => [
      [
        `POST ${path}`,
        {
          name: 'quay',
          model_uuid: tested(world).model,
          instruction: 'Say when ships arrive.',
          region: 'tor1',
          project_id: String(world.demo.rows('/v2/projects', 'Harbour Works').find((one) => one.is_default)?.id),
          knowledge_base_uuid: [handbook(world)],
        },
      ],
    ],
    says: 'quay is being made, and will answer with GPT-oss (120B).',
    makes: [path, 'quay'],
  },
  {
    does: 'make a key',
    how: () => makeKey,
    sends: (world) => [[`POST ${keys(world)}`, { name: 'ci' }]],
    says: 'Key ci may ask support-desk.',
  },
  {
    does: 'change the instructions',
    how: () => ({ ...doing, job: 'instructions', values: { instruction: 'Answer in one sentence.' } }),
    sends: (world) => [[`PUT ${path}/${agent(world)}`, { instruction: 'Answer in one sentence.' }]],
    says: 'support-desk follows its new instructions from the next question on.',
  },
  {
    does: 'change the model',
    how: (world) => ({ ...doing, job: 'model', values: { model: uuidIn(world, '/v2/gen-ai/models', 'GPT-oss (120B)') } }),
    sends: (world) => [[`PUT ${path}/${agent(world)}`, { model_uuid: uuidIn(world, '/v2/gen-ai/models', 'GPT-oss (120B)') }]],
    says: 'support-desk answers with GPT-oss (120B) from the next question on.',
  },
  {
    does: 'open it to everyone',
    how: () => ({ ...doing, job: 'who-may', values: { visibility: 'VISIBILITY_PUBLIC' } }),
    sends: (world) => [
      [`PUT ${path}/${agent(world)}/deployment_visibility`, { uuid: agent(world), visibility: 'VISIBILITY_PUBLIC' }],
    ],
    says: 'May use support-desk: anyone who has its address.',
  },
  {
    does: 'add knowledge',
    how: (world) => ({ ...doing, job: 'add-knowledge', values: { base: handbook(world) } }),
    sends: (world) => [[`POST ${path}/${agent(world)}/knowledge_bases/${handbook(world)}`, null]],
    says: 'support-desk answers from handbook too.',
  },
  {
    does: 'go back to the version of before',
    how: () => ({ ...doing, job: 'go-back' }),
    sends(world) {
      const { version_hash } = rowIn(world, `${path}/${agent(world)}/versions`, 'Answer briefly.');
      return [[`PUT ${path}/${agent(world)}/versions`, { uuid: agent(world), version_hash }]];
    },
    says: /^support-desk goes back to its version of \d+ \w+\.$/,
  },
  {
    does: 'delete it',
    how: () => ({ ...doing, job: 'delete' }),
    sends: (world) => [[`DELETE ${path}/${agent(world)}`, null]],
    says: 'support-desk is being deleted.',
  },
]);

describe('the keys of an agent', () => {
  afterEach(endAll);

  it('are renewed with a new secret, which stands in no sentence', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent } = await doJob(world, await keyDoing(world, 'renew'));
    if (!result.ok) throw new Error(result.failure.message);
    expect(sent).toMatchObject([{ method: 'PUT', path: expect.stringMatching(/\/api_keys\/[^/]+\/regenerate$/) }]);
    expect(result.value).toMatchObject({ message: 'Key ci has a new secret.', secret: { label: 'Secret of ci' } });
    expect(result.value.secret?.value).toMatch(/^\S{20,}$/);
  });

  it('are deleted after their name was typed', async () => {
    const world = await connected({ seed: 7 });
    const { form, result, sent } = await doJob(world, await keyDoing(world, 'delete'));
    expect(form.typeToConfirm).toBe('ci');
    expect(sent).toMatchObject([{ method: 'DELETE', path: expect.stringContaining(keys(world)) }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'Key ci is deleted.' } });
  });
});

describe('the knowledge of an agent', () => {
  afterEach(endAll);

  it('can be taken away again', async () => {
    const world = await connected({ seed: 7 });
    const values = { base: handbook(world) };
    await doJob(world, { ...doing, job: 'add-knowledge', values });
    const { result, sent } = await doJob(world, { ...doing, job: 'take-knowledge', values });
    expect(sent).toMatchObject([{ method: 'DELETE', path: `${path}/${agent(world)}/knowledge_bases/${values.base}` }]);
    expect(result).toMatchObject({ ok: true, value: { message: 'support-desk no longer answers from handbook.' } });
  });
});
