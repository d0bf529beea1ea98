import { describe, expect, it } from 'vitest';
import { newConnection } from '../../../../main/core/state/state.ts';
import type { Command } from '../../../../preload/contract/command.ts';
import { createCommandContext } from '../../../doubles/core/command-context.ts';
import { startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAccount } from '../../../doubles/invented/facts.ts';

const act = (key: string, type: 'snapshot' | 'power_on' = 'snapshot'): Command => ({
  kind: 'droplet-action',
  dropletKeys: [key],
  type,
  ...(type === 'snapshot' ? { value: 'before' } : {}),
});

/** Two connections that list the droplet 1: `c1`, and `c2` of that team or another. */
function shared(fields: { isDemo?: boolean; team?: string | null } = {}) {
  const made = createCommandContext({ droplets_list_associatedResources: () => ({}) });
  const { isDemo = false, team = anAccount().team?.uuid ?? '' } = fields;
  const account = anAccount({ team: team === null ? null : { uuid: team, name: 'Quay' } });
  const droplets = new Map([[1, aDroplet({ id: 1, name: 'web-01' })]]);
  const connection = { ...newConnection({ id: 'c2', label: 'Quay', isDemo, isForThisRunOnly: isDemo }), account, droplets };
  made.context.dispatch({ type: 'connection-added', connection });
  return made;
}

const busy = { ok: false, failure: { kind: 'busy', message: expect.stringContaining('web-01') } };

describe('a droplet that two connections of a team list', () => {
  it.each([undefined, null])('runs one action at a time, whichever of them starts it (team of the other: %s)', async (team) => {
    const { run, sent } = shared(team === undefined ? {} : { team });
    expect(await run(act('c1:1'))).toMatchObject({ ok: true });
    expect(await run(act('c2:1'))).toMatchObject(busy);
    expect(sent()).toHaveLength(1);
  });

  it('is busy for the other while the command is on its way', async () => {
    const { run, sent, context } = shared();
    context.dispatch({
      type: 'command-sent',
      connectionId: 'c2',
      dropletIds: [1],
      actionType: 'reboot',
      value: null,
      atMs: startMs,
    });
    expect(await run(act('c1:1'))).toMatchObject(busy);
    expect(sent()).toEqual([]);
  });

  it('gets one action of five that are asked for at once', async () => {
    const { run, sent } = shared();
    const ended = await Promise.all(['c1:1', 'c2:1', 'c1:1', 'c2:1', 'c2:1'].map((key) => run(act(key))));
    expect([ended.filter((one) => one.ok).length, sent().length]).toEqual([1, 1]);
  });

  it('is not destroyed through one while an action of the other runs', async () => {
    const { run, confirmed } = shared();
    await run(act('c2:1'));
    const { ended } = await confirmed({ kind: 'delete-droplet', dropletKey: 'c1:1' }, { typed: 'web-01' });
    expect(ended).toMatchObject(busy);
  });
});

it.each([
  ['of another team', { team: 't9' }],
  ['of the demo account, which counts from the same numbers', { isDemo: true }],
])('a droplet %s with the same number keeps nobody waiting', async (_whose, fields) => {
  const { run } = shared(fields);
  expect(await run(act('c2:1'))).toMatchObject({ ok: true });
  expect(await run(act('c1:1'))).toMatchObject({ ok: true });
});
