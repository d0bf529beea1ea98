import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../preload/contract/command.ts';
import { createCommandContext, failing } from '../../../doubles/core/command-context.ts';
import { fetched } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

const act = (type: 'reboot' | 'power_cycle', ...ids: number[]): Command => ({
  kind: 'droplet-action',
  dropletKeys: ids.map((id) => `c1:${id}`),
  type,
});
/** A droplet as the API answers it when asked for it alone. */
const answering = (isLocked: boolean) => () => ({ droplet: { id: 1, name: 'web-01', status: 'active', locked: isLocked } });
const withLocked = (reply: ReturnType<typeof answering> | ReturnType<typeof failing>) => {
  const made = createCommandContext({ droplets_get: reply });
  made.context.dispatch(fetched('droplets', [aDroplet({ id: 1, isLocked: true }), aDroplet({ id: 2, name: 'web-02' })]));
  return { ...made, asked: () => made.api.seen.map((call) => call.operationId) };
};

describe('an action on a locked droplet', () => {
  it('is refused with the reason before any question, once the droplet was read again and is still locked', async () => {
    const { run, asked } = withLocked(answering(true));
    expect(await run(act('power_cycle', 1))).toMatchObject({
      ok: false,
      failure: { kind: 'busy', message: expect.stringContaining('DigitalOcean has locked web-01') },
    });
    expect(asked()).toEqual(['droplets_get']);
  });

  it('starts when the lock is gone meanwhile', async () => {
    const { run, asked, connection } = withLocked(answering(false));
    expect(await run(act('reboot', 1))).toMatchObject({ ok: true, value: { status: 'started' } });
    expect(asked()).toEqual(['droplets_get', 'dropletActions_post']);
    expect(connection().droplets.get(1)?.isLocked).toBe(false);
  });

  it('is left to DigitalOcean when the droplet cannot be read', async () => {
    const { run, asked } = withLocked(failing({ kind: 'network', message: 'No network.' }));
    expect(await run(act('reboot', 1))).toMatchObject({ ok: true });
    expect(asked()).toContain('dropletActions_post');
  });

  it('names the locked one among several, and starts the others', async () => {
    const { run } = withLocked(answering(true));
    expect(await run(act('reboot', 1, 2))).toMatchObject({
      ok: true,
      value: { actionKeys: ['c1:9001'], failures: [{ name: 'web-01', failure: { kind: 'busy' } }] },
    });
  });

  it('reads nothing when no droplet is locked', async () => {
    const { run, asked } = withLocked(answering(true));
    await run(act('reboot', 2));
    expect(asked()).toEqual(['dropletActions_post']);
  });
});
