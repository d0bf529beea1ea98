import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../preload/contract/command.ts';
import { createCommandContext, failing, unknown, wireAction } from '../../../doubles/core/command-context.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';

const act = (type: Extract<Command, { kind: 'droplet-action' }>['type'], keys = ['c1:1'], extra = {}): Command => ({
  kind: 'droplet-action',
  dropletKeys: keys,
  type,
  ...extra,
});

describe('an unknown outcome', () => {
  it('becomes a start if a new action of that type appears', async () => {
    const { run, clock, connection } = createCommandContext({
      dropletActions_post: failing(unknown),
      dropletActions_list: () => ({ actions: [wireAction(9555, 'reboot', 1)], links: {}, meta: { total: 1 } }),
    });
    const running = run(act('reboot'));
    await clock.advance(12_000);
    expect(await running).toMatchObject({ ok: true, value: { status: 'started', actionKeys: ['c1:9555'] } });
    expect(connection().actions.get('c1:9555')?.startedBy).toBe('buoy');
  });

  it('is no start if only older actions, or actions of another type, appear', async () => {
    const { run, clock, context, connection } = createCommandContext({
      dropletActions_post: failing(unknown),
      dropletActions_list: () => ({
        actions: [wireAction(5, 'reboot', 1), wireAction(9600, 'snapshot', 1)],
        links: {},
        meta: { total: 2 },
      }),
    });
    context.dispatch(fetched('actions', [{ ...parsed(5), status: 'completed', completedAtMs: startMs }]));
    const running = run(act('reboot'));
    await clock.advance(12_000);
    expect(await running).toMatchObject({ ok: false, failure: { message: expect.stringContaining('did not start') } });
    expect(connection().pending.size).toBe(0);
  });

  it('stays unknown, and says so, if looking fails too', async () => {
    const { run, clock } = createCommandContext({
      dropletActions_post: failing(unknown),
      dropletActions_list: failing({ kind: 'network', message: 'No network.' }),
    });
    const running = run(act('reboot'));
    await clock.advance(12_000);
    expect(await running).toMatchObject({
      ok: false,
      failure: { kind: 'outcome-unknown', message: expect.stringContaining('may have started') },
    });
  });
});

const parsed = (id: number) => ({
  id,
  status: 'in-progress' as const,
  type: 'reboot',
  startedAtMs: startMs,
  completedAtMs: null,
  resourceType: 'droplet',
  resourceId: 1,
  regionSlug: 'fra1',
});
