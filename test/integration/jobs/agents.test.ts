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
    does: 'go back to a version from the list of them',
    how: (world) => ({
      familyId: 'genai_list_agent_versions',
      idAt: 'version_hash',
      parent: { uuid: agent(world) },
      thing: 'Answer briefly.',
      job: 'go-back',
    }),
    sends(world) {
      const { version_hash } = rowIn(world, `${path}/${agent(world)}/versions`, 'Answer briefly.');
      return [[`PUT ${path}/${agent(world)}/versions`, { uuid: agent(world), version_hash }]];
    },
    says: /^The agent goes back to its version of \S+\.$/,
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

describe('asking an agent', () => {
  afterEach(endAll);

  const ask = { ...doing, job: 'ask' };
  const questions = (world: World) => world.demo.requests().filter(({ url }) => url.includes('chat/completions'));

  /** A world with a key of the agent that was just made. */
  async function keyed() {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, makeKey);
    const key = result.ok ? (result.value.secret?.value ?? '') : '';
    return { world, key };
  }

  it('streams its answer, with the key of the agent and never with the token', async () => {
    const { world, key } = await keyed();
    const chunks: string[] = [];
    world.buoy.on('streamChunk', ({ text }) => void chunks.push(text));
    const { form, result } = await doJob(world, { ...ask, values: { key, question: 'Where is my order?' } });
    expect(form).toMatchObject({ isAnswered: true, lines: ['Each question costs tokens.', expect.any(String)] });
    expect(result).toMatchObject({ ok: true, value: { answer: expect.stringContaining('“Where is my order?”') } });
    expect(chunks.length).toBeGreaterThan(2);
    const [sent] = questions(world);
    expect(sent?.credential).toBe('other');
    expect(world.ports.logged.join('\n')).not.toContain(key);
  });

  it('asks for the key once a session, and again in the same dialog', async () => {
    const { world, key } = await keyed();
    const { form } = await doJob(world, { ...ask, values: { key, question: 'One?' } });
    const again = await world.buoy.calls.runJob({ id: form.id, values: { key, question: 'Two?' } });
    expect(again).toMatchObject({ ok: true, value: { answer: expect.stringContaining('Two?') } });
    const later = await doJob(world, { ...ask, values: { question: 'Three?' } });
    expect(later.form.fields.map(({ name }) => name)).toEqual(['which', 'key', 'isSaved', 'question']);
    expect(later.result).toMatchObject({ ok: true, value: { answer: expect.stringContaining('Three?') } });
    expect(await world.buoy.calls.listCredentials({})).toEqual({ ok: true, value: [] });
  });

  it('keeps the key beyond the session if that is ticked', async () => {
    const { world, key } = await keyed();
    await doJob(world, { ...ask, values: { key, question: 'One?', isSaved: true } });
    const saved = await world.buoy.calls.listCredentials({});
    expect(saved).toEqual({ ok: true, value: ['Agent support-desk, Harbour Works'] });
  });

  it.each([
    ['another key', 'not-a-key-of-it', /refused/],
    ['a token of the account', 'dop_v1_invented', /goes to no other server/],
    ['no key', '', /Key of the agent/],
    ['dots in place of a key', '••••', /is no key/],
  ])('does not go on with %s', async (_case, key, says) => {
    const { world } = await keyed();
    const { result } = await doJob(world, { ...ask, values: { key, question: 'One?' } });
    expect(result).toMatchObject({ ok: false, failure: { field: 'key', message: expect.stringMatching(says) } });
  });

  it.each([
    'https://evil.example.com/agents',
    'http://abc.agents.do-ai.run',
    'https://agents.do-ai.run.example.com',
    'https://a:b@abc.agents.do-ai.run',
  ])('sends nothing to an agent that is said to be at %s', async (url) => {
    const { world } = await keyed();
    const row = { ...rowIn(world, path, 'support-desk'), deployment: { url } } as Record<string, unknown>;
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const thing = { connectionId, familyId: doing.familyId, id: String(row.uuid), parent: {}, row };
    const opened = await world.buoy.calls.openJob({ name: 'ask', thing });
    const message = expect.stringContaining(new URL(url).host) as string;
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'refused', message } });
    expect(questions(world)).toEqual([]);
  });
});
