import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from './memory-transport.ts';
import { calledOperations, failureOf, inventedToken, openClient, preload, status } from './open-client.ts';

beforeAll(() => preload(...calledOperations, 'droplets_list', 'invoices_get_pdfByUUID', 'kubernetes_get_kubeconfig'));

const other = 'sk-do-0123456789abcdef0123456789';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const forms = [inventedToken, inventedToken.toUpperCase(), base64(`Bearer ${inventedToken}`)];
const holdsToken = (value: unknown) => forms.some((form) => JSON.stringify(value).includes(form.slice(4, -4)));
const echo = { name: forms.join(' '), [inventedToken]: forms };

describe('an answer that repeats the token', () => {
  it('reaches the caller without it, in body and headers', async () => {
    const headers = { 'x-echo': `Bearer ${inventedToken}` };
    const { api, log } = openClient(() => ({ headers, json: { account: echo } }));
    const outcome = await api.call('account_get');
    expect(outcome).toMatchObject({ ok: true, value: { headers: { 'x-echo': 'Bearer [token]' } } });
    expect(holdsToken(outcome)).toBe(false);
    expect(holdsToken(log)).toBe(false);
  });

  it('reaches a listing without it', async () => {
    const { api } = openClient(() => ({ json: { droplets: [{ id: 1, ...echo }], links: {}, meta: { total: 1 } } }));
    const outcome = await api.listAll('droplets_list');
    expect(outcome).toMatchObject({ ok: true, value: { total: 1 } });
    expect(holdsToken(outcome)).toBe(false);
  });

  it('is a failure without it', async () => {
    const said = { id: inventedToken, message: `no ${forms.join(' ')}`, request_id: inventedToken };
    const { api } = openClient(() => status(422, said, { 'x-request-id': inventedToken }));
    const failure = failureOf(await api.call('account_get'));
    expect(failure).toMatchObject({ kind: 'unprocessable', errorId: '[token]', requestId: '[token]' });
    expect(holdsToken(failure)).toBe(false);
  });

  it('is text or bytes without it', async () => {
    const { api } = openClient(({ url }) => ({
      headers: { 'content-type': url.endsWith('/pdf') ? 'application/pdf' : 'application/yaml' },
      bytes: `a ${inventedToken} b`,
    }));
    const pdf = await api.call<Uint8Array>('invoices_get_pdfByUUID', { path: { invoice_uuid: 'i' } });
    expect(pdf.ok && Buffer.from(pdf.value.body).toString()).toBe('a [token] b');
    const yaml = await api.call('kubernetes_get_kubeconfig', { path: { cluster_id: 'k' } });
    expect(yaml).toMatchObject({ ok: true, value: { body: 'a [token] b' } });
  });

  it('loses the key of another server as well, in a stream whose pieces cut it', async () => {
    const text = `data: {"text":"${other}"}\n\ndata: ${other}`;
    const { api } = openClient(() => ({
      headers: { 'content-type': 'text/event-stream' },
      async *stream() {
        for (let at = 0; at < text.length; at += 5) yield bytesOf(text.slice(at, at + 5));
      },
    }));
    const chunks: string[] = [];
    const body = { model: 'm', messages: [], stream: true };
    const onChunk = (chunk: string) => void chunks.push(chunk);
    const outcome = await api.call('inference_create_chat_completion', { body }, { onChunk, otherCredential: other });
    expect(chunks.join('')).toBe('data: {"text":"[token]"}\n\ndata: [token]');
    expect(outcome).toMatchObject({ ok: true, value: { body: chunks.join('') } });
  });
});
