import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallArguments, CallOptions } from '../../main/core/digitalocean/api.ts';
import { type FoundOperation, findOperation, loadIndex, loadTag } from '../../main/core/digitalocean/catalogue/load.ts';
import type { Operation } from '../../main/core/digitalocean/catalogue/types.ts';
import { createApi } from '../../main/core/digitalocean/client.ts';
import { createTransport } from '../../main/core/digitalocean/sending/transport.ts';
import type { Transport } from '../../main/core/digitalocean/transport-port.ts';
import { type DemoServer, startDemo } from '../../main/demo/server.ts';
import { nodeClock, quiet } from '../../scripts/client/node-api.ts';
import { sampleArguments } from '../../scripts/coverage-api/sample-arguments.ts';
import { type Relay, type Relayed, startRelay } from '../doubles/core/relay.ts';

/** Sends every operation of the API over real sockets, and checks each byte that arrives before the demo account answers. */

let demo: DemoServer;
let relay: Relay;
let transport: Transport;
let all: FoundOperation[];
let accountToken = '';
/** Hundreds of requests, on a machine that may be busy. */
const walkMs = 180_000;

beforeAll(async () => {
  demo = await startDemo({ seed: 7, actionErrorRate: 0, limits: { minute: 1_000_000, hour: 1_000_000 } });
  relay = await startRelay(demo.baseUrl);
  transport = createTransport();
  accountToken = demo.tokens[0]?.token ?? '';
  const { tags } = await loadIndex();
  const files = await Promise.all(tags.map(({ name }) => loadTag(name)));
  all = files.flatMap(({ operations, schemas }) => operations.map((operation) => ({ operation, schemas })));
});
afterAll(async () => {
  await transport.close();
  await relay.close();
  await demo.close();
});

/** Makes one call with a client of its own, whose limits are unused. Returns everything that arrived. */
async function call(id: string, args: CallArguments, options: CallOptions = {}) {
  relay.taken();
  const shared = { transport, clock: nodeClock, random: Math.random, log: quiet };
  const api = createApi({ ...shared, token: accountToken, baseUrl: relay.baseUrl });
  const outcome = await api.call(id, args, options);
  await api.close();
  // The next call finds the demo account's limits as if nobody had asked.
  demo.advance(60_000);
  const came = relay.taken();
  const [arrived] = came;
  if (!arrived || came.length !== 1) throw new Error(`${id}: ${came.length} requests arrived`);
  return { outcome, arrived };
}

const ownOptions = ({ server }: Operation): CallOptions => {
  if (server === 'presigned') return { otherBaseUrl: `${relay.baseUrl}/uploads/sample` };
  if (server === 'api') return {};
  return { otherCredential: server === 'agent' ? demo.agentKey : demo.inferenceKey };
};
const ownAuthorization = ({ server }: Operation): string | undefined => {
  if (server === 'presigned') return undefined;
  return `Bearer ${server === 'api' ? accountToken : server === 'agent' ? demo.agentKey : demo.inferenceKey}`;
};

/** The path that a template and values make, computed in the test's own way. */
const pathWith = (operation: Operation, valueFor: (name: string) => string): string =>
  operation.server === 'presigned' ? '/uploads/sample' : operation.path.replaceAll(/\{([^}]+)\}/g, (_, name) => valueFor(name));

const queryOf = ({ url }: Relayed) => [...new URL(url, relay.baseUrl).searchParams].sort();
const pathOf = ({ url }: Relayed) => url.split('?', 1)[0];
const jsonOf = ({ body }: Relayed): unknown => (body.length === 0 ? undefined : JSON.parse(body.toString()));

describe('a request', () => {
  it.each([
    ['apps_list_deployments', 'deployment_types', ['MANUAL', 'DEPLOY_ON_PUSH']],
    ['apps_list_job_invocations', 'job_names', ['nightly report', 'a&b']],
    ['apps_list_events', 'event_types', ['DEPLOYMENT', 'ROLLBACK']],
    ['genai_list_model_evaluation_runs', 'statuses', ['one', 'two']],
    ['genai_list_models', 'usecases', ['one', 'two']],
  ])('for %s carries a list as repeated keys', async (id, name, values) => {
    const { path } = demo.sample(id) ?? { path: {} };
    const { arrived } = await call(id, { path, query: { [name]: values } });
    expect(arrived.url.split('?')[1]).toBe(values.map((value) => `${name}=${encodeURIComponent(value)}`).join('&'));
  });

  it('carries a body with DELETE, for each of the eleven that take one', async () => {
    const deletes = all.filter(({ operation }) => operation.method === 'DELETE' && operation.body !== null);
    expect(deletes).toHaveLength(11);
    for (const { operation, schemas } of deletes) {
      const { body, ...args } = sampleArguments(operation, schemas, 'most');
      const { arrived } = await call(operation.id, { ...args, body });
      expect.soft(body, operation.id).toBeDefined();
      expect.soft([arrived.method, jsonOf(arrived)], operation.id).toEqual(['DELETE', body]);
      expect.soft(arrived.headers['content-type'], operation.id).toBe('application/json');
    }
  });
});

