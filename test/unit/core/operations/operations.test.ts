import { describe, expect, it } from 'vitest';
import { keptForMs } from '../../../../main/core/operations/downloads.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Failing, type SeenCall } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';
import { setUpOperations } from './operations-parts.ts';

const cancelled: Failure = { kind: 'aborted', message: 'Called off.' };
/** Answers only when the call is aborted, as the client does. */
const untilCancelled = ({ options }: SeenCall) =>
  new Promise((resolve) => options.signal?.addEventListener('abort', () => resolve(new Failing(cancelled))));

describe('a request', () => {
  it('is answered with its cost, what is left and how long it took', async () => {
    const { answered, api } = setUpOperations({ account_get: () => ({ account: { status: 'active' } }) });
    api.setBudget({ remaining: 4321 });
    expect(await answered('account_get')).toEqual({
      status: 'answered',
      httpStatus: 200,
      durationMs: 0,
      cost: 1,
      remaining: 4321,
      headers: [],
      warnings: [],
      body: { kind: 'json', value: { account: { status: 'active' } } },
      actionKeys: [],
      isSecret: false,
    });
  });

  it('carries path, query, headers and body as the form gave them', async () => {
    const { answered, api } = setUpOperations({ tags_create: () => null });
    await answered('tags_create', { headers: { 'x-one': '1' }, body: { name: 'web' } });
    expect(api.seen[0]?.args).toEqual({ path: {}, query: {}, headers: { 'x-one': '1' }, body: { name: 'web' } });
  });

  it('merges every page under the listing’s own key if all are wanted', async () => {
    const { answered } = setUpOperations({ volumes_list: () => [{ id: 'v1' }, { id: 'v2' }] });
    const { body } = await answered('volumes_list', { isAllPages: true });
    expect(body).toEqual({ kind: 'json', value: { volumes: [{ id: 'v1' }, { id: 'v2' }], meta: { total: 2 } } });
  });

  it('is refused, by name, if there is no such operation', async () => {
    const { send } = setUpOperations();
    expect(await send('volumes_explode')).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-arguments', field: 'operationId' },
    });
  });

  it('fails as the API failed', async () => {
    const failure: Failure = { kind: 'forbidden', message: 'Not with this token.', status: 403 };
    const { send } = setUpOperations({ account_get: () => new Failing(failure) });
    expect(await send('account_get')).toEqual({ ok: false, failure });
  });
});

describe('a body that does not fit the published schema', () => {
  const body = { name: 7 };

  it('is shown as a mismatch, field by field, and not sent', async () => {
    const { send, api } = setUpOperations();
    const outcome = await send('tags_create', { body });
    expect(outcome).toMatchObject({ ok: true, value: { status: 'mismatch', problems: [{ field: 'body/name' }] } });
    expect(api.seen).toEqual([]);
  });

  it('is sent if the person wants it anyway', async () => {
    const { answered, api } = setUpOperations({ tags_create: () => null });
    await answered('tags_create', { body, isSchemaMismatchAllowed: true });
    expect(api.seen[0]?.args.body).toEqual(body);
  });
});

