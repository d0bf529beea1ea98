import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallArguments } from '../../../../../main/core/digitalocean/api.ts';
import { type FoundOperation, loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { locate } from '../../../../../main/core/digitalocean/catalogue/locate.ts';
import { planOf } from '../../../../../main/core/digitalocean/request/plan.ts';
import { prepare } from '../../../../../main/core/digitalocean/request/prepare.ts';
import { Token } from '../../../../../main/core/digitalocean/request/token.ts';
import { inventedToken } from '../open-client.ts';

const sender = { token: new Token(inventedToken), baseUrl: null };
const other = { otherBaseUrl: 'https://other.example.com/up', otherCredential: 'sk-invented' };

/** The fewest arguments that every operation accepts: one value for each required one. */
function leastArguments({ operation }: FoundOperation, value: string): CallArguments {
  const of = (place: string, filling: string) =>
    Object.fromEntries(
      operation.parameters.filter((one) => one.in === place && one.isRequired).map(({ name }) => [name, filling]),
    );
  const body = operation.body?.mediaType === 'application/json' ? {} : new Uint8Array([1, 2]);
  return {
    path: of('path', value),
    query: of('query', value),
    headers: of('header', 'true'),
    ...(operation.body ? { body } : {}),
  };
}

const optionsFor = ({ operation }: FoundOperation) =>
  operation.server === 'api' || operation.server === 'inference' ? {} : other;

describe('each of the 659 operations', async () => {
  const { operations } = await loadIndex();
  const all = await Promise.all(operations.map(({ id }) => locate(id)));

  it('becomes a request to the right server with the right credential', () => {
    expect(all).toHaveLength(659);
    for (const found of all) {
      const prepared = prepare(planOf(found), leastArguments(found, 'v'), optionsFor(found), sender);
      if (!prepared.ok) throw new Error(`${found.operation.id}: ${prepared.failure.message}`);
      const { request } = prepared.value;
      const { server, method, body } = found.operation;
      expect(request.method).toBe(method);
      expect(request.url).not.toMatch(/[{}\s]/);
      expect(request.headers.authorization?.includes(inventedToken) ?? false).toBe(server === 'api');
      expect(request.url.startsWith('https://api.digitalocean.com/')).toBe(server === 'api');
      expect([request.body === null, request.headers['content-type'] === undefined]).toEqual([!body, !body]);
      expect(request.headers.accept).toMatch(/^(application|text)\//);
    }
  });

  it('keeps its path, whatever the values are', () => {
    const hostile = fc.oneof(
      fc.constantFrom('..', '.', '../../..', 'a/b', '%2e%2e', 'a?b', '#', 'do:droplet:1', '\\..\\', '\u0000', '\ud83d'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    );
    fc.assert(
      fc.property(hostile, fc.integer({ min: 0, max: all.length - 1 }), (value, index) => {
        const found = all[index];
        if (!found || found.operation.server === 'presigned') return;
        const prepared = prepare(planOf(found), leastArguments(found, value), optionsFor(found), sender);
        if (!prepared.ok) throw new Error(prepared.failure.message);
        const segments = prepared.value.request.path.split('/');
        const template = found.operation.path.split('/');
        expect(segments).toHaveLength(template.length);
        for (const [at, segment] of template.entries()) {
          if (segment.startsWith('{')) expect(decodeURIComponent(segments[at] ?? '')).toBe(value.toWellFormed());
          else expect(segments[at]).toBe(segment);
        }
        expect(segments).not.toContain('..');
      }),
      { numRuns: 500 },
    );
  });

  it('refuses an unknown argument, and names each missing one', () => {
    for (const found of all) {
      const args = leastArguments(found, 'v');
      const unknown = prepare(planOf(found), { ...args, query: { ...args.query, no_such_thing: 1 } }, optionsFor(found), sender);
      expect(unknown).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments', field: 'query.no_such_thing' } });
      for (const { name, in: place, isRequired } of found.operation.parameters) {
        if (!isRequired) continue;
        const group = place === 'header' ? 'headers' : place;
        const { [name]: _missing, ...rest } = args[group] ?? {};
        const missing = prepare(planOf(found), { ...args, [group]: rest }, optionsFor(found), sender);
        expect(missing).toMatchObject({
          ok: false,
          failure: { field: `${group}.${name}`, nextStep: expect.stringContaining('Expected') },
        });
      }
    }
  });
});
