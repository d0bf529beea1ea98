import { describe, expect, it } from 'vitest';
import { createCommandContext } from '../../../doubles/core/command-context.ts';
import { fetched } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { aNotice } from '../../../doubles/invented/notices.ts';

const matter = 'down/c1:1';

function withDown() {
  const made = createCommandContext();
  const nowMs = made.clock.now();
  made.context.dispatch(fetched('actions', [], nowMs));
  made.context.dispatch(fetched('droplets', [aDroplet({ id: 1, status: 'off' })], nowMs + 1));
  made.context.dispatch(fetched('actions', [], nowMs + 2));
  return made;
}

describe('snoozing a matter', () => {
  it('lasts as long as it says, and can be ended', async () => {
    const { run, state, clock } = withDown();
    expect(await run({ kind: 'snooze-matter', matter, minutes: 60 })).toMatchObject({
      ok: true,
      value: { status: 'done', message: 'No more of this until 15:08.' },
    });
    expect(state().snoozes).toEqual(new Map([[matter, clock.now() + 3_600_000]]));
    expect(await run({ kind: 'end-snooze', matter })).toMatchObject({ ok: true });
    expect(state().snoozes.size).toBe(0);
  });

  it('is refused when it has ended meanwhile', async () => {
    const { run, state } = createCommandContext();
    expect(await run({ kind: 'snooze-matter', matter, minutes: 60 })).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
    expect(state().snoozes.size).toBe(0);
  });
});

describe('marking notices as read', () => {
  const told = () => {
    const made = createCommandContext();
    const notices = ['a', 'b', 'c'].map((key) => aNotice({ key }));
    made.context.dispatch({ type: 'notices-made', notices, facts: [] });
    return {
      ...made,
      read: () =>
        made
          .state()
          .notices.filter((one) => one.isRead)
          .map((one) => one.key),
    };
  };

  it('marks those that were named, or all', async () => {
    const { run, read } = told();
    await run({ kind: 'mark-notices-read', keys: ['a', 'c', 'gone'] });
    expect(read()).toEqual(['a', 'c']);
    await run({ kind: 'mark-notices-read' });
    expect(read()).toEqual(['a', 'b', 'c']);
  });
});

describe('clearing the history', () => {
  it('ends snoozes too, because nothing would show them', async () => {
    const { run, state } = withDown();
    await run({ kind: 'snooze-matter', matter, minutes: 60 });
    await run({ kind: 'clear-notices' });
    expect([state().notices.length, state().snoozes.size]).toEqual([0, 0]);
  });
});
