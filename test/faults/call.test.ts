import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { account, type FaultServer, fault, json, startFaultServer } from './fault-server.ts';

/** `npm run call` as a script uses it: what it prints where, and how it ends. */

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
const echoed = `${token} ${Buffer.from(`x:${token}`).toString('base64')}`;
const pdf = Uint8Array.from({ length: 2000 }, (_, index) => index % 256);
const droplets = Array.from({ length: 450 }, (_, index) => ({ id: index + 1 }));
let server: FaultServer;
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder();
  server = await startFaultServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (request.headers.authorization !== `Bearer ${token}`) return json(response, 401, fault('unauthorized'));
    if (pathname.endsWith('/pdf')) return void response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    if (pathname.endsWith('/csv')) return void response.writeHead(200, { 'content-type': 'text/csv' }).end('a,b\n1,2\n');
    if (request.method === 'DELETE') return void response.writeHead(204).end();
    if (pathname.endsWith('/account/keys'))
      return json(response, 200, { ssh_keys: [{ id: 1, name: echoed }], meta: { total: 1 } });
    if (request.method === 'POST') return json(response, 201, { sent: JSON.parse(request.text) });
    if (pathname.endsWith('/droplets')) {
      const size = Number(searchParams.get('per_page') ?? 20);
      const page = Number(searchParams.get('page') ?? 1);
      return json(response, 200, {
        droplets: droplets.slice((page - 1) * size, page * size),
        links: {},
        meta: { total: droplets.length },
      });
    }
    if (pathname.includes('/droplets/')) return json(response, 404, fault('not_found'));
    json(response, 200, account);
  });
});
afterAll(async () => {
  await server.close();
});

const call = (...words: string[]) => callWith({}, ...words);

async function callWith(environment: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, ['scripts/call.ts', ...words], {
    env: { ...process.env, DO_TOKEN: token, WRONG_TOKEN: 'dop_v1_wrong', DIGITALOCEAN_TOKEN: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  let errors = '';
  child.stdout.on('data', (piece: Buffer) => output.push(piece));
  child.stderr.on('data', (piece: Buffer) => {
    errors += piece.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, bytes: Buffer.concat(output), text: Buffer.concat(output).toString(), errors };
}
const toServer = () => ['--base-url', server.baseUrl, '--token-env', 'DO_TOKEN'];

describe('npm run call', () => {
  it('prints no token that the answer repeats', async () => {
    for (const words of [['sshKeys_list'], ['sshKeys_list', '--all']]) {
      const { code, text } = await call(...words, ...toServer());
      expect(code).toBe(0);
      expect(text).toMatch(/"name": "\[token\] .*\[token\]/);
      expect(text).not.toContain(token.slice(7));
    }
  });

  it('prints only the body, and ends with 0', async () => {
    const { code, text, errors } = await call('account_get', ...toServer());
    expect([code, JSON.parse(text), errors]).toEqual([0, account, '']);
  });

  it('cleans the ends of a token, and names what shows nothing inside it, before anything is sent', async () => {
    expect(await callWith({ DO_TOKEN: `\ufeff${token}\u200b` }, 'account_get', ...toServer())).toMatchObject({ code: 0 });
    const before = server.requests.length;
    const { code, errors } = await callWith({ DO_TOKEN: token.replace('_v1_', '_v1_\u00ad') }, 'account_get', ...toServer());
    expect([code, server.requests.length]).toEqual([2, before]);
    expect(errors).toMatch(/invisible character after dop_v1_…/);
  });

  it('sends no token in clear to another machine unless that is wanted', async () => {
    // An address that leads nowhere, so that nothing leaves this machine even if it were tried.
    const { code, errors } = await call('account_get', '--base-url', 'http://0.0.0.0:9', '--token-env', 'DO_TOKEN');
    expect([code, errors]).toEqual([2, expect.stringMatching(/travels in clear to 0\.0\.0\.0:9.*--insecure/)]);
    const wanted = await call('account_get', '--base-url', 'http://0.0.0.0:9', '--token-env', 'DO_TOKEN', '--insecure');
    expect(wanted.errors).toMatch(/^Note: The token travels in clear/);
  });

  it('puts each name=value where it belongs', async () => {
    const { text } = await call('droplets_list', 'per_page=5', ...toServer());
    expect(JSON.parse(text).droplets).toHaveLength(5);
    expect(server.requests.at(-1)).toBe('GET /base/v2/droplets?per_page=5');
  });

  it('reads every page with --all', async () => {
    const { code, text } = await call('droplets_list', '--all', ...toServer());
    expect([code, JSON.parse(text)]).toEqual([0, { droplets, meta: { total: 450 } }]);
  });

  it('takes a body from its arguments or from a file', async () => {
    const body = { type: 'reboot' };
    const file = join(folder, 'body.json');
    writeFileSync(file, JSON.stringify(body));
    for (const given of [JSON.stringify(body), `@${file}`]) {
      const { code, text } = await call('dropletActions_post', 'droplet_id=7', '--body', given, ...toServer());
      expect([code, JSON.parse(text)]).toEqual([0, { sent: body }]);
    }
  });

  it('prints bytes and text unchanged, and nothing for an empty answer', async () => {
    expect(Buffer.compare((await call('invoices_get_pdfByUUID', 'invoice_uuid=i', ...toServer())).bytes, pdf)).toBe(0);
    expect((await call('invoices_get_csvByUUID', 'invoice_uuid=i', ...toServer())).text).toBe('a,b\n1,2\n');
    expect(await call('droplets_destroy', 'droplet_id=7', ...toServer())).toMatchObject({ code: 0, text: '', errors: '' });
  });

  it('prints a failure as JSON to standard error, and ends with 1', async () => {
    const { code, text, errors } = await call('droplets_get', 'droplet_id=7', ...toServer());
    expect([code, text]).toEqual([1, '']);
    expect(JSON.parse(errors)).toMatchObject({
      kind: 'not-found',
      status: 404,
      errorId: 'not_found',
      requestId: 'r-1',
      path: '/v2/droplets/7',
    });
    const refused = await call('account_get', '--base-url', server.baseUrl, '--token-env', 'WRONG_TOKEN');
    expect([refused.code, JSON.parse(refused.errors).kind]).toEqual([1, 'unauthorized']);
    expect(refused.errors).not.toContain('dop_v1_wrong');
  });

  it.each([
    [['droplets_get'], /needs droplet_id=… \(path, needed\): a whole number/],
    [['droplets_get', 'droplet_id=x'], /droplet_id=x is not possible/],
    [['droplet_get', 'droplet_id=1'], /no operation named droplet_get.*Did you mean droplets_get/],
    [['account_get', '--token-env', 'NO_SUCH_VARIABLE'], /NO_SUCH_VARIABLE is not set/],
    [['account_get', '--all'], /--all: account_get returns one thing/],
    [[], /The operationId is missing[\s\S]*Usage:/],
  ])('ends with 2 after wrong usage: %j', async (words, message) => {
    const { code, text, errors } = await call(...words);
    expect([code, text]).toEqual([2, '']);
    expect(errors).toMatch(message);
  });

  it('explains itself, its operations and each one of them', async () => {
    expect(await call('--help')).toMatchObject({ code: 0, text: expect.stringContaining('Usage: npm run') });
    expect((await call('--list', 'kubeconfig')).text).toContain(
      'kubernetes_get_kubeconfig  GET /v2/kubernetes/clusters/{cluster_id}/kubeconfig',
    );
    expect((await call('--help', 'droplets_list')).text).toContain('per_page=… (query): a whole number from 1 to 200');
  });
});
