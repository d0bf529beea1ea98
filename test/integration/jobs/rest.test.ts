import { afterEach, describe, expect, it } from 'vitest';
import { vaultWords } from '../../../main/core/words/vault.ts';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const first = (world: World, path: string): Record<string, unknown> => world.demo.rows(path, 'Harbour Works')[0] ?? {};
const firstOf = (world: World, path: string, idAt = 'id') => String(first(world, path)[idAt]);
const gen = '/v2/gen-ai';

/** The sink whose URN tells its id. */
const sinkIn = (world: World): string => String(rowIn(world, '/v2/monitoring/sinks', 'harbour').id);
const sinkOfHarbour = (world: World) => ({ familyId: 'monitoring_list_sinks', thing: 'logbook', id: sinkIn(world) });

describeJobs('the other families', [
  {
    does: 'renew a model key',
    how: (world) => ({
      familyId: 'genai_list_model_api_keys',
      idAt: 'uuid',
      thing: String(first(world, `${gen}/models/api_keys`).name),
      job: 'renew',
    }),
    sends: (world) => [[`PUT ${gen}/models/api_keys/${firstOf(world, `${gen}/models/api_keys`, 'uuid')}/regenerate`, null]],
    says: /^Key \S.* has a new secret\.$/,
  },
  {
    does: 'add a key of another company',
    how: () => ({ familyId: 'genai_list_openai_api_keys', job: 'new', values: { name: 'support', key: 'sk-test' } }),
    sends: () => [[`POST ${gen}/openai/keys`, { name: 'support', api_key: 'sk-test' }]],
    says: 'Agents can use models of OpenAI with support.',
  },
  {
    does: 'make a workspace',
    how: () => ({ familyId: 'genai_list_workspaces', job: 'new', values: { name: 'quay', description: 'The quay' } }),
    sends: () => [[`POST ${gen}/workspaces`, { name: 'quay', description: 'The quay', agent_uuids: [] }]],
    says: 'Workspace quay was made, with 0 agents.',
  },
  {
    does: 'import a model from a bucket',
    how: () => ({
      familyId: 'genai_list_custom_models',
      job: 'new',
      values: { name: 'reader', source: 'SOURCE_TYPE_SPACES_BUCKET', bucket: 'models', region: 'fra1', terms: true },
    }),
    sends: () => [
      [
        `POST ${gen}/custom_models/import`,
        {
          name: 'reader',
          source_type: 'SOURCE_TYPE_SPACES_BUCKET',
          source_ref: { bucket: 'models', region: 'fra1' },
          accept_terms_and_conditions: true,
        },
      ],
    ],
    says: 'reader is being imported.',
  },
  {
    does: 'make a vector database',
    how: () => ({
      familyId: 'vectorDatabases_list',
      job: 'new',
      values: { name: 'vectors', region: 'fra1', size: 's-2vcpu-4gb' },
    }),
    sends: () => [['POST /v2/vector-databases', { name: 'vectors', region: 'fra1', size: 's-2vcpu-4gb' }]],
    says: 'vectors is being made.',
  },
  {
    does: "serve a model of one's own",
    how: (world) => ({
      familyId: 'dedicatedInferences_list',
      job: 'new',
      values: {
        name: 'quay',
        model: 'meta-llama/Llama-3.3-70B-Instruct',
        token: 'hf_invented',
        'size tor1': 'gpu-h100x8-640gb',
        'vpc tor1': idIn(world, '/v2/vpcs', 'models'),
        isPublic: false,
      },
    }),
    sends: (world) => [
      [
        'POST /v2/dedicated-inferences',
        {
          spec: {
            version: 1,
            name: 'quay',
            region: 'tor1',
            vpc: { uuid: idIn(world, '/v2/vpcs', 'models') },
            enable_public_endpoint: false,
            model_deployments: [
              {
                model_slug: 'meta-llama/Llama-3.3-70B-Instruct',
                model_provider: 'hugging_face',
                accelerators: [{ scale: 1, type: 'prefill_decode', accelerator_slug: 'gpu-h100x8-640gb' }],
              },
            ],
          },
          access_tokens: { hugging_face_token: 'hf_invented' },
        },
      ],
    ],
    says: 'quay is being made in Toronto 1, to serve Llama 3.3 70B Instruct.',
    makes: ['/v2/dedicated-inferences', 'quay'],
  },
  {
    does: 'add an add-on, with what its maker asks',
    how: () => ({
      familyId: 'addons_list',
      job: 'new',
      values: { app: 'mail-postman', name: 'quay-mail', 'asked mail-postman domain': 'quay.example.com' },
    }),
    sends: () => [
      [
        'POST /v2/add-ons/saas',
        {
          app_slug: 'mail-postman',
          plan_slug: 'starter',
          name: 'quay-mail',
          metadata: [
            { name: 'domain', value: 'quay.example.com' },
            { name: 'tracking', value: false },
          ],
        },
      ],
    ],
    says: 'quay-mail is being added: Mail postman, Mail starter.',
    makes: ['/v2/add-ons/saas', 'quay-mail'],
  },
  {
    does: 'add an add-on from the catalogue',
    how: () => ({
      familyId: 'addons_get_app',
      idAt: 'app_slug',
      thing: 'log-lantern',
      job: 'add',
      values: { name: 'quay-logs', 'plan log-lantern': 'month', 'asked log-lantern zone': 'Europe' },
    }),
    sends: () => [
      [
        'POST /v2/add-ons/saas',
        { app_slug: 'log-lantern', plan_slug: 'month', name: 'quay-logs', metadata: [{ name: 'zone', value: 'Europe' }] },
      ],
    ],
    says: 'quay-logs is being added: Log lantern, A month of logs.',
    makes: ['/v2/add-ons/saas', 'quay-logs'],
  },
  {
    does: 'scan now',
    how: () => ({ familyId: 'security_list_scans', job: 'new' }),
    sends: () => [['POST /v2/security/scans', null]],
    says: 'What the team has is being scanned.',
  },
  {
    does: 'send the logs of a database to a destination',
    how: (world) => ({
      familyId: 'monitoring_list_destinations',
      thing: String(first(world, '/v2/monitoring/sinks/destinations').name),
      job: 'send-logs',
      values: { from: [`do:kubernetes:${idIn(world, '/v2/kubernetes/clusters', 'harbour')}`] },
    }),
    sends: (world) => [
      [
        'POST /v2/monitoring/sinks',
        {
          destination_uuid: firstOf(world, '/v2/monitoring/sinks/destinations'),
          resources: [{ urn: `do:kubernetes:${idIn(world, '/v2/kubernetes/clusters', 'harbour')}`, name: 'harbour' }],
        },
      ],
    ],
    says: /^The logs of harbour go to \S.*\.$/,
  },
  {
    does: 'stop sending the logs of harbour',
    how: (world) => ({ ...sinkOfHarbour(world), job: 'delete' }),
    sends: (world) => [[`DELETE /v2/monitoring/sinks/${sinkIn(world)}`, null]],
    says: 'No logs go to logbook from there any more.',
  },
  {
    does: 'install an app on a cluster, from the app',
    how: (world) => ({
      familyId: 'oneClicks_list',
      idAt: 'slug',
      thing: 'kubernetes',
      job: 'install',
      values: { cluster: idIn(world, '/v2/kubernetes/clusters', 'harbour') },
    }),
    sends: (world) => [
      [
        'POST /v2/1-clicks/kubernetes',
        {
          addon_slugs: [String(rowIn(world, '/v2/1-clicks', 'kubernetes').slug)],
          cluster_uuid: idIn(world, '/v2/kubernetes/clusters', 'harbour'),
        },
      ],
    ],
    says: /^\S.* is being installed on harbour\.$/,
  },
  {
    does: 'move a domain to another project',
    how: (world) => ({
      familyId: 'domains_list',
      idAt: 'name',
      thing: 'shop.example.com',
      job: 'move-to-project',
      values: { project: idIn(world, '/v2/projects', 'Lab') },
    }),
    sends: (world) => [
      [`POST /v2/projects/${idIn(world, '/v2/projects', 'Lab')}/resources`, { resources: ['do:domain:shop.example.com'] }],
    ],
    says: /^shop\.example\.com is now in Lab\.$/,
  },
]);

