import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { wireAction } from '../../../doubles/core/command-context.ts';
import { Failing } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { setUpOperations } from './operations-parts.ts';

const volumes = { connectionId: 'c1', familyId: 'volumes_list' };
const create = { isSchemaMismatchAllowed: true, body: { name: 'data' } };
const lost: Failure = { kind: 'outcome-unknown', message: 'The answer got lost.' };

describe('what a request started', () => {
  it('is an action of the API if the answer contains one', async () => {
    const { answered, followed, state } = setUpOperations({
      dropletActions_post: () => ({ action: wireAction(9001, 'reboot', 101) }),
    });
    const { actionKeys } = await answered('dropletActions_post', { path: { droplet_id: '101' }, body: { type: 'reboot' } });
    expect(actionKeys).toEqual(['c1:9001']);
    expect(state().connections.get('c1')?.actions.get('c1:9001')?.type).toBe('reboot');
    expect(followed).toEqual([]);
  });

  it('is a row that is followed if the API has no action for it', async () => {
    const { answered, followed } = setUpOperations({ apps_create_deployment: () => ({ deployment: { id: 'd1' } }) });
    const { actionKeys } = await answered('apps_create_deployment', { ...create, path: { app_id: 'a1' } });
    expect(actionKeys).toEqual(['c1:follow-1']);
    expect(followed).toMatchObject([{ kind: 'deployment', target: { app_id: 'a1', deployment_id: 'd1' }, connectionId: 'c1' }]);
  });

  it('is nothing if the answer does not say what to follow', async () => {
    const { answered, followed } = setUpOperations({ apps_create_deployment: () => ({}) });
    expect((await answered('apps_create_deployment', { ...create, path: { app_id: 'a1' } })).actionKeys).toEqual([]);
    expect(followed).toEqual([]);
  });
});

describe('what has been listed', () => {
  async function listed(reply: () => unknown) {
    const parts = setUpOperations({ volumes_list: () => [], volumes_create: reply, volumes_get: () => ({}) });
    await parts.resources.calls.loadResources(volumes);
    return { ...parts, listings: () => parts.api.seen.filter(({ operationId }) => operationId === 'volumes_list').length };
  }

  it('is read again after a change', async () => {
    const { answered, listings } = await listed(() => ({ volume: { id: 'v1' } }));
    await answered('volumes_create', create);
    await settle();
    expect(listings()).toBe(2);
  });

  it('is read again after a change whose answer was lost', async () => {
    const { send, listings } = await listed(() => new Failing(lost));
    expect(await send('volumes_create', create)).toEqual({ ok: false, failure: lost });
    await settle();
    expect(listings()).toBe(2);
  });

  it('is left alone after a read, and if nothing was sent', async () => {
    const { answered, send, listings } = await listed(() => ({}));
    await answered('volumes_get', { path: { volume_id: 'v1' } });
    expect((await send('volumes_create', { ...create, credentialName: 'unknown' })).ok).toBe(false);
    await settle();
    expect(listings()).toBe(1);
  });
});

describe('secrets', () => {
  it('are announced by the answer that contains one', async () => {
    const { answered } = setUpOperations({
      kubernetes_get_kubeconfig: () => 'apiVersion: v1\n',
      account_get: () => ({}),
      functions_get_namespace: () => ({ namespace: { namespace: 'fn-1', key: 'open sesame' } }),
    });
    expect((await answered('kubernetes_get_kubeconfig', { path: { cluster_id: 'k1' } })).isSecret).toBe(true);
    expect((await answered('account_get')).isSecret).toBe(false);
    expect((await answered('functions_get_namespace', { path: { namespace_id: 'fn-1' } })).isSecret).toBe(true);
  });

  it('are kept in the vault, shown to the page only by name, and removed with the last one', async () => {
    const { operations, secrets } = setUpOperations();
    const { saveCredential, listCredentials, removeCredential } = operations.calls;
    await Promise.all([
      saveCredential({ name: 'inference', secret: 'sk-do-one' }),
      saveCredential({ name: 'agent', secret: 'agent-two' }),
    ]);
    expect(await listCredentials({})).toEqual({ ok: true, value: ['agent', 'inference'] });
    expect([...secrets.keys()]).toEqual(['credentials']);
    await removeCredential({ name: 'inference' });
    await removeCredential({ name: 'agent' });
    expect(secrets.size).toBe(0);
  });

  it('are sent only with the request that names them', async () => {
    const { operations, answered, api } = setUpOperations({
      inference_list_models: () => ({ data: [] }),
      account_get: () => ({}),
    });
    await operations.calls.saveCredential({ name: 'inference', secret: 'sk-do-one' });
    const result = await answered('inference_list_models', { credentialName: 'inference' });
    await answered('account_get');
    expect(api.seen.map(({ options }) => options.otherCredential)).toEqual(['sk-do-one', undefined]);
    expect(JSON.stringify(result)).not.toContain('sk-do-one');
    expect(JSON.stringify(api.seen.map(({ args }) => args))).not.toContain('sk-do-one');
  });

  it('stop the request, by name, if they are no longer kept', async () => {
    const { send, api } = setUpOperations({ inference_list_models: () => ({}) });
    const outcome = await send('inference_list_models', { credentialName: 'gone' });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'secret-lost', message: expect.stringContaining('gone') } });
    expect(api.seen).toEqual([]);
    expect((await send('inference_list_models')).ok).toBe(true);
  });

  it('are sent to the address that the person gave, for servers of their own', async () => {
    const { operations, answered, api } = setUpOperations({ agentInference_create_chat_completion: () => ({}) });
    await operations.calls.saveCredential({ name: 'agent', secret: 'agent-two' });
    const request = {
      credentialName: 'agent',
      otherBaseUrl: 'https://agent.example.com',
      body: {},
      isSchemaMismatchAllowed: true,
    };
    await answered('agentInference_create_chat_completion', request);
    expect(api.seen[0]?.options).toMatchObject({ otherCredential: 'agent-two', otherBaseUrl: 'https://agent.example.com' });
  });
});
