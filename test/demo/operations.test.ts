import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIndex, loadTag } from '../../main/core/digitalocean/catalogue/load.ts';
import type { Operation } from '../../main/core/digitalocean/catalogue/types.ts';
import { type Entry, readCatalogue } from '../../main/demo/catalogue.ts';
import { type AskedDemo, demoForTest } from './asking.ts';
import { createJudge } from './judge.ts';

let demo: AskedDemo;
const operations: Operation[] = [];
const judge = createJudge();
/** Compiling hundreds of schemas takes seconds, and longer on a busy machine. */
const judgedMs = 120_000;
const entries = new Map<string, Entry>();
beforeAll(async () => {
  demo = await demoForTest();
  for (const [id, entry] of (await readCatalogue()).byId) entries.set(id, entry);
  const { tags } = await loadIndex();
  for (const { name } of tags) operations.push(...(await loadTag(name)).operations);
});
afterAll(() => demo.close());

const credential = ({ server }: Operation): string | null => {
  if (server === 'presigned') return null;
  return server === 'agent' ? demo.agentKey : server === 'inference' ? demo.inferenceKey : (demo.tokens[0]?.token ?? '');
};

/** Reads come first, then creations, then changes, and deletions last. */
const order = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
/** What lies inside a thing is deleted before the thing, or there would be nothing left to ask about. */
const inOrder = (one: Operation, other: Operation): number =>
  order.indexOf(one.method) - order.indexOf(other.method) || (one.method === 'DELETE' ? depthOf(other) - depthOf(one) : 0);
const depthOf = ({ path }: Operation): number => path.split('{').length;

async function askFor(operation: Operation) {
  demo.advance(60_000);
  const sample = demo.sample(operation.id);
  if (!sample) return { id: operation.id, status: 'nothing to ask about' as const };
  const path = operation.path
    .replace('/<upload_url>', '/uploads/sample')
    .replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(sample.path[name] ?? ''));
  const query = new URLSearchParams(sample.query);
  const mediaType = operation.body?.mediaType ?? 'application/json';
  const headers = sample.body === undefined ? sample.headers : { ...sample.headers, 'content-type': mediaType };
  const body = mediaType === 'application/json' ? sample.body : String(sample.body);
  const answer = await demo.ask(operation.method, query.size > 0 ? `${path}?${query}` : path, {
    token: credential(operation),
    headers,
    body: sample.body === undefined ? undefined : body,
  });
  return { id: operation.id, status: answer.status, answer };
}

/** One operation documents no success, because it is gone: it answers 410. */
const documented = ({ responses }: Operation): number[] =>
  responses.length > 0 ? responses.map(({ status }) => Number(status)) : [410];

describe('the operations of the API', () => {
  it(
    'are all answered with a documented status, in the documented form',
    async () => {
      expect(operations).toHaveLength(659);
      const wrong: unknown[] = [];
      for (const operation of operations.toSorted(inOrder)) {
        const { id, status, answer } = await askFor(operation);
        if (!answer || !documented(operation).includes(status)) {
          wrong.push({ id, status, text: answer?.text.slice(0, 200) });
          continue;
        }
        const facts = operation.responses.find((response) => Number(response.status) === status);
        const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? null;
        const isRight =
          facts && facts.mediaTypes.length > 0 ? facts.mediaTypes.includes(mediaType ?? '') : answer.text === '' || !facts;
        if (!isRight) wrong.push({ id, mediaType, expected: facts?.mediaTypes });
        const { collectionKey, isCollectionMap } = operation;
        const list: unknown = collectionKey === null ? [] : answer.json?.[collectionKey];
        if (!isCollectionMap && !Array.isArray(list)) wrong.push({ id, missing: collectionKey });
        const entry = entries.get(id);
        const misfit = entry && mediaType === 'application/json' ? judge(entry, answer.json, status) : null;
        if (misfit !== null) wrong.push({ id, misfit });
      }
      expect(wrong).toEqual([]);
    },
    judgedMs,
  );

  it('answer for the smaller teams too, with an empty list if there is nothing', async () => {
    const wrong: unknown[] = [];
    for (const { token } of demo.tokens.slice(1)) {
      for (const { id, path, method, collectionKey, server, parameters, isCollectionMap } of operations) {
        const needs = parameters.some(({ isRequired, in: where }) => isRequired && where !== 'header');
        if (method !== 'GET' || collectionKey === null || server !== 'api' || path.includes('{') || needs || isCollectionMap)
          continue;
        demo.advance(20_000);
        const answer = await demo.get(path, token);
        if (answer.status !== 200 || !Array.isArray(answer.json[collectionKey])) wrong.push({ id, status: answer.status });
      }
    }
    expect(wrong).toEqual([]);
  });
});
