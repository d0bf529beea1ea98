import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { nameFrom } from '../../../../main/core/operations/answer-body.ts';
import { callArguments, decodeBase64 } from '../../../../main/core/operations/arguments.ts';
import { followAnswer } from '../../../../main/core/operations/follow-answer.ts';
import { followKinds } from '../../../../main/core/operations/follow-kinds.ts';
import { startedBy } from '../../../../main/core/operations/long-running.ts';
import { panelOf } from '../../../../main/core/operations/panels.ts';
import { questionFor, subjectOf } from '../../../../main/core/operations/question.ts';
import { isSecretAnswer } from '../../../../main/core/operations/secret-answers.ts';
import type { CoreServices } from '../../../../main/core/services.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import { dangerOf } from '../../../../preload/contract/danger-of.ts';
import type { ApiRequest } from '../../../../preload/contract/schema.ts';

const request = (change: Partial<ApiRequest>): ApiRequest => ({
  requestId: 'r1',
  connectionId: 'c1',
  operationId: 'volumes_delete',
  path: {},
  query: {},
  headers: {},
  isSchemaMismatchAllowed: true,
  isAllPages: false,
  ...change,
});

const called = (dropletId: string): string => `droplet ${dropletId}`;

describe('tables by operation', () => {
  it('name only operations of the catalogue', async () => {
    const { operations } = await loadIndex();
    const known = new Set(operations.map((operation) => operation.id));
    expect(followKinds.map((kind) => kind.operationId).filter((id) => !known.has(id))).toEqual([]);
    // If the catalogue does not have one of the names, these numbers are too small.
    expect(operations.filter((operation) => isSecretAnswer(operation, {}))).toHaveLength(3);
    expect(operations.filter(({ id }) => startedBy(id, anyPath, anyBody))).toHaveLength(77);
  });

  it('lead from what is followed to the panel of its thing, and nowhere where the thing goes', async () => {
    const ids = { app_id: 'a 1', deployment_id: 'd' };
    expect(panelOf('deployment', 'c1', ids)).toBe('#/resources/apps_list/c1/a%201');
    expect(panelOf('app-gone', 'c1', { id: 'a' })).toBeNull();
    const families = new Set((await loadIndex()).operations.map(({ id }) => id));
    for (const { name } of followKinds) {
      const family = panelOf(name, 'c1', { id: 'x' })?.split('/')[2];
      if (family !== undefined) expect(families).toContain(family);
    }
  });

  it('give every follow kind the path parameters that its read needs', async () => {
    for (const kind of followKinds) {
      const { operation } = await findOperation(kind.operationId);
      const needed = operation.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect(Object.keys(kind.args({}).path ?? {}), kind.name).toEqual(needed);
    }
  });

  it('map every long operation to a kind with the ids that it needs', async () => {
    const targets: [string, Record<string, string>, unknown, string][] = [
      ['apps_create_deployment', { app_id: 'a' }, { deployment: { id: 'd' } }, 'deployment'],
      ['databases_create_cluster', {}, { database: { id: 'x', name: 'main' } }, 'database'],
      ['droplets_destroy_withAssociatedResourcesDangerous', { droplet_id: '7' }, null, 'destroy-with-associated'],
    ];
    for (const [id, path, body, kindName] of targets) {
      const started = startedBy(id, path, body);
      expect(started?.kind).toBe(kindName);
      const kind = followKinds.find((one) => one.name === kindName);
      expect(Object.values(kind?.args(started?.ids ?? {}).path ?? {})).not.toContain('');
    }
    const kinds = new Set(followKinds.map((kind) => kind.name));
    for (const { id } of (await loadIndex()).operations) {
      const started = startedBy(id, anyPath, anyBody);
      expect(started === null || kinds.has(started.kind), id).toBe(true);
    }
  });
});

/** Answers everything with the same string, so that every target finds its ids. */
const anyPath = new Proxy({}, { get: () => 'x' }) as Record<string, string>;
const anyBody: unknown = new Proxy(
  {},
  { get: (_target, key) => (['id', 'uuid', 'name', 'run_id', 'eval_run_uuid'].includes(String(key)) ? 'x' : anyBody) },
);

const domains = (domain: string, phase: string) => ({ app: { domains: [{ spec: { domain }, phase }] } });

