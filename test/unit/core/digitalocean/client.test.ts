import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, type Reply } from './memory-transport.ts';
import { calledOperations, elapse, failureOf, fine, inventedToken, openClient, preload, status } from './open-client.ts';

beforeAll(() => preload(...calledOperations));

describe('a call', () => {
  it('sends what the catalogue says and returns the parsed body', async () => {
    const { api, transport } = openClient(() => ({ json: { droplet: { id: 7 } }, headers: { 'x-request-id': 'r-9' } }));
    const outcome = await api.call('droplets_get', { path: { droplet_id: 7 } });
    expect(outcome).toMatchObject({
      ok: true,
      value: { status: 200, body: { droplet: { id: 7 } }, mediaType: 'application/json', attempts: 1, warnings: [] },
    });
    expect(transport.requests[0]).toMatchObject({
      method: 'GET',
      url: 'http://127.0.0.1:9/base/v2/droplets/7',
      body: null,
      headers: { accept: 'application/json', authorization: `Bearer ${inventedToken}` },
    });
    expect(transport.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('writes a body as JSON, also with DELETE', async () => {
    const { api, transport } = openClient(() => ({ status: 204, bytes: '' }));
    const body = { resources: [{ resource_id: '1', resource_type: 'droplet' }] };
    const outcome = await api.call('tags_unassign_resources', { path: { tag_id: 'env:prod/x' }, body });
    expect(outcome).toMatchObject({ ok: true, value: { status: 204, body: null } });
    expect(transport.requests[0]).toMatchObject({
      method: 'DELETE',
      url: 'http://127.0.0.1:9/base/v2/tags/env%3Aprod%2Fx/resources',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  });

  it('sends lists as repeated keys and header parameters as headers', async () => {
    const { api, transport } = openClient(() => ({ json: {}, status: 202 }));
    await api.call('apps_list_events', { path: { app_id: 'a' }, query: { event_types: ['DEPLOYMENT', 'AUTOSCALING'] } });
    await api.call('droplets_destroy_withAssociatedResourcesDangerous', {
      path: { droplet_id: 1 },
      headers: { 'x-dangerous': 'true' },
    });
    expect(transport.requests[0]?.url).toContain('?event_types=DEPLOYMENT&event_types=AUTOSCALING');
    expect(transport.requests[1]?.headers).toMatchObject({ 'x-dangerous': 'true' });
  });

  it.each([200, 201, 202, 204])('accepts an empty %i as an answer', async (code) => {
    const { api } = openClient(() => ({ status: code, bytes: '', headers: { 'content-type': 'application/json' } }));
    const outcome = await api.call('droplets_destroy', { path: { droplet_id: 1 } });
    expect(outcome).toMatchObject({ ok: true, value: { status: code, body: null } });
  });

  it('returns CSV and YAML as text and PDF as bytes, and asks for them', async () => {
    const pdf = new Uint8Array([37, 80, 68, 70, 0, 255]);
    const { api, transport } = openClient(({ url }) => {
      if (url.endsWith('/csv')) return { bytes: 'a,b\n1,2\n', headers: { 'content-type': 'text/csv; charset=utf-8' } };
      if (url.endsWith('/pdf')) return { bytes: pdf, headers: { 'content-type': 'application/pdf' } };
      return { bytes: 'kind: Config\n', headers: { 'content-type': 'application/yaml' } };
    });
    const path = { invoice_uuid: 'i' };
    expect(await api.call('invoices_get_csvByUUID', { path })).toMatchObject({ value: { body: 'a,b\n1,2\n' } });
    expect(await api.call('invoices_get_pdfByUUID', { path })).toMatchObject({ value: { body: pdf } });
    expect(await api.call('kubernetes_get_kubeconfig', { path: { cluster_id: 'k' } })).toMatchObject({
      value: { body: 'kind: Config\n' },
    });
    expect(transport.requests.map(({ headers }) => headers.accept)).toEqual(['text/csv', 'application/pdf', 'application/yaml']);
  });

  it('passes on an event stream chunk by chunk, without splitting characters', async () => {
    const bytes = bytesOf('data: {"text":"grün"}\n\ndata: [DONE]\n\n');
    // Inside the letter of two bytes. Lines are handed on whole.
    const cut = 18;
    const lineEnd = bytes.indexOf(10) + 2;
    const { api, transport } = openClient(() => ({
      headers: { 'content-type': 'text/event-stream' },
      async *stream() {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut, lineEnd);
        yield bytes.subarray(lineEnd);
      },
    }));
    const chunks: string[] = [];
    const body = { model: 'm', messages: [{ role: 'user', content: 'Hi' }], stream: true };
    const outcome = await api.call(
      'inference_create_chat_completion',
      { body },
      { onChunk: (text) => void chunks.push(text), otherCredential: 'sk-1' },
    );
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.join('')).toBe('data: {"text":"grün"}\n\ndata: [DONE]\n\n');
    expect(outcome).toMatchObject({ ok: true, value: { body: chunks.join('') } });
    expect(transport.requests[0]?.headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer sk-1' });
  });

  it('sends no Authorization to inference unless a key for it is given', async () => {
    const { api, transport } = openClient(() => ({ json: { data: [] } }));
    await api.call('inference_list_models');
    expect(transport.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('arguments', () => {
  it.each<[string, string, Parameters<ReturnType<typeof openClient>['api']['call']>[1], string, RegExp]>([
    ['a missing path value', 'droplets_get', {}, 'path.droplet_id', /whole number from 1/],
    ['an empty path value', 'tags_get', { path: { tag_id: '' } }, 'path.tag_id', /text/],
    ['an unknown query value', 'droplets_list', { query: { colour: 'red' } }, 'query.colour', /query\.per_page/],
    ['an unknown path value', 'account_get', { path: { id: 1 } }, 'path.id', /no arguments/],
    ['an unknown header', 'droplets_list', { headers: { 'X-More': '1' } }, 'headers.X-More', /query\.per_page/],
    [
      'a missing header',
      'droplets_destroy_withAssociatedResourcesDangerous',
      { path: { droplet_id: 1 } },
      'headers.X-Dangerous',
      /true or false/,
    ],
    ['a body where none belongs', 'droplets_list', { body: {} }, 'body', /query\.per_page/],
    ['a missing body', 'sshKeys_create', {}, 'body', /JSON object with/],
    [
      'a header that cannot be sent',
      'droplets_destroy_withAssociatedResourcesDangerous',
      { path: { droplet_id: 1 }, headers: { 'X-Dangerous': 'a\r\nb' } },
      'headers.x-dangerous',
      /.*/,
    ],
  ])('are refused before anything is sent: %s', async (_name, operationId, args, field, expected) => {
    const { api, transport } = openClient(() => fine);
    const failure = failureOf(await api.call(operationId, args));
    expect(failure).toMatchObject({ kind: 'invalid-arguments', field, operationId });
    expect(failure?.nextStep ?? '').toMatch(expected);
    expect(transport.requests).toHaveLength(0);
  });

  it('with an unknown operation name similar ones', async () => {
    const { api } = openClient(() => fine);
    expect(failureOf(await api.call('droplet_list'))).toMatchObject({
      kind: 'invalid-arguments',
      field: 'operationId',
      nextStep: /droplets_list/,
    });
    expect(failureOf(await api.call('constructor'))).toMatchObject({ kind: 'invalid-arguments' });
  });

  it('that do not fit the published schema are sent with a warning, or refused if asked to', async () => {
    const { api, transport } = openClient(() => ({ status: 201, json: {} }));
    const args = { body: { name: 5, public_key: 'ssh-ed25519 AAAA' } };
    expect(await api.call('sshKeys_create', args)).toMatchObject({
      ok: true,
      value: { warnings: [expect.stringContaining('body/name')] },
    });
    expect(failureOf(await api.call('sshKeys_create', args, { isSchemaMismatchAllowed: false }))).toMatchObject({
      field: 'body/name',
    });
    expect(await api.call('droplets_list', { query: { per_page: 500 } })).toMatchObject({
      value: { warnings: [expect.stringContaining('1 to 200')] },
    });
    expect(transport.requests).toHaveLength(2);
  });

  it('that JSON cannot express are refused', async () => {
    const { api } = openClient(() => fine);
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(failureOf(await api.call('droplets_create', { body: circular }))).toMatchObject({
      kind: 'invalid-arguments',
      field: 'body',
    });
    expect(failureOf(await api.call('droplets_create', { body: { name: 1n } }))).toMatchObject({
      kind: 'invalid-arguments',
      field: 'body',
    });
  });
});

describe('failures', () => {
  it.each([
    [400, 'http-error'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [423, 'conflict'],
    [424, 'conflict'],
    [422, 'unprocessable'],
    [301, 'http-error'],
    [501, 'server-error'],
  ])('report %i as %s with its evidence', async (code, kind) => {
    const { api, clock } = openClient(() => status(code));
    const { value } = await elapse(clock, api.call('droplets_get', { path: { droplet_id: 1 } }));
    expect(failureOf(value)).toMatchObject({
      kind,
      status: code,
      errorId: 'x',
      errorMessage: 'Said',
      requestId: 'r-1',
      attempts: 1,
      method: 'GET',
      path: '/v2/droplets/1',
      operationId: 'droplets_get',
    });
  });

  it('of another server say that it needs a key of its own', async () => {
    const { api } = openClient(() => status(401));
    expect(failureOf(await api.call('inference_list_models'))).toMatchObject({ kind: 'unauthorized', message: /key of its own/ });
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'unauthorized', message: /token was refused/ });
  });

  it('name the scopes that a forbidden call needs', async () => {
    const { api } = openClient(() => status(403));
    expect(failureOf(await api.call('droplets_list'))).toMatchObject({ scopes: ['droplet:read'], nextStep: /droplet:read/ });
  });

  it('read other forms of error bodies, and bodies without an error', async () => {
    const bodies: Reply[] = [
      { status: 400, json: { error: { type: 'invalid', message: 'Deep' } } },
      { status: 400, json: { code: 3, message: 'Coded' } },
      { status: 400, bytes: 'no', headers: { 'content-type': 'text/plain', 'ratelimit-limit': '5000', 'x-request-id': 'r-2' } },
    ];
    const { api } = openClient((_request, index) => bodies[index] ?? fine);
    expect(failureOf(await api.call('account_get'))).toMatchObject({ errorId: 'invalid', errorMessage: 'Deep' });
    expect(failureOf(await api.call('account_get'))).toMatchObject({ errorId: '3', errorMessage: 'Coded' });
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'http-error', requestId: 'r-2' });
  });

  it('never contain the token, even if the server repeats it', async () => {
    const { api, log } = openClient(() => status(422, { id: inventedToken, message: `No ${inventedToken}` }));
    const outcome = await api.call('account_get');
    expect(JSON.stringify(outcome)).not.toContain(inventedToken);
    expect(log.join('\n')).not.toContain(inventedToken);
    expect(failureOf(outcome)).toMatchObject({ errorMessage: 'No [token]' });
  });

  const page = { bytes: '<html>', headers: { 'content-type': 'text/html', server: 'edge' } };
  it.each<[string, number, Reply]>([
    ['a sign-in page with success', 200, page],
    ['a redirect to one', 302, { bytes: '', headers: { location: 'http://127.0.0.1:9/login' } }],
    ['a page with 401', 401, page],
    ['a page with 403', 403, page],
    ['a text with 404', 404, { bytes: 'gone', headers: { 'content-type': 'text/plain' } }],
    ['a proxy that wants a password', 407, { bytes: '' }],
    ['JSON of another form with 403', 403, { json: { blocked: true } }],
  ])('do not take %s for the API’s answer', async (_case, code, reply) => {
    const { api, transport } = openClient(() => (typeof reply === 'object' ? { ...reply, status: code } : reply));
    const failure = failureOf(await api.call('droplets_list'));
    expect(failure).toMatchObject({ kind: 'intercepted', status: code, attempts: 1 });
    expect(failure?.message).toContain('Something between here and DigitalOcean answered GET /v2/droplets');
    expect(failure).not.toHaveProperty('scopes');
    expect(transport.requests).toHaveLength(1);
  });

  it('leave the outcome of a change open when a page came with success, and say that nothing happened when it came with 403', async () => {
    const pages = (status: number): Reply => ({ status, bytes: '<html>', headers: { 'content-type': 'text/html' } });
    const reboot = { path: { droplet_id: 1 }, body: { type: 'reboot' } };
    const { api } = openClient((_request, index) => pages(index === 0 ? 200 : 403));
    expect(failureOf(await api.call('dropletActions_post', reboot))).toMatchObject({ kind: 'outcome-unknown' });
    expect(failureOf(await api.call('dropletActions_post', reboot))).toMatchObject({ kind: 'intercepted' });
  });
});

describe('repeats', () => {
  const faults: [string, Reply][] = [
    ['a reset', { error: 'reset', wasSent: true }],
    ['a refused connection', { error: 'refused', wasSent: false }],
    ['a 503', status(503)],
    ['half of the JSON', { bytes: '{"account":{"em', headers: { 'content-type': 'application/json' } }],
    ['a cut body', { stream: cutBody }],
    ['late headers', 'never'],
  ];

  it.each(faults)('of a read succeed after %s', async (_name, fault) => {
    const { api, clock, transport } = openClient((_request, index) => (index === 0 ? fault : fine));
    const { value } = await elapse(clock, api.call('account_get'));
    expect(value).toMatchObject({ ok: true, value: { attempts: 2, body: fine.json } });
    expect(transport.requests).toHaveLength(2);
  });

  it.each(faults.filter(([name]) => name !== 'a refused connection'))(
    'of a change do not happen after %s: its outcome is unknown',
    async (_name, fault) => {
      const { api, clock, transport } = openClient((_request, index) => (index === 0 ? fault : { json: {} }));
      const { value } = await elapse(
        clock,
        api.call('dropletActions_post', { path: { droplet_id: 1 }, body: { type: 'reboot' } }),
      );
      expect(failureOf(value)).toMatchObject({ kind: 'outcome-unknown', attempts: 1 });
      expect(transport.requests).toHaveLength(1);
    },
  );

  it.each(['droplets_destroy', 'domains_delete', 'floatingIPs_delete'])(
    'of %s happen only if it was never sent',
    async (operationId) => {
      const path =
        operationId === 'droplets_destroy'
          ? { droplet_id: 1 }
          : operationId === 'domains_delete'
            ? { domain_name: 'example.com' }
            : { floating_ip: '203.0.113.1' };
      const unsent = openClient((_request, index) =>
        index === 0 ? { error: 'refused', wasSent: false } : { status: 204, bytes: '' },
      );
      expect((await elapse(unsent.clock, unsent.api.call(operationId, { path }))).value).toMatchObject({
        ok: true,
        value: { attempts: 2 },
      });
      const sent = openClient(() => ({ error: 'reset', wasSent: true }));
      expect(failureOf((await elapse(sent.clock, sent.api.call(operationId, { path }))).value)).toMatchObject({
        kind: 'outcome-unknown',
      });
      expect(sent.transport.requests).toHaveLength(1);
    },
  );

  it('of a change happen after a 429, once its wait is over', async () => {
    const { api, clock, transport } = openClient((_request, index) =>
      index === 0 ? status(429, {}, { 'retry-after': '3' }) : { status: 201, json: {} },
    );
    const { value, tookMs } = await elapse(
      clock,
      api.call('dropletActions_post', { path: { droplet_id: 1 }, body: { type: 'reboot' } }),
    );
    expect(value).toMatchObject({ ok: true, value: { attempts: 2 } });
    expect(tookMs).toBeGreaterThanOrEqual(3000);
    expect(tookMs).toBeLessThan(3100);
    expect(transport.requests).toHaveLength(2);
  });

  it('end after four requests', async () => {
    const { api, clock, transport } = openClient(() => status(500));
    const { value } = await elapse(clock, api.call('account_get'));
    expect(failureOf(value)).toMatchObject({ kind: 'server-error', status: 500, attempts: 4 });
    expect(transport.requests).toHaveLength(4);
  });

  it('of a POST that only reads happen as for a GET', async () => {
    const { api, clock } = openClient((_request, index) => (index === 0 ? status(502) : { json: {} }));
    const { value } = await elapse(clock, api.call('apps_validate_appSpec', { body: { spec: { name: 'x' } } }));
    expect(value).toMatchObject({ ok: true, value: { attempts: 2 } });
  });

  it('never follow an untrusted certificate', async () => {
    const { api, transport } = openClient(() => ({ error: 'tls', wasSent: false }));
    expect(failureOf(await api.call('account_get'))).toMatchObject({ kind: 'untrusted', attempts: 1 });
    expect(transport.requests).toHaveLength(1);
  });
});

// biome-ignore lint/correctness/useYield: it breaks before its first byte
async function* cutBody(): AsyncIterable<Uint8Array> {
  const { TransportError } = await import('../../../../main/core/digitalocean/transport-port.ts');
  throw new TransportError('cut', true, 'cut');
}
