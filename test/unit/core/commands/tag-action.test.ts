import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../preload/contract/command.ts';
import { createCommandContext, failing, unknown, wireAction } from '../../../doubles/core/command-context.ts';

describe('an action by tag', () => {
  const command: Command = { kind: 'tag-action', connectionId: 'c1', tag: 'Web', type: 'shutdown' };

  it('asks with the droplets that have the tag, and starts with one request', async () => {
    const { confirmed, sent, connection } = createCommandContext({
      dropletActions_post_byTag: () => ({ actions: [wireAction(1, 'shutdown', 1), wireAction(2, 'shutdown', 2)] }),
    });
    const { confirmation, ended } = await confirmed(command);
    expect(confirmation.title).toBe('Shut down every droplet tagged Web?');
    expect(confirmation.lines.join(' ')).toContain('3 droplets now: web-01, web-02 and web-03.');
    expect(ended).toMatchObject({ ok: true, value: { status: 'started', actionKeys: ['c1:1', 'c1:2'] } });
    expect(sent()).toEqual([{ query: { tag_name: 'Web' }, body: { type: 'shutdown' } }]);
    expect([connection().pending.size, connection().runningOn.size]).toEqual([0, 2]);
  });

  it('wants the tag typed before backups are disabled', async () => {
    const { confirmed, sent } = createCommandContext();
    const { confirmation, ended } = await confirmed({ ...command, type: 'disable_backups' }, { typed: 'prod' });
    expect(confirmation).toMatchObject({
      level: 'destructive',
      typeToConfirm: 'Web',
      goes: ['All backups of every droplet tagged Web'],
    });
    expect(ended).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(sent()).toEqual([]);
  });

  it('says so if it started on none', async () => {
    const { run } = createCommandContext({ dropletActions_post_byTag: () => ({ actions: [] }) });
    expect(await run({ ...command, type: 'power_on' })).toMatchObject({ ok: false, failure: { kind: 'unprocessable' } });
  });

  it('says that it may have started if the outcome is unknown', async () => {
    const { run, connection } = createCommandContext({ dropletActions_post_byTag: failing(unknown) });
    expect(await run({ ...command, type: 'power_on' })).toMatchObject({ ok: false, failure: { kind: 'outcome-unknown' } });
    expect(connection().pending.size).toBe(0);
  });
});
