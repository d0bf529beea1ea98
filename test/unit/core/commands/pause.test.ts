import { describe, expect, it } from 'vitest';
import { createCommandContext } from '../../../doubles/core/command-context.ts';

describe('pausing', () => {
  it('lasts until that time or until resumed, and refuses a time in the past', async () => {
    const { run, state, clock } = createCommandContext();
    expect(await run({ kind: 'pause-polling', untilMs: clock.now() - 1 })).toMatchObject({ ok: false });
    expect(await run({ kind: 'pause-polling', untilMs: clock.now() + 52 * 60_000 })).toMatchObject({
      ok: true,
      value: { message: 'Paused until 15:00.' },
    });
    expect(state().pause).toEqual({ untilMs: clock.now() + 52 * 60_000 });
    await run({ kind: 'resume-polling' });
    expect(state().pause).toBeNull();
  });
});
