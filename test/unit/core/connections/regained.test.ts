import { describe, expect, it } from 'vitest';
import { regainedBy } from '../../../../main/core/connections/regained.ts';
import { locate } from '../../../../main/core/digitalocean/catalogue/locate.ts';
import type { FetchedKind } from '../../../../main/core/fetched/all.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { connectionIn, fold, loadedState, startMs } from '../../../doubles/core/states.ts';

const failing = (what: FetchedKind, kind: Failure['kind'], scope: string) => ({
  type: 'fetch-failed' as const,
  connectionId: 'c1',
  what,
  failure: { kind, message: 'No.', scopes: [scope] },
  atMs: startMs,
});

describe('data that was forbidden', () => {
  it('is worth asking for again once a call that needs the same scope was answered', async () => {
    await Promise.all(['uptime_list_checks', 'droplets_get'].map(locate));
    const connection = connectionIn(
      fold(loadedState(), failing('uptime', 'forbidden', 'uptime:read'), failing('alerts', 'forbidden', 'monitoring:read')),
    );
    expect(regainedBy('uptime_list_checks', connection)).toEqual(['uptime']);
    expect(regainedBy('droplets_get', connection)).toEqual([]);
  });

  it('is left to its poller when it failed otherwise, or the connection is gone', async () => {
    await locate('uptime_list_checks');
    const connection = connectionIn(fold(loadedState(), failing('uptime', 'server-error', 'uptime:read')));
    expect(regainedBy('uptime_list_checks', connection)).toEqual([]);
    expect(regainedBy('uptime_list_checks', undefined)).toEqual([]);
  });
});
