import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { apiRequestSchema } from '../../../../../preload/contract/schema.ts';
import { setField } from '../../../../../renderer/forms/model/edit.ts';
import { operationRoute } from '../../../../../renderer/routes/operation-route.ts';
import { readRecent, rememberRecent } from '../../../../../renderer/screens/operations/list/recent.ts';
import { placeOf } from '../../../../../renderer/screens/operations/operation-place.ts';
import { apiRequest, draftProblems, isBlocking } from '../../../../../renderer/screens/operations/request/request.ts';
import { openOperation } from './open-operation.ts';

const how = { connectionId: 'hw', requestId: 'r1', isSchemaMismatchAllowed: false };

describe('apiRequest', () => {
  it('fits the contract for every operation, even if nothing is filled in', async () => {
    const index = await loadIndex();
    for (const { id } of index.operations) {
      const { operation, shapes, draft } = await openOperation(id);
      const parsed = apiRequestSchema.safeParse(apiRequest(operation, shapes, draft, how));
      expect(parsed.success, id).toBe(true);
    }
  });

  it('sends path values and queries as text, and lists as lists', async () => {
    const { operation, shapes, draft } = await openOperation('droplets_get', { path: { droplet_id: '42' } });
    expect(apiRequest(operation, shapes, draft, how)).toMatchObject({ path: { droplet_id: '42' }, query: {} });
    const jobs = await openOperation('apps_list_job_invocations', { path: { app_id: 'a' }, query: { job_names: 'one,two' } });
    expect(apiRequest(jobs.operation, jobs.shapes, jobs.draft, how).query).toEqual({ job_names: ['one', 'two'] });
  });

  it('leaves out an optional body in which nothing is set, and sends an empty required one', async () => {
    const optional = await openOperation('apps_create_deployment', { path: { app_id: 'a' } });
    const request = apiRequest(optional.operation, optional.shapes, optional.draft, how);
    expect('body' in request).toBe(optional.shapes.isBodyRequired);
    const required = await openOperation('droplets_create');
    expect(apiRequest(required.operation, required.shapes, required.draft, how).body).toEqual({});
  });

  it('distinguishes absent, empty and null', async () => {
    const { operation, shapes, draft } = await openOperation('droplets_create', {
      body: { name: 'a', size: 's', image: 'i', user_data: '', tags: null, volumes: [] },
    });
    expect(apiRequest(operation, shapes, draft, how).body).toEqual({
      name: 'a',
      size: 's',
      image: 'i',
      user_data: '',
      tags: null,
      volumes: [],
    });
  });

  it('reads all pages only if there are pages', async () => {
    const list = await openOperation('droplets_list', {}, { isAllPages: true });
    const one = await openOperation('droplets_get', { path: { droplet_id: '1' } }, { isAllPages: true });
    expect(apiRequest(list.operation, list.shapes, list.draft, how).isAllPages).toBe(true);
    expect(apiRequest(one.operation, one.shapes, one.draft, how).isAllPages).toBe(false);
  });

  it('names a saved key only for servers other than the API', async () => {
    const key = { credentialName: 'support agent', otherBaseUrl: ' https://a1.example.com ' };
    const agent = await openOperation('agentInference_create_chat_completion', {}, key);
    expect(apiRequest(agent.operation, agent.shapes, agent.draft, how)).toMatchObject({
      credentialName: 'support agent',
      otherBaseUrl: 'https://a1.example.com',
    });
    const api = await openOperation('droplets_list', {}, key);
    expect(apiRequest(api.operation, api.shapes, api.draft, how)).not.toHaveProperty('credentialName');
  });

  it('never asks a person for headers that the guard or the client sets', async () => {
    const index = await loadIndex();
    const own: string[] = [];
    for (const { id } of index.operations) {
      const { operation, shapes, draft } = await openOperation(id);
      expect(apiRequest(operation, shapes, draft, how).headers).toEqual({});
      own.push(...shapes.ownHeaders);
    }
    expect(new Set(own)).toEqual(new Set(['X-Dangerous']));
  });
});

describe('draftProblems', () => {
  it('stop a request whose address has a missing value', async () => {
    const { shapes, draft } = await openOperation('droplets_get');
    const [problem] = draftProblems(shapes, draft);
    expect(problem).toMatchObject({ pointer: 'path/droplet_id', kind: 'missing' });
    expect(problem && isBlocking(problem)).toBe(true);
  });

  it('name what a body lacks, but let it be sent anyway', async () => {
    const { shapes, draft } = await openOperation('droplets_create');
    const problems = draftProblems(shapes, draft);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['body/name', 'body/size', 'body/image']);
    expect(problems.some(isBlocking)).toBe(false);
  });

  it('stop a number that cannot be read', async () => {
    const { shapes, draft } = await openOperation('volumes_create', { body: { name: 'v', region: 'fra1', size_gigabytes: 10 } });
    const shape = shapes.body;
    const body = draft.body;
    if (shape?.kind !== 'variants' || body.kind !== 'variant' || body.node.kind !== 'group') throw new Error('another shape');
    const group = shape.variants[body.index]?.shape();
    if (group?.kind !== 'group') throw new Error('another shape');
    const typed = setField(body.node, group, 'size_gigabytes', { kind: 'number', text: '12 GB' });
    const problems = draftProblems(shapes, { ...draft, body: { ...body, node: typed } });
    expect(problems).toMatchObject([{ pointer: 'body/size_gigabytes', message: 'This is not a number', kind: 'unreadable' }]);
    expect(problems.every(isBlocking)).toBe(true);
  });
});

describe('placeOf', () => {
  it('reads the addresses that links elsewhere use', () => {
    const values = { path: { domain_name: 'example.com/ü?&' }, query: { tag_name: 'a b' } };
    expect(placeOf(operationRoute('domains_get', { connectionId: 'hw', ...values }))).toEqual({
      operationId: 'domains_get',
      connectionId: 'hw',
      ...values,
      body: undefined,
    });
  });

  it('accepts ids with a dot, a body, and nothing else for an operation', () => {
    expect(placeOf('#/operations/monitoring_get.yml')?.operationId).toBe('monitoring_get.yml');
    expect(placeOf(`#/operations/x?body=${encodeURIComponent('{"a":[1]}')}`)?.body).toEqual({ a: [1] });
    expect(placeOf('#/operations/x?body=%7B')?.body).toBeUndefined();
    expect(placeOf('#/operations')).toBeNull();
    expect(placeOf('#/droplets/hw:1')).toBeNull();
    expect(placeOf('#/operations/%E0%A4%A')?.operationId).toBe('%E0%A4%A');
  });
});

describe('recent operations', () => {
  const storageOf = (initial: string | null) => {
    let kept = initial;
    return { getItem: () => kept, setItem: (_name: string, value: string) => (kept = value), kept: () => kept };
  };

  it('keeps only ids, newest first, each once', () => {
    const storage = storageOf('["b","a"]');
    expect(rememberRecent(storage, 'a')).toEqual(['a', 'b']);
    expect(storage.kept()).toBe('["a","b"]');
  });

  it('starts over if what was stored cannot be read', () => {
    expect(readRecent(storageOf('{broken'))).toEqual([]);
    expect(readRecent(storageOf('[1,"a"]'))).toEqual(['a']);
    expect(readRecent(null)).toEqual([]);
  });
});
