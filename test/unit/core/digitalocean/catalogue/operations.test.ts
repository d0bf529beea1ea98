import { describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { flatten } from '../../../../../preload/contract/json-schema/flatten.ts';
import { collectionOverrides } from '../../../../../scripts/build-catalogue/collections.ts';
import { readOperations, readTags } from './read-catalogue.ts';

describe('listings', () => {
  it.each([
    ['droplets_list', 'droplets', 'page', 'per_page'],
    ['oneClicks_list', '1_clicks', 'none', null],
    ['databases_list', 'dbs', 'none', null],
    ['nfs_list', 'shares', 'none', null],
    ['invoices_get_byUUID', 'invoice_items', 'page', 'per_page'],
    ['genai_list_agents', 'agents', 'page-genai', 'per_page'],
    ['genai_list_model_catalog', 'data', 'page-genai', 'limit'],
    ['billingInsights_list', 'data_points', 'page-flat', 'per_page'],
    ['vectorDatabases_list', 'vector_dbs', 'page-flat', 'per_page'],
    ['inference_list_batches', 'data', 'cursor', 'limit'],
    ['billingHistory_list', 'billing_history', 'links-only', null],
    ['droplets_get', null, 'none', null],
    ['droplets_create', null, 'none', null],
    ['droplets_list_associatedResources', null, 'none', null],
    ['balance_get', null, 'none', null],
  ])('%s lists %s, continued by %s with size %s', async (id, collectionKey, pagination, pageSizeParameter) => {
    const { operation } = await findOperation(id);
    expect(operation).toMatchObject({ collectionKey, pagination, pageSizeParameter });
  });

  it('name an array of the answer, or an object where it says so', async () => {
    for (const { operations, schemas } of await readTags()) {
      for (const { id, collectionKey, isCollectionMap, responses } of operations) {
        if (collectionKey === null) continue;
        const answer = flatten(responses[0]?.schema ?? {}, schemas).own;
        const collection = flatten(answer.properties?.[collectionKey] ?? {}, schemas).own;
        expect(collection.type, id).toBe(isCollectionMap ? 'object' : 'array');
        expect(responses[0]?.collectionKey).toBe(collectionKey);
      }
    }
  });

  it('have overrides only for operations that exist', async () => {
    const known = new Set((await loadIndex()).operations.map((one) => one.id));
    expect(Object.keys(collectionOverrides).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('what an operation needs', () => {
  it('says where it is served', async () => {
    const count = Object.groupBy(await readOperations(), (one) => one.server);
    expect(count.inference).toHaveLength(13);
    expect(count.agent?.map((one) => one.id)).toEqual(['agentInference_create_chat_completion']);
    expect(count.presigned?.map((one) => one.id)).toEqual(['inference_upload_batch_file']);
    expect(count.api).toHaveLength(644);
  });

  it('keeps alternative scopes apart from scopes that are all needed', async () => {
    const record = await findOperation('domains_create_record');
    expect(record.operation.scopes).toEqual([['domain:create'], ['domain:update']]);
    const inference = await findOperation('inference_list_models');
    expect(inference.operation.scopes).toEqual([]);
  });

  it('declares every name in a path, and no other name', async () => {
    for (const { id, path, parameters } of await readOperations()) {
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name).sort();
      const declared = parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(declared.sort(), id).toEqual(inPath);
    }
  });

  it('keeps the header that confirms a dangerous call', async () => {
    const { operation } = await findOperation('droplets_destroy_withAssociatedResourcesDangerous');
    expect(operation.parameters).toContainEqual(expect.objectContaining({ name: 'X-Dangerous', in: 'header', isRequired: true }));
  });

  it('has the limits that only some operations have', async () => {
    const limited = (await readOperations()).filter((one) => one.limit !== null);
    expect(limited.filter((one) => one.limit?.group === 'cdn-endpoints')).toHaveLength(6);
    expect(limited.filter((one) => one.limit?.group === 'account-keys').map((one) => one.id)).toEqual(['sshKeys_list']);
    const purge = limited.find((one) => one.id === 'cdn_purge_cache');
    expect(purge?.limit?.items).toEqual({ property: 'files', maximum: 50, windowSeconds: 20 });
  });

  it.each([
    ['invoices_get_pdfByUUID', ['application/pdf']],
    ['invoices_get_csvByUUID', ['text/csv']],
    ['kubernetes_get_kubeconfig', ['application/yaml']],
    ['droplets_destroy', []],
    ['inference_create_chat_completion', ['application/json', 'text/event-stream']],
  ])('knows the media types that %s answers with', async (id, mediaTypes) => {
    expect((await findOperation(id)).operation.responses[0]?.mediaTypes).toEqual(mediaTypes);
  });

  it('has no success for the one operation that documents none', async () => {
    const without = (await readOperations()).filter((one) => one.responses.length === 0);
    expect(without.map((one) => one.id)).toEqual(['genai_create_model_api_key']);
  });
});