describe('a new droplet', () => {
  afterEach(endAll);

  it.each([
    ['of a size, from its row', 'sizes_list', 's-2vcpu-4gb', 'size'],
    ['in a region, from its row', 'regions_list', 'nyc3', 'region'],
  ])('%s', async (_how, familyId, thing, field) => {
    const world = await connected({ seed: 7 });
    const form = await openOn(world, { familyId, thing, idAt: 'slug', job: 'new-droplet' });
    expect(form.fields.find(({ name }) => name === field)?.value).toBe(thing);
  });
});

describe('a policy of backups in its own list', () => {
  afterEach(endAll);

  it('is changed at its droplet, and called after it', async () => {
    const world = await connected({ seed: 7 });
    const policy = (await world.buoy.calls.loadResources({
      familyId: 'droplets_list_backup_policies',
      connectionId: (await world.view()).tables.connections[0]?.id ?? '',
    })) as unknown;
    expect(policy).toMatchObject({ ok: true });
    const { id } = await world.droplet('web-01');
    const { sent, result, form } = await doJob(world, {
      familyId: 'droplets_list_backup_policies',
      idAt: 'droplet_id',
      thing: String(id),
      job: 'backups-change',
      values: { plan: 'daily', hour: '4' },
    });
    expect(form.lines[0]).toBe('Backups of web-01.');
    const body = { type: 'change_backup_policy', backup_policy: { plan: 'daily', hour: 4 } };
    expect(sent).toEqual([{ method: 'POST', path: `/v2/droplets/${id}/actions`, body }]);
    expect(result).toMatchObject({ ok: true, value: { message: expect.stringMatching(/^web-01 is backed up every day/) } });
  });
});

