import { describe, expect, it } from 'vitest';
import type { FollowProgress } from '../../../../main/core/following/followers.ts';
import { followKinds } from '../../../../main/core/operations/follow-kinds.ts';
import { startedBy } from '../../../../main/core/operations/long-running.ts';

const names: Readonly<Record<string, string>> = { 7: 'web-01', 8: 'web-02' };
const kind = (name: string) => {
  const found = followKinds.find((one) => one.name === name);
  if (!found) throw new Error(`There is no kind ${name}`);
  return found;
};
const progress = (name: string, body: unknown, target: Record<string, string> = {}): FollowProgress =>
  kind(name).read(body, target, (id) => names[id] ?? `droplet ${id}`);

describe('a followed firewall', () => {
  const change = (droplet_id: number) => ({ droplet_id, removing: false, status: 'failed' });

  it('that failed names the droplets where its rules are not in force, each once', () => {
    const failed = { firewall: { status: 'failed', pending_changes: [change(7), change(7), change(9)] } };
    expect(progress('firewall', failed)).toMatchObject({
      status: 'errored',
      failure: { message: 'Its rules could not be applied at web-01 and droplet 9.' },
    });
    expect(progress('firewall', { firewall: { status: 'failed', pending_changes: [] } })).toMatchObject({
      failure: { message: 'Its rules could not be applied.' },
    });
  });

  it('is over once it has succeeded, and goes on while it waits', () => {
    expect(progress('firewall', { firewall: { status: 'succeeded' } })).toEqual({ status: 'completed' });
    expect(progress('firewall', { firewall: { status: 'waiting', pending_changes: [change(7)] } })).toEqual({
      status: 'in-progress',
    });
    expect(progress('firewall', null)).toEqual({ status: 'in-progress' });
  });
});

describe('a followed clean-up', () => {
  it.each([
    [
      { status: 'succeeded', freed_bytes: 812_646_400 },
      { status: 'completed', outcome: '775 MiB freed' },
    ],
    [
      { status: 'succeeded', freed_bytes: 0 },
      { status: 'completed', outcome: '0 bytes freed' },
    ],
    [{ status: 'succeeded' }, { status: 'completed' }],
    [{ status: 'cancelled' }, { status: 'completed' }],
    [{ status: 'failed' }, { status: 'errored' }],
    [{ status: 'deleting', freed_bytes: 0 }, { status: 'in-progress' }],
  ])('is told by %j', (garbage_collection, told) => {
    expect(progress('garbage-collection', { garbage_collection })).toEqual(told);
  });
});

describe('a followed check of a cluster', () => {
  it('tells what it found once it is over', () => {
    const diagnostics = [{ severity: 'error' }, { severity: 'warning' }, { severity: 'error' }, { severity: 'suggestion' }];
    expect(progress('cluster-lint', { run_id: 'r1', diagnostics })).toEqual({ status: 'in-progress' });
    expect(progress('cluster-lint', { completed_at: '2026-11-27T10:00:00Z', diagnostics })).toEqual({
      status: 'completed',
      outcome: '2 errors and 1 warning',
    });
    expect(progress('cluster-lint', { completed_at: '2026-11-27T10:00:00Z' }).outcome).toBe('0 errors and 0 warnings');
  });
});

describe('followed targets of a load balancer', () => {
  const balancer = (...ids: number[]) => ({ load_balancer: { status: 'active', droplet_ids: ids } });

  it('are there once all of them are, and gone once none is', () => {
    const two = { droplets: '7 8' };
    expect(progress('load-balancer-droplets', balancer(7), two).status).toBe('in-progress');
    expect(progress('load-balancer-droplets', balancer(7, 8, 9), two).status).toBe('completed');
    const gone = { ...two, isGone: 'yes' };
    expect(progress('load-balancer-droplets', balancer(8), gone).status).toBe('in-progress');
    expect(progress('load-balancer-droplets', balancer(9), gone).status).toBe('completed');
    expect(progress('load-balancer-droplets', {}, gone).status).toBe('in-progress');
  });
});

describe('a followed service key', () => {
  const before = '2026-11-01T00:00:00Z';
  const key = (created_at: string) => ({ value: 'k', created_at, state: 'CREATED' });

  it('is there once another one was made, in either form of the answer', () => {
    expect(progress('partner-service-key', { service_key: key(before) }, { before }).status).toBe('in-progress');
    expect(progress('partner-service-key', { service_key: key('2026-11-02T00:00:00Z') }, { before }).status).toBe('completed');
    expect(progress('partner-service-key', { service_key: [key('2026-11-02T00:00:00Z')] }, { before }).status).toBe('completed');
    expect(progress('partner-service-key', {}, { before }).status).toBe('in-progress');
  });
});

describe('a followed share', () => {
  it.each(['nfs-share', 'nfs-share-gone', 'nfs-value'])('is looked at in its region, where that is known: %s', (name) => {
    const path = { nfs_id: 's1' };
    expect(kind(name).args({ nfs_id: 's1', region: 'fra1' })).toEqual({ path, query: { region: 'fra1' } });
    expect(kind(name).args({ nfs_id: 's1' })).toEqual({ path });
  });

  it('that was made tells its region itself, and is followed without one too', () => {
    expect(startedBy('nfs_create', {}, { share: { id: 's1', region: 'fra1' } })?.ids).toEqual({ nfs_id: 's1', region: 'fra1' });
    expect(startedBy('nfs_create', {}, { share: { id: 's1' } })?.ids).toEqual({ nfs_id: 's1' });
  });
});