describe('followed states', () => {
  const deployment = followKinds.find((kind) => kind.name === 'deployment');
  it.each([
    ['ACTIVE', 'completed'],
    ['ERROR', 'errored'],
    ['BUILDING', 'in-progress'],
    ['SOMETHING_NEW', 'in-progress'],
  ])('reads a deployment in phase %s as %s', (phase, status) => {
    expect(deployment?.read({ deployment: { phase } }, {}, called).status).toBe(status);
  });

  it('reads an unexpected body as still running', () => {
    for (const kind of followKinds) expect(kind.read('<html>', {}, called).status).toBe('in-progress');
  });

  it.each<[string, Record<string, string>, unknown, string]>([
    ['autoscale-history', {}, { history: [{ status: 'in_progress' }] }, 'in-progress'],
    ['autoscale-history', {}, { history: [{ status: 'success' }, { status: 'error' }] }, 'completed'],
    ['autoscale-history', {}, { history: [{ status: 'error' }] }, 'errored'],
    ['app-domain', { domain: 'a.example.com' }, { app: { domains: [] } }, 'in-progress'],
    ['app-domain', { domain: 'a.example.com' }, domains('b.example.com', 'ACTIVE'), 'in-progress'],
    ['app-domain', { domain: 'a.example.com' }, domains('a.example.com', 'CONFIGURING'), 'in-progress'],
    ['app-domain', { domain: 'a.example.com' }, domains('a.example.com', 'ACTIVE'), 'completed'],
    ['app-domain', { domain: 'a.example.com' }, domains('a.example.com', 'ERROR'), 'errored'],
    ['nfs-value', { field: 'size_gib', value: '200' }, { share: { size_gib: 100 } }, 'in-progress'],
    ['nfs-value', { field: 'size_gib', value: '200' }, { share: { size_gib: 200 } }, 'completed'],
    ['nfs-value', { field: 'vpc_ids', value: 'v2' }, { share: { vpc_ids: ['v1', 'v2'] } }, 'completed'],
    ['nfs-value', { field: 'vpc_ids', value: 'v2', isGone: 'yes' }, { share: { vpc_ids: ['v1', 'v2'] } }, 'in-progress'],
    ['nfs-value', { field: 'vpc_ids', value: 'v2', isGone: 'yes' }, { share: { vpc_ids: ['v1'] } }, 'completed'],
    ['nfs-value', { field: 'size_gib', value: '200' }, { share: { status: 'FAILED', size_gib: 100 } }, 'errored'],
    ['vector-restore', {}, { status: 'TRANSFERRING' }, 'in-progress'],
    ['vector-restore', {}, { status: 'SUCCESS' }, 'completed'],
    ['vector-restore', {}, { status: 'FAILED', error: 'no room' }, 'errored'],
    ['vector-database', {}, { vector_db: { status: 'creating' } }, 'in-progress'],
    ['vector-database', {}, { vector_db: { status: 'ACTIVE' } }, 'completed'],
    ['vector-database', {}, { vector_db: { status: 'error' } }, 'errored'],
    ['byoip-advertised', {}, { byoip_prefix: { locked: true } }, 'in-progress'],
    ['byoip-advertised', {}, { byoip_prefix: { locked: false } }, 'completed'],
    ['nfs-access-point', {}, { access_point: { status: 'ACCESS_POINT_ACTIVE' } }, 'completed'],
    ['nfs-access-point', {}, { access_point: { status: 'ACCESS_POINT_FAILED' } }, 'errored'],
    ['custom-model', {}, { model: { status: 'STATUS_IMPORTING' } }, 'in-progress'],
    ['custom-model', {}, { model: { status: 'STATUS_READY' } }, 'completed'],
    ['evaluation-run', {}, { run: { status: 'MODEL_EVALUATION_RUN_EVALUATING_RESULTS' } }, 'in-progress'],
    ['evaluation-run', {}, { run: { status: 'MODEL_EVALUATION_RUN_PARTIALLY_SUCCESSFUL' } }, 'completed'],
    ['evaluation-run', {}, { run: { status: 'MODEL_EVALUATION_RUN_CANCELLED' } }, 'errored'],
    ['partner-attachment-change', {}, { partner_attachment: { state: 'ACTIVE' } }, 'completed'],
    ['add-on-gone', {}, { resource: { state: 'deprovisioned' } }, 'completed'],
    ['add-on-gone', {}, { resource: { state: 'deprovisioning' } }, 'in-progress'],
  ])('reads %s with %j from %j as %s', (name, target, body, status) => {
    expect(followKinds.find((kind) => kind.name === name)?.read(body, target, called).status).toBe(status);
  });

  it('reads a destruction with failures as failed once it has ended', () => {
    const kind = followKinds.find((one) => one.name === 'destroy-with-associated');
    expect(kind?.read({ completed_at: null, failures: 1 }, {}, called).status).toBe('in-progress');
    expect(kind?.read({ completed_at: '2026-11-23T10:00:00Z', failures: 1 }, {}, called).status).toBe('errored');
    expect(kind?.read({ completed_at: '2026-11-23T10:00:00Z', failures: 0 }, {}, called).status).toBe('completed');
  });

  it('says why parts of a droplet were not destroyed, each by its name', () => {
    const kind = followKinds.find((one) => one.name === 'destroy-with-associated');
    const resources = { volumes: [{ id: 'v1', name: 'data', error_message: 'in use' }], snapshots: [{ id: '7', name: 'old' }] };
    const body = { completed_at: '2026-11-23T10:00:00Z', failures: 1, droplet: { name: 'web', error_message: '' }, resources };
    expect(kind?.read(body, {}, called).failure?.message).toBe('Not destroyed: data: in use.');
    expect(kind?.read({ ...body, resources: {} }, {}, called).failure?.message).toBe('1 part of it could not be destroyed.');
  });
});