describe('what is on the server of models', () => {
  afterEach(endAll);

  const models = 'inference_list_models';
  const listed = async (world: World, familyId: string) => {
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const read = await world.buoy.calls.loadResources({ familyId, connectionId, parent: {}, isForced: true });
    return read.ok ? 'read' : read.failure.message;
  };

  it('is listed, tried and cancelled with a model key alone', async () => {
    const world = await connected({ seed: 7 });
    expect(await listed(world, models)).toMatch(/asks for a model key/);
    // A locked keyring may have the key: that it has none is not said.
    world.ports.failVault(vaultWords.failure('vault-locked', 'linux'));
    expect(await listed(world, models)).toBe('Your keyring is locked. Buoy looked there for a key: Model key, Harbour Works.');
    world.ports.failVault(null);
    const key = world.demo.inferenceKey;
    const given = await doJob(world, { familyId: models, job: 'give-key', values: { key } });
    expect(given.result).toMatchObject({ ok: true });
    // The list that was refused is read again by itself.
    const ofModels = async () => (await world.view()).tables.resources.find(({ familyId }) => familyId === models);
    await world.until(async () => ((await ofModels())?.count ?? 0) > 0);
    expect((await ofModels())?.freshness.failure).toBeNull();
    const tried = await doJob(world, {
      familyId: models,
      thing: 'mistral-nemo-instruct-2407',
      job: 'try',
      values: { question: 'Which ships came?' },
    });
    expect(tried.result).toMatchObject({ ok: true, value: { answer: expect.stringContaining('Which ships came?') } });
    const batch = world.demo.rows('/v1/batches', 'Harbour Works').find(({ status }) => status === 'in_progress');
    const cancelled = await doJob(world, {
      familyId: 'inference_list_batches',
      idAt: 'batch_id',
      thing: String(batch?.batch_id),
      job: 'cancel',
    });
    expect(cancelled.result).toMatchObject({ ok: true });
    const over = world.demo.rows('/v1/batches', 'Harbour Works').find(({ status }) => status === 'completed');
    const doing = { familyId: 'inference_list_batches', idAt: 'batch_id', thing: String(over?.batch_id) };
    const saved = await doJob(world, { ...doing, job: 'save' });
    expect(saved.result).toMatchObject({
      ok: true,
      value: { message: expect.stringMatching(/^The results of the batch of \S+ are saved\.$/) },
    });
    const file = world.buoy.takeDownload(saved.result.ok ? (saved.result.value.downloadId ?? '') : '');
    expect(new TextDecoder().decode(file?.bytes)).toContain('"custom_id":"request-1"');
    const none = await doJob(world, { ...doing, job: 'save-errors' });
    expect(none.result).toMatchObject({
      ok: true,
      value: { message: expect.stringMatching(/^The batch of \S+ has no errors\.$/), downloadId: null },
    });
    const elsewhere = world.demo.requests().filter(({ url }) => url.startsWith('/v1/'));
    expect(new Set(elsewhere.map(({ credential }) => credential))).toEqual(new Set(['other']));
  });
});

