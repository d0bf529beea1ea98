import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../preload/contract/command.ts';
import { createCommandContext, failing, unknown } from '../../../doubles/core/command-context.ts';
import type { Reply } from '../../../doubles/core/fake-api.ts';

describe('destroying a droplet', () => {
  const command: Command = { kind: 'delete-droplet', dropletKey: 'c1:1' };
  const associated = {
    volumes: [{ id: 'v1', name: 'build-cache', cost: '10.00' }],
    snapshots: [{ id: '61486916', name: 'before', cost: '$1.45' }],
    reserved_ips: [{ id: '198.51.100.5', name: '198.51.100.5', cost: '5.00' }],
    floating_ips: [{ id: '198.51.100.5', name: '198.51.100.5', cost: '5.00' }],
    volume_snapshots: [],
  };
  const replies = { droplets_list_associatedResources: () => associated, droplets_destroy: () => null };

  it('says what goes, what stays and what that costs, and asks for the name', async () => {
    const { run } = createCommandContext(replies);
    const asked = await run(command);
    expect(asked).toMatchObject({
      ok: true,
      value: {
        confirmation: {
          level: 'destructive',
          title: 'Destroy web-01?',
          typeToConfirm: 'web-01',
          goes: ['Droplet web-01, which saves $24.00 a month'],
          stays: [
            { text: 'Volume build-cache', priceMonthlyUsd: '10' },
            { text: 'Snapshot before', priceMonthlyUsd: '1.45' },
            { text: 'Reserved IP 198.51.100.5', priceMonthlyUsd: '5' },
          ],
          staysMonthlyUsd: '16.45',
        },
      },
    });
  });

  it('is done once the name is typed, and followed until the droplet is gone', async () => {
    const { confirmed, followed, sent } = createCommandContext(replies);
    const { ended } = await confirmed(command, { typed: 'web-01' });
    expect(ended).toMatchObject({ ok: true, value: { status: 'started', actionKeys: ['c1:follow-1'] } });
    expect(followed).toMatchObject([{ kind: 'droplet-deletion', target: { dropletId: '1' }, type: 'destroy' }]);
    expect(sent().at(-1)).toEqual({ path: { droplet_id: 1 } });
  });

  it('is refused with another name', async () => {
    const { confirmed, api } = createCommandContext(replies);
    const { ended } = await confirmed(command, { typed: 'web-1' });
    expect(ended).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(api.seen.map((call) => call.operationId)).not.toContain('droplets_destroy');
  });

  it('with everything that belongs to it says that nothing stays, and uses the dangerous call', async () => {
    const { confirmed, api, followed } = createCommandContext({
      ...replies,
      droplets_destroy_withAssociatedResourcesDangerous: () => null,
    });
    const { confirmation } = await confirmed({ ...command, isWithAssociated: true }, { typed: 'web-01' });
    expect(confirmation.goes).toHaveLength(4);
    expect(confirmation.stays).toEqual([]);
    expect(api.seen.at(-1)).toMatchObject({
      operationId: 'droplets_destroy_withAssociatedResourcesDangerous',
      args: { headers: { 'X-Dangerous': 'true' } },
    });
    expect(followed[0]?.kind).toBe('droplet-associated-deletion');
  });

  it('still asks if what belongs to it cannot be read, and says so', async () => {
    const { run } = createCommandContext({
      ...replies,
      droplets_list_associatedResources: failing({ kind: 'forbidden', message: 'Not allowed.' }),
    });
    const asked = await run(command);
    if (!asked.ok || asked.value.status !== 'needs-confirmation') throw new Error('It did not ask');
    expect(asked.value.confirmation.lines.join(' ')).toContain('could not read what else belongs to it');
  });

  it.each<[string, Reply, boolean]>([
    ['gone: it worked', failing({ kind: 'not-found', message: 'Gone.' }), true],
    ['still there: it did not', () => ({ droplet: {} }), false],
    ['not readable: unknown', failing({ kind: 'network', message: 'No network.' }), false],
  ])('finds out an unknown outcome: %s', async (_case, look, isDone) => {
    const { confirmed, connection } = createCommandContext({
      ...replies,
      droplets_destroy: failing(unknown),
      droplets_get: look,
    });
    const { ended } = await confirmed(command, { typed: 'web-01' });
    expect(ended.ok).toBe(isDone);
    expect(connection().pending.size).toBe(0);
  });
});