describe('danger of a call', () => {
  it('depends on the body if that decides', async () => {
    const { operation } = await findOperation('dropletActions_post');
    expect(dangerOf(operation, { type: 'reboot' })).toBe('normal');
    expect(dangerOf(operation, { type: 'power_cycle' })).toBe('disruptive');
  });

  it('is the worst level for an unknown type', async () => {
    const { operation } = await findOperation('dropletActions_post');
    expect(dangerOf(operation, { type: 'invented' })).toBe('destructive');
    expect(dangerOf(operation, null)).toBe('destructive');
  });

  it('is destructive for deleting by tag, although the path names a list', async () => {
    const { operation } = await findOperation('droplets_destroy_byTag');
    expect(dangerOf(operation, undefined)).toBe('destructive');
  });
});

describe('question before a call', () => {
  it('asks for the name behind the id when something is destroyed', async () => {
    const { operation } = await findOperation('volumes_delete');
    const subject = subjectOf(operation, request({ path: { volume_id: 'v-1' } }), (id) => (id === 'v-1' ? 'backups 🛟' : null));
    const question = questionFor({ operation, level: 'destructive', subject, team: 'Tidepool', path: '/v2/volumes/v-1' });
    expect(question.typeToConfirm).toBe('backups 🛟');
    expect(question.lines[0]).toContain('Tidepool');
  });

  it('asks for the tag when everything with it is destroyed', async () => {
    const { operation } = await findOperation('droplets_destroy_byTag');
    expect(subjectOf(operation, request({ query: { tag_name: 'demo' } }), () => null)).toBe('demo');
  });

  it('asks for the title if the thing has no other name', async () => {
    const { operation } = await findOperation('registry_delete');
    const question = questionFor({ operation, level: 'destructive', subject: null, team: 'Tidepool', path: operation.path });
    expect(question.typeToConfirm).toBe(operation.title);
  });
});

describe('arguments of a call', () => {
  it('include the header of a dangerous deletion, whatever the form says', async () => {
    const { operation } = await findOperation('droplets_destroy_withAssociatedResourcesDangerous');
    expect(operation.danger).toBe('destructive');
    const args = callArguments(operation, request({ path: { droplet_id: '7' }, headers: { 'x-dangerous': 'false' } }));
    expect(args.ok && args.value.headers).toEqual({ 'X-Dangerous': 'true' });
  });

  it('include no such header if the operation has none', async () => {
    const { operation } = await findOperation('volumes_delete');
    const args = callArguments(operation, request({ headers: { 'X-Dangerous': 'true' } }));
    expect(args.ok && args.value.headers).toEqual({});
  });
});

describe('bytes of a chosen file', () => {
  it('are the same after decoding as before encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Buffer.from(decodeBase64(Buffer.from(bytes).toString('base64')) ?? [])).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each(['a', 'ab*d', 'öäüß', 'ab cd'])('are refused when %j is not base64', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});

describe('name of an offered file', () => {
  it.each([
    ['attachment; filename="invoice-7.pdf"', 'invoice-7.pdf'],
    ['attachment; filename=invoice.csv', 'invoice.csv'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..\\..\\evil.exe"', 'evil.exe'],
    ['attachment; filename="a\u0000b?.pdf"', 'ab.pdf'],
    ['attachment; filename=".."', null],
    ['inline', null],
    [undefined, null],
  ])('is taken from %j as %j', (header, expected) => {
    expect(nameFrom(header)).toBe(expected);
  });
});

describe('what an answer started', () => {
  it('is followed from the links of a created thing', () => {
    const dispatched: StateEvent[] = [];
    const services = {
      dispatch: (event: StateEvent) => dispatched.push(event),
      clock: { now: () => 1000 },
    } as unknown as CoreServices;
    const operation = { id: 'droplets_create', method: 'POST' } as Operation;
    const body = {
      droplets: [{ id: 7 }, { id: 8 }],
      links: {
        actions: [
          { id: 70, rel: 'create' },
          { id: 80, rel: 'create' },
        ],
      },
    };
    const keys = followAnswer(services, { operation, connectionId: 'c1', path: {}, body, name: () => null });
    expect(keys).toEqual(['c1:70', 'c1:80']);
    expect(dispatched).toMatchObject([
      {
        type: 'actions-started',
        actions: [
          { id: 70, type: 'create', resourceId: 7, startedAtMs: 1000 },
          { id: 80, resourceId: 8 },
        ],
      },
    ]);
  });

  it('is nothing if the answer names nothing', () => {
    const services = { dispatch: () => {}, clock: { now: () => 0 } } as unknown as CoreServices;
    const operation = { id: 'domains_create', method: 'POST' } as Operation;
    expect(
      followAnswer(services, { operation, connectionId: 'c1', path: {}, body: { links: { actions: 'x' } }, name: () => null }),
    ).toEqual([]);
  });
});