describe('what sends logs', () => {
  afterEach(endAll);

  it('is stopped, and made again as it was', async () => {
    const world = await connected({ seed: 7 });
    const row = rowIn(world, '/v2/monitoring/sinks', 'harbour');
    const { form, result } = await doJob(world, { ...sinkOfHarbour(world), job: 'delete' });
    expect(form).toMatchObject({ level: 'disruptive', title: expect.stringContaining('logbook') });
    expect(form.lines[0]).toBe('The logs of harbour no longer go to logbook. What is there stays.');
    const id = result.ok ? (result.value.again?.id ?? '') : '';
    expect(await world.buoy.calls.runJob({ id, values: {} })).toMatchObject({ ok: true });
    const { destination, resources } = rowIn(world, '/v2/monitoring/sinks', 'harbour');
    expect([destination, resources]).toEqual([row.destination, row.resources]);
  });

  it('is left alone where its id is that of another one by now', async () => {
    const world = await connected({ seed: 7 });
    const other = String(rowIn(world, '/v2/monitoring/sinks', 'lab').id);
    await expect(openOn(world, { ...sinkOfHarbour(world), id: other, job: 'delete' })).rejects.toThrow(/another log sink/);
  });

  it('goes with its destination, which says so before', async () => {
    const world = await connected({ seed: 7 });
    const doing = { familyId: 'monitoring_list_destinations', thing: 'tide-archive', job: 'delete' };
    const { form, result } = await doJob(world, doing);
    expect(result.ok).toBe(true);
    expect(form.goes).toEqual(['tide-archive: no logs go there any more', 'What sends the logs of lab there']);
    const left = world.demo.rows('/v2/monitoring/sinks', 'Harbour Works').map(({ destination }) => destination);
    expect(left).toEqual([expect.objectContaining({ name: 'logbook' })]);
  });
});

describe('a finding of a security scan', () => {
  afterEach(endAll);

  it('is ignored for what it was found on, and told again when that is wanted', async () => {
    const world = await connected({ seed: 7 });
    const familyId = 'security_list_scans';
    const thing = String(world.demo.rows('/v2/security/scans', 'Harbour Works')[0]?.id);
    const form = await openOn(world, { familyId, thing, job: 'ignore' });
    const [finding] = form.fields.flatMap((field) => (field.kind === 'choice' ? field.choices : []));
    const { result, sent } = await doJob(world, { familyId, thing, job: 'ignore', values: { finding: finding?.value ?? '' } });
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/v2/security/settings/suppressions',
        body: { rule_uuid: finding?.value, resources: expect.arrayContaining([expect.stringMatching(/^do:droplet:\d+$/)]) },
      },
    ]);
    const again = result.ok ? result.value.again : null;
    expect(again?.label).toBe('Tell it again');
    const before = world.writes.length;
    expect(await world.buoy.calls.runJob({ id: again?.id ?? '', values: {} })).toMatchObject({ ok: true });
    expect(world.writes.slice(before).map(({ method, path }) => `${method} ${path.replace(/[^/]+$/, '')}`)).toContain(
      'DELETE /v2/security/settings/suppressions/',
    );
  });
});