describe('an answer', () => {
  const answerOf = async (id: string) => {
    const { operation } = await findOperation(id);
    const { path = {} } = demo.sample(operation.id) ?? {};
    const { outcome } = await call(id, { path });
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return outcome.value;
  };

  it('in PDF is returned as its bytes', async () => {
    const { body, mediaType } = await answerOf('invoices_get_pdfByUUID');
    expect([body instanceof Uint8Array, mediaType]).toEqual([true, 'application/pdf']);
    expect(Buffer.from(body as Uint8Array).toString('latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
  });

  it.each([
    ['CSV', 'invoices_get_csvByUUID', /^[^\n]+,[^\n]+\n/],
    ['YAML', 'kubernetes_get_kubeconfig', /^apiVersion: v1\nkind: Config\n/],
  ])('in %s is returned as text', async (_, id, start) => {
    expect((await answerOf(id)).body).toMatch(start);
  });

  it.each([
    ['inference_create_chat_completion', { model: 'm', messages: [{ role: 'user', content: 'Is the tide in?' }] }],
    ['inference_create_messages', { model: 'm', max_tokens: 50, messages: [{ role: 'user', content: 'Is the tide in?' }] }],
    ['agentInference_create_chat_completion', { model: 'm', messages: [{ role: 'user', content: 'Is the tide in?' }] }],
  ])('for %s arrives chunk by chunk if a stream is wanted', async (id, body) => {
    const { operation, schemas } = await findOperation(id);
    const { query } = sampleArguments(operation, schemas, 'least');
    const chunks: string[] = [];
    const onChunk = (text: string) => void chunks.push(text);
    const streamed = { query, body: { ...body, stream: true } };
    const { outcome, arrived } = await call(id, streamed, { ...ownOptions(operation), onChunk });
    expect(outcome).toMatchObject({ ok: true, value: { status: 200, mediaType: 'text/event-stream' } });
    expect(arrived.headers.accept).toBe('text/event-stream');
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.join('')).toMatch(/^(event|data): [\s\S]+\n\n$/);
  });
});

/** Reads come first, then creations, then changes, and deletions last: what lies inside something before the thing itself. */
const order = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const rank = ({ operation: { method, path } }: FoundOperation) =>
  order.indexOf(method) * 100 - (method === 'DELETE' ? path.split('/').length : 0);

describe('every operation', () => {
  it(
    'arrives as it was meant, with its own credential, and is answered in a documented form',
    async () => {
      expect(all).toHaveLength(659);
      const emptyStatuses = new Set<number>();
      for (const { operation } of all.toSorted((one, other) => rank(one) - rank(other))) {
        const sample = demo.sample(operation.id);
        if (!sample) throw new Error(`The demo account has nothing for ${operation.id}`);
        const { body, ...values } = sample;
        const { outcome, arrived } = await call(operation.id, body === undefined ? values : sample, ownOptions(operation));
        const isJson = operation.body?.mediaType === 'application/json';
        expect
          .soft(
            {
              method: arrived.method,
              path: pathOf(arrived),
              query: queryOf(arrived),
              body: isJson ? jsonOf(arrived) : arrived.body.toString(),
              authorization: arrived.headers.authorization,
            },
            operation.id,
          )
          .toEqual({
            method: operation.method,
            path: pathWith(operation, (name) => encodeURIComponent(sample.path[name] ?? '')),
            query: Object.entries(sample.query).sort(),
            body: isJson ? body : String(body ?? ''),
            authorization: ownAuthorization(operation),
          });
        expect.soft(demo.requests().at(-1)?.operation, operation.id).toBe(operation.id);
        if (operation.responses.length === 0) {
          expect.soft(outcome, operation.id).toMatchObject({ ok: false, failure: { status: 410 } });
          continue;
        }
        if (!outcome.ok) throw new Error(`${operation.id}: ${outcome.failure.message}`);
        const { status } = outcome.value;
        const documented = operation.responses.find((response) => Number(response.status) === status);
        expect.soft(documented, `${operation.id} answered ${status}`).toBeDefined();
        if (documented?.mediaTypes.length !== 0) continue;
        emptyStatuses.add(status);
        expect.soft(outcome.value.body, operation.id).toBeNull();
      }
      expect([...emptyStatuses].sort()).toEqual([200, 201, 202, 204]);
    },
    walkMs,
  );

  it.each([
    [
      'all that could be misread',
      'a/b:c%2Fd?e#f g\\h;i=j&k+é😀\u0000',
      'a%2Fb%3Ac%252Fd%3Fe%23f%20g%5Ch%3Bi%3Dj%26k%2B%C3%A9%F0%9F%98%80%00',
    ],
    ['one dot', '.', '%2E'],
    ['two dots', '..', '%2E%2E'],
    ['a way up', '../../v2/account', '..%2F..%2Fv2%2Faccount'],
  ])(
    'reaches its own route and no other with %s in its path',
    async (_, hostile, encoded) => {
      const withPath = all.filter(({ operation }) => operation.path.includes('{'));
      expect(withPath).toHaveLength(422);
      for (const { operation, schemas } of withPath) {
        const args = sampleArguments(operation, schemas, 'least');
        const path = Object.fromEntries(Object.keys(args.path).map((name) => [name, hostile]));
        const { arrived } = await call(operation.id, { ...args, path }, ownOptions(operation));
        expect
          .soft([arrived.method, pathOf(arrived)], operation.id)
          .toEqual([operation.method, pathWith(operation, () => encoded)]);
        expect.soft(demo.requests().at(-1)?.operation, operation.id).toBe(operation.id);
      }
    },
    walkMs,
  );

  it('to another server carries no credential unless one is given, and never the account’s', async () => {
    const others = all.filter(({ operation }) => operation.server !== 'api');
    expect(others).toHaveLength(15);
    for (const { operation, schemas } of others) {
      const options = operation.server === 'presigned' ? ownOptions(operation) : {};
      const { arrived } = await call(operation.id, sampleArguments(operation, schemas, 'most'), options);
      expect.soft(arrived.headers.authorization, operation.id).toBeUndefined();
      expect
        .soft(JSON.stringify([arrived.url, arrived.headers, arrived.body.toString()]), operation.id)
        .not.toContain(accountToken);
    }
  });
});
