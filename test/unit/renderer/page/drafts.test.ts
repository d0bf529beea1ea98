import { describe, expect, it, vi } from 'vitest';
import { Drafts } from '../../../../renderer/page/drafts.ts';

describe('what was typed and not sent', () => {
  it('is told to the host when the first form holds something, and when the last one ends to', () => {
    const tell = vi.fn();
    const drafts = new Drafts(tell);
    const [first, second] = [{}, {}];
    drafts.set(first, false);
    drafts.set(first, true);
    drafts.set(second, true);
    drafts.set(first, false);
    expect(tell.mock.calls).toEqual([[true]]);
    drafts.set(second, false);
    drafts.set(second, false);
    expect(tell.mock.calls).toEqual([[true], [false]]);
  });
});
