import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest } from './asking.ts';

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest({ speed: 10 });
});
afterAll(() => demo.close());

const messages = [{ role: 'user', content: 'Is the tide in?' }];
const events = (text: string) =>
  text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => block.replace(/^(event: .*\n)?data: /, ''));

describe('the inference server', () => {
  it('accepts its own key or an account token, and nothing else', async () => {
    for (const token of [demo.inferenceKey, demo.tokens[0]?.token ?? ''])
      expect((await demo.get('/v1/models', token)).status).toBe(200);
    expect((await demo.get('/v1/models', 'sk-do-other')).status).toBe(401);
  });

  it('answers a chat at once, as JSON', async () => {
    const { json } = await demo.ask('POST', '/v1/chat/completions', { token: demo.inferenceKey, body: { model: 'm', messages } });
    expect(json).toMatchObject({
      object: 'chat.completion',
      choices: [{ finish_reason: 'stop', message: { role: 'assistant' } }],
    });
    expect(json.choices[0].message.content).toContain('Is the tide in?');
  });

  it('streams a chat piece by piece if asked to', async () => {
    const asked = {
      method: 'POST',
      headers: { authorization: `Bearer ${demo.inferenceKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'm', messages, stream: true }),
    };
    const response = await fetch(`${demo.baseUrl}/v1/chat/completions`, asked);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const pieces: string[] = [];
    for await (const piece of response.body ?? []) pieces.push(new TextDecoder().decode(piece));
    expect(pieces.length).toBeGreaterThan(5);
    const all = events(pieces.join(''));
    expect(all.at(-1)).toBe('[DONE]');
    const text = all
      .slice(0, -1)
      .map((one) => JSON.parse(one).choices[0]?.delta.content ?? '')
      .join('');
    expect(text).toContain('Is the tide in?');
  });

  it.each([
    ['/v1/messages', { model: 'm', max_tokens: 50, messages }, 'message_stop'],
    ['/v1/responses', { model: 'm', input: 'Is the tide in?' }, 'response.completed'],
    ['/v1/images/generations', { model: 'm', prompt: 'A buoy', n: 1 }, 'image_generation.completed'],
  ])('streams %s up to its last event', async (path, body, last) => {
    const streamed = await demo.ask('POST', path, { token: demo.inferenceKey, body: { ...body, stream: true } });
    expect(streamed.headers.get('content-type')).toBe('text/event-stream');
    expect(JSON.parse(events(streamed.text).at(-1) ?? '').type).toBe(last);
    expect((await demo.ask('POST', path, { token: demo.inferenceKey, body })).status).toBe(200);
  });
});

describe('an agent', () => {
  it('accepts only its own key: the account token does not belong there', async () => {
    const url = String(demo.rows('/v2/gen-ai/agents')[0]?.url);
    const path = `${url.slice(demo.baseUrl.length)}/api/v1/chat/completions?agent=true`;
    expect((await demo.ask('POST', path, { body: { model: 'm', messages } })).status).toBe(401);
    expect((await demo.ask('POST', path, { token: demo.agentKey, body: { model: 'm', messages } })).status).toBe(200);
  });
});

describe('an upload address', () => {
  it('comes with a created file, and refuses any credential', async () => {
    const { json } = await demo.ask('POST', '/v1/batches/files', { token: demo.inferenceKey, body: { file_name: 'a.jsonl' } });
    expect(json.upload_url.startsWith(demo.baseUrl)).toBe(true);
    const path = json.upload_url.slice(demo.baseUrl.length);
    const upload = { body: '{}', headers: { 'content-type': 'application/octet-stream' } };
    expect((await demo.ask('PUT', path, { token: null, ...upload })).status).toBe(200);
    expect((await demo.ask('PUT', path, upload)).status).toBe(400);
    expect(demo.requests().at(-2)).toMatchObject({ credential: 'none', bodyBytes: 2 });
  });
});

describe('answers that are not JSON', () => {
  it('a kubeconfig is YAML', async () => {
    const answer = await demo.get(`/v2/kubernetes/clusters/${demo.rows('/v2/kubernetes/clusters')[0]?.id}/kubeconfig`);
    expect(answer.headers.get('content-type')).toBe('application/yaml');
    expect(answer.text).toMatch(/^apiVersion: v1\nkind: Config\n/);
  });

  it('a 204 has neither body nor content type', async () => {
    const answer = await demo.ask('POST', '/v2/registries/validate-name', { body: { name: 'free' } });
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([204, '', null]);
  });
});