describe('a running request', () => {
  it('ends when it is cancelled, and no other does', async () => {
    const { send, operations } = setUpOperations({ account_get: untilCancelled });
    const ended: string[] = [];
    const one = send('account_get', { requestId: 'one' });
    void one.then(() => ended.push('one'));
    void send('account_get', { requestId: 'other' }).then(() => ended.push('other'));
    await settle();
    await operations.calls.cancelRequest({ requestId: 'one' });
    expect(await one).toEqual({ ok: false, failure: cancelled });
    await settle();
    expect(ended).toEqual(['one']);
    operations.stop();
    await settle();
    expect(ended).toEqual(['one', 'other']);
  });

  it('is not sent a second time under the same name until it has ended', async () => {
    const { send, operations, api } = setUpOperations({ account_get: untilCancelled });
    const both = [send('account_get'), send('account_get')];
    await settle();
    expect(api.seen).toHaveLength(1);
    await operations.calls.cancelRequest({ requestId: 'r1' });
    expect((await Promise.all(both)).map((outcome) => !outcome.ok && outcome.failure.kind)).toEqual(['aborted', 'busy']);
    api.answer({ account_get: () => ({}) });
    expect((await send('account_get')).ok).toBe(true);
  });

  it('passes on a stream chunk by chunk under its own name, and may take ten minutes instead of two', async () => {
    const reply = ({ options }: SeenCall) => {
      options.onChunk?.('data: one\n\n');
      options.onChunk?.('data: two\n\n');
      return 'data: one\n\ndata: two\n\n';
    };
    const { answered, chunks, api } = setUpOperations({ inference_create_chat_completion: reply });
    const request = { requestId: 'chat', isSchemaMismatchAllowed: true, body: { model: 'm', messages: [], stream: true } };
    const { body } = await answered('inference_create_chat_completion', request);
    expect(chunks.map(({ requestId, text }) => [requestId, text])).toEqual([
      ['chat', 'data: one\n\n'],
      ['chat', 'data: two\n\n'],
    ]);
    expect(body).toEqual({ kind: 'stream', text: 'data: one\n\ndata: two\n\n' });
    await answered('inference_create_chat_completion', { ...request, body: { ...request.body, stream: false } });
    expect(api.seen.map(({ options }) => [options.deadlineMs, options.onChunk !== undefined])).toEqual([
      [600_000, true],
      [120_000, false],
    ]);
  });
});

describe('an answer of bytes', () => {
  const bytes = new Uint8Array([37, 80, 68, 70]);
  const invoice = { path: { invoice_uuid: 'i1' } };
  const setUp = () => setUpOperations({ invoices_get_pdfByUUID: () => bytes });

  it('is kept under a name, and handed over once', async () => {
    const { answered, operations } = setUp();
    const { body } = await answered('invoices_get_pdfByUUID', invoice);
    if (body.kind !== 'file') throw new Error('No file');
    expect(body).toMatchObject({ bytes: 4, suggestedName: expect.stringMatching(/^invoices_get_pdfByUUID\./) });
    expect(operations.takeDownload(body.downloadId)?.bytes).toEqual(bytes);
    expect(operations.takeDownload(body.downloadId)).toBeNull();
  });

  it('is forgotten after ten minutes', async () => {
    const { answered, operations, clock } = setUp();
    const { body } = await answered('invoices_get_pdfByUUID', invoice);
    await clock.advance(keptForMs);
    expect(operations.takeDownload(body.kind === 'file' ? body.downloadId : '')).toBeNull();
  });

  it('is forgotten after four newer ones', async () => {
    const { answered, operations } = setUp();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const { body } = await answered('invoices_get_pdfByUUID', invoice);
      if (body.kind === 'file') ids.push(body.downloadId);
    }
    expect(new Set(ids).size).toBe(5);
    expect(ids.map((id) => operations.takeDownload(id) !== null)).toEqual([false, true, true, true, true]);
  });
});

describe('a file instead of a body', () => {
  it('is sent as its bytes', async () => {
    const { answered, api } = setUpOperations({ inference_upload_batch_file: () => null });
    await answered('inference_upload_batch_file', { file: { name: 'a.jsonl', base64: 'e30K' } });
    expect(api.seen[0]?.args.body).toEqual(new TextEncoder().encode('{}\n'));
  });

  it('is refused, by name, if it is not base64', async () => {
    const { send, api } = setUpOperations();
    const outcome = await send('inference_upload_batch_file', { file: { name: 'a.jsonl', base64: '§' } });
    expect(outcome).toMatchObject({ ok: false, failure: { field: 'file', message: expect.stringContaining('a.jsonl') } });
    expect(api.seen).toEqual([]);
  });
});
