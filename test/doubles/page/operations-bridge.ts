import { loadIndex, loadTag } from '../../../main/core/digitalocean/catalogue/load.ts';
import { readFamily } from '../../../main/core/resources/read-family.ts';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { failed, type Outcome, success } from '../../../preload/contract/failure.ts';
import type { ApiRequest, ApiResult, CallName, EventName } from '../../../preload/contract/schema.ts';
import { type FullView, resourceKey } from '../../../preload/contract/view.ts';
import { createFakeApi } from '../core/fake-api.ts';
import { inventedResources } from '../invented/invented-resources.ts';
import { createFakeBridge, type FakeBridge } from './fake-bridge.ts';

export type Respond = (request: ApiRequest, stream: (text: string) => void) => Outcome<ApiResult> | Promise<Outcome<ApiResult>>;

/** A bridge that reads the committed catalogue, lists invented resources, and answers requests as the test says. */
export interface OperationsBridge extends FakeBridge {
  respondWith(respond: Respond): void;
  readonly sent: ApiRequest[];
}

export const answered = (value: unknown, own: Partial<Extract<ApiResult, { status: 'answered' }>> = {}): Outcome<ApiResult> =>
  success({
    status: 'answered',
    httpStatus: 200,
    durationMs: 412,
    cost: 1,
    remaining: 4611,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['ratelimit-remaining', '4611'],
      ['x-request-id', '8c1f2c7e-5a4b-4c1d-9d52-0f1e6a7b3c4d'],
    ],
    body: value === undefined ? { kind: 'empty' } : { kind: 'json', value },
    warnings: [],
    actionKeys: [],
    isSecret: false,
    ...own,
  });

/** `answers` are bodies by operation, which the core's own reader turns into rows. */
export const createOperationsBridge = (view: FullView, answers: Readonly<Record<string, unknown>> = {}): OperationsBridge => {
  const fake = createFakeBridge(view);
  const sent: ApiRequest[] = [];
  let respond: Respond = () => answered(undefined, { httpStatus: 204 });
  const credentials = new Set<string>();
  const record = (name: CallName, args: unknown) => fake.calls.push({ name, args });

  const readOf = async (familyId: string, parent: Record<string, string> = {}) => {
    const body = answers[familyId];
    if (body === undefined) return { items: inventedResources[familyId] ?? [], isSingle: false };
    const api = createFakeApi({
      [familyId]: ({ isListing }) => (isListing ? Object.values(body as Record<string, unknown>).find(Array.isArray) : body),
    });
    const read = await readFamily(api, familyId, parent, { keyOf: async () => success('invented-key') });
    return read.ok ? read.value : { items: [], isSingle: false };
  };
  const own: Partial<Bridge> = {
    readCatalogueIndex: async (args) => {
      record('readCatalogueIndex', args);
      return success(await loadIndex());
    },
    readCatalogueTag: async (args) => {
      record('readCatalogueTag', args);
      return success(await loadTag(args.tag));
    },
    loadResources: async (args) => {
      record('loadResources', args);
      const key = resourceKey(args.connectionId, args.familyId, args.parent, args.query);
      const { items, isSingle } = await readOf(args.familyId, args.parent);
      const freshness = { fetchedAtMs: view.nowMs, isFetching: false, isStale: false, failure: null };
      const state = {
        key,
        connectionId: args.connectionId,
        familyId: args.familyId,
        count: items.length,
        freshness,
        revision: 1,
        note: null,
        isSingle,
      };
      fake.patch({ tables: { resources: { set: [state], remove: [] } } });
      return success(null);
    },
    readResources: async ({ familyId, parent }) => {
      const { items } = await readOf(familyId, parent);
      return success({ revision: 1, fetchedAtMs: view.nowMs, items });
    },
    sendRequest: async (args) => {
      const request = args as ApiRequest;
      record('sendRequest', request);
      sent.push(request);
      return respond(request, (text) => fake.emit('streamChunk' satisfies EventName, { requestId: request.requestId, text }));
    },
    listCredentials: async () => success([...credentials].sort()),
    saveCredential: async ({ name }) => {
      record('saveCredential', { name });
      credentials.add(name);
      return success(null);
    },
    removeCredential: async ({ name }) => {
      credentials.delete(name);
      return success(null);
    },
    saveDownload: async () => success({ savedAs: '/home/mara/invoice.csv' }),
  };
  return { ...fake, ...own, sent, respondWith: (next) => (respond = next) };
};

/** A failure as the API returns it for a body that it refuses. */
export const unprocessable = (field?: string): Outcome<ApiResult> =>
  failed({
    kind: 'unprocessable',
    message: 'DigitalOcean did not take the request: the image is not available in this region.',
    nextStep: 'Change what it names, and send it again.',
    operationId: 'droplets_create',
    method: 'POST',
    path: '/v2/droplets',
    status: 422,
    errorId: 'unprocessable_entity',
    errorMessage: 'The image you specified is not available in the selected region for the creation of this resource.',
    requestId: '4f6c1e0a-93b2-4d7e-9a10-3e2b7c5d1f08',
    attempts: 1,
    ...(field === undefined ? {} : { field }),
  });
