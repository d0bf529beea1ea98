import { describe, expect, it } from 'vitest';
import { confirmationLifeMs, createGuard, type Question } from '../../../main/core/guard.ts';
import { createFakeClock } from '../../doubles/core/fake-clock.ts';
import { aConfirmation } from '../../doubles/invented/questions.ts';

const question = (fields: Partial<Question> = {}): Question => {
  const { id: _id, ...asked } = aConfirmation({ canBeRemembered: false, ...fields });
  return asked;
};
const subject = { kind: 'droplet-action', dropletKeys: ['c1:2'], type: 'power_cycle' };

function setUp() {
  const clock = createFakeClock();
  let value = 0;
  const random = () => {
    value = (value + 0.37) % 1;
    return value;
  };
  return { clock, guard: createGuard({ clock, random }) };
}

describe('the guard', () => {
  it('accepts an answer to its own question about the same thing, in any order of its fields', () => {
    const { guard } = setUp();
    const { id } = guard.ask(subject, question());
    const turned = { type: 'power_cycle', dropletKeys: ['c1:2'], kind: 'droplet-action' };
    expect(guard.check(turned, { id }).ok).toBe(true);
  });

  it('refuses an answer to a question that it never asked', () => {
    const { guard } = setUp();
    expect(guard.check(subject, { id: 'confirm-1-abc' })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('refuses an answer that is used for another thing, and leaves the question open', () => {
    const { guard } = setUp();
    const { id } = guard.ask(subject, question());
    expect(guard.check({ ...subject, dropletKeys: ['c1:3'] }, { id }).ok).toBe(false);
    expect(guard.check(subject, { id }).ok).toBe(true);
  });

  it('refuses the second use of an answer', () => {
    const { guard } = setUp();
    const { id } = guard.ask(subject, question());
    guard.check(subject, { id });
    expect(guard.check(subject, { id }).ok).toBe(false);
  });

  it('refuses an answer after ten minutes', async () => {
    const { clock, guard } = setUp();
    const { id } = guard.ask(subject, question());
    await clock.advance(confirmationLifeMs + 1);
    expect(guard.check(subject, { id }).ok).toBe(false);
  });

  it.each([['web-2'], ['WEB-02'], ['web-02 '], [undefined]])(
    'refuses %o typed for web-02, and lets the person type again',
    (typed) => {
      const { guard } = setUp();
      const { id } = guard.ask(subject, question({ typeToConfirm: 'web-02' }));
      const answer = typed === undefined ? { id } : { id, typed };
      expect(guard.check(subject, answer)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
      expect(guard.check(subject, { id, typed: 'web-02' }).ok).toBe(true);
    },
  );

  it('keeps only a limited number of questions, the newest ones', () => {
    const { guard } = setUp();
    const ids = Array.from({ length: 200 }, () => guard.ask(subject, question()).id);
    expect(new Set(ids).size).toBe(200);
    expect(guard.check(subject, { id: ids[0] ?? '' }).ok).toBe(false);
    expect(guard.check(subject, { id: ids.at(-1) ?? '' }).ok).toBe(true);
  });
});
