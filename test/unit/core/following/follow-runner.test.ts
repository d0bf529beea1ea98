import { describe, expect, it } from 'vitest';
import type { Api } from '../../../../main/core/digitalocean/api.ts';
import { associatedDeletion, dropletDeletion } from '../../../../main/core/following/droplet-deletion.ts';
import { createFollowers } from '../../../../main/core/following/follow-runner.ts';
import type { FollowKind, FollowRequest } from '../../../../main/core/following/followers.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { reduce } from '../../../../main/core/state/reduce.ts';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { createFakeApi, Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';
import { connectionIn, loadedState } from '../../../doubles/core/states.ts';

const deployment: FollowKind = {
  name: 'deployment',
  operationId: 'apps_get_deployment',
  args: ({ app, deployment: id }) => ({ path: { app_id: app ?? '', deployment_id: id ?? '' } }),
  read: (body) => ({ status: (body as { status: 'in-progress' | 'completed' | 'errored' }).status }),
};
const request: FollowRequest = {
  connectionId: 'c1',
  kind: 'deployment',
  target: { app: 'a1', deployment: 'd1' },
  type: 'deploy',
  titles: { running: 'Deploying storefront', completed: 'Deployed storefront', errored: 'Deployment of storefront failed' },
  resourceType: 'app',
  resourceId: 'a1',
  resourceName: 'storefront',
  route: '#/resources/apps',
};

function setUp(reply: Reply) {
  const clock = createFakeClock();
  const fake = createFakeApi({
    apps_get_deployment: reply,
    droplets_get: reply,
    droplets_get_DestroyAssociatedResourcesStatus: reply,
  });
  let state = loadedState();
  let isAllowed = true;
  let api: Outcome<Api> = success(fake);
  const followers = createFollowers({
    clock,
    log: { info: () => {}, warn: () => {} },
    state: () => state,
    dispatch: (event: StateEvent) => {
      state = reduce(state, event);
    },
    api: () => api,
    canAsk: () => isAllowed,
  });
  for (const kind of [deployment, dropletDeletion, associatedDeletion]) followers.register(kind);
  const startedMs = clock.now();
  return {
    clock,
    followers,
    fake,
    asked: () => fake.seen.length,
    elapsed: () => clock.now() - startedMs,
    row: (key: string) => connectionIn(state).actions.get(key),
    allow: (isNow: boolean) => {
      isAllowed = isNow;
    },
    lose: (failure: Failure) => {
      api = failed(failure);
    },
    forget: () => {
      state = reduce(state, { type: 'connection-removed', connectionId: 'c1' });
    },
  };
}

describe('following', () => {
  it('shows what runs at once, and asks until it is done', async () => {
    let status = 'in-progress';
    const { clock, followers, row, asked, fake } = setUp(() => ({ status }));
    const key = followers.follow(request);
    expect(row(key)).toMatchObject({ status: 'in-progress', resourceName: 'storefront', startedBy: 'buoy', actionId: null });
    await clock.advance(11_000);
    expect(asked()).toBe(2);
    expect(fake.seen[0]?.args).toEqual({ path: { app_id: 'a1', deployment_id: 'd1' } });
    status = 'completed';
    await clock.advance(5000);
    expect(row(key)).toMatchObject({ status: 'completed', completedAtMs: clock.now() - 1000 });
    await clock.advance(600_000);
    expect(asked()).toBe(3);
    expect(clock.waiting()).toEqual([]);
  });

  it('asks less often the longer it takes', async () => {
    const { clock, followers, asked } = setUp(() => ({ status: 'in-progress' }));
    followers.follow(request);
    await clock.advance(3_600_000);
    // Once every 5 s it would be 720.
    expect(asked()).toBeGreaterThan(100);
    expect(asked()).toBeLessThan(200);
  });

  it('asks nothing while that is not allowed, and continues afterwards', async () => {
    const { clock, followers, asked, allow } = setUp(() => ({ status: 'in-progress' }));
    followers.follow(request);
    allow(false);
    await clock.advance(60_000);
    expect(asked()).toBe(0);
    allow(true);
    await clock.advance(5000);
    expect(asked()).toBe(1);
  });

  it('ignores failures that may pass', async () => {
    let reply: unknown = new Failing({ kind: 'server-error', message: 'It answered 503.' });
    const { clock, followers, row } = setUp(() => reply);
    const key = followers.follow(request);
    await clock.advance(30_000);
    expect(row(key)?.status).toBe('in-progress');
    reply = { status: 'errored' };
    await clock.advance(5000);
    expect(row(key)?.status).toBe('errored');
  });

  it('treats a 404 as the success of a deletion, and as the failure of anything else', async () => {
    const gone = () => new Failing({ kind: 'not-found', message: 'It is gone.' });
    const one = setUp(gone);
    const key = one.followers.follow({ ...request, kind: 'droplet-deletion', target: { dropletId: '7' }, type: 'destroy' });
    await one.clock.advance(5000);
    expect(one.row(key)?.status).toBe('completed');
    const other = setUp(gone);
    const otherKey = other.followers.follow(request);
    await other.clock.advance(5000);
    expect(other.row(otherKey)).toMatchObject({ status: 'errored', failure: { kind: 'not-found' } });
  });

  it('says how many parts of a deletion failed', async () => {
    const { clock, followers, row } = setUp(() => ({ completed_at: '2026-11-23T14:09:00Z', failures: 2 }));
    const key = followers.follow({
      ...request,
      kind: 'droplet-associated-deletion',
      target: { dropletId: '7' },
      type: 'destroy',
    });
    await clock.advance(5000);
    expect(row(key)?.failure?.message).toContain('2 resources');
  });

  it('waits before it believes that a thing which ran before is done changing', async () => {
    const { clock, followers, row } = setUp(() => ({ status: 'completed' }));
    followers.register({ ...deployment, settleMs: 20_000 });
    const key = followers.follow(request);
    await clock.advance(15_000);
    expect(row(key)?.status).toBe('in-progress');
    await clock.advance(15_000);
    expect(row(key)?.status).toBe('completed');
  });

  it('gives up after hours, without guessing how it ended', async () => {
    const { clock, followers, row } = setUp(() => ({ status: 'in-progress' }));
    const key = followers.follow(request);
    await clock.advance(6 * 3_600_000 + 60_000);
    expect(row(key)).toMatchObject({ status: 'unknown', failure: { kind: 'timeout' } });
    expect(clock.waiting()).toEqual([]);
  });

  it('follows the same thing only once', () => {
    const { followers } = setUp(() => ({ status: 'in-progress' }));
    expect(followers.follow(request)).toBe(followers.follow({ ...request }));
    expect(followers.follow({ ...request, target: { app: 'a1', deployment: 'd2' } })).not.toBe(followers.follow(request));
  });

  it('resumes after a restart what was followed before', async () => {
    const { clock, followers, asked } = setUp(() => ({ status: 'in-progress' }));
    followers.follow(request);
    followers.stop();
    await clock.advance(60_000);
    expect(asked()).toBe(0);
    followers.resume();
    await clock.advance(5000);
    expect(asked()).toBe(1);
  });

  it('ends with its connection', async () => {
    const { clock, followers, asked, forget } = setUp(() => ({ status: 'in-progress' }));
    followers.follow(request);
    forget();
    await clock.advance(60_000);
    expect(asked()).toBe(0);
    expect(clock.waiting()).toEqual([]);
  });
});
