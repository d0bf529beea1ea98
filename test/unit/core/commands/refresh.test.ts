import { describe, expect, it } from 'vitest';
import { refresh } from '../../../../main/core/commands/refresh.ts';
import type { Live } from '../../../../main/core/connections/live.ts';
import { failed } from '../../../../preload/contract/failure.ts';
import { createCommandContext } from '../../../doubles/core/command-context.ts';

function setUp({ hasLive = true } = {}) {
  const { context } = createCommandContext();
  const asked: (string | undefined)[] = [];
  let vaultAsked = 0;
  const connections = {
    ...context.connections,
    live: () => (hasLive ? [{} as Live] : []),
    retryVault: () => {
      vaultAsked += 1;
      return Promise.resolve();
    },
  };
  const own = {
    ...context,
    connections,
    refresh: (id?: string) => {
      asked.push(id);
      return Promise.resolve();
    },
  };
  return { context: own, asked, vaultAsked: () => vaultAsked };
}

describe('refreshing', () => {
  it('asks the vault for the tokens that it holds back, then DigitalOcean for everything', async () => {
    const { context, asked, vaultAsked } = setUp();
    expect(await refresh(context, { kind: 'refresh' })).toEqual({ ok: true, value: { status: 'done', message: 'Up to date.' } });
    expect([asked, vaultAsked()]).toEqual([[undefined], 1]);
  });

  it('says why the droplets could not be read', async () => {
    const { context } = setUp();
    context.dispatch({
      type: 'fetch-failed',
      connectionId: 'c1',
      what: 'droplets',
      failure: { kind: 'network', message: 'No network.' },
      atMs: context.clock.now(),
    });
    expect(await refresh(context, { kind: 'refresh', connectionId: 'c1' })).toMatchObject({
      ok: false,
      failure: { kind: 'network' },
    });
  });

  it('says that the keyring holds the token back, not that there is nothing', async () => {
    const { context, asked } = setUp({ hasLive: false });
    const locked = { kind: 'vault-locked' as const, message: 'Your keyring is locked.' };
    expect(await refresh({ ...context, api: () => failed(locked) }, { kind: 'refresh' })).toEqual({ ok: false, failure: locked });
    expect(asked).toEqual([]);
  });
});
