import { describe, expect, it } from 'vitest';
import { Selection } from '../../../../renderer/page/selection.ts';

describe('Selection', () => {
  it('notifies a row only when that row is selected or deselected', () => {
    const selection = new Selection();
    const heard: string[] = [];
    selection.subscribeRow('a', () => heard.push('a'));
    selection.subscribeRow('b', () => heard.push('b'));
    selection.toggle('a');
    selection.add(['a', 'b']);
    selection.toggle('b');
    expect(heard).toEqual(['a', 'b', 'b']);
    expect([...selection.keys()]).toEqual(['a']);
  });

  it('forgets rows that no longer exist', () => {
    const selection = new Selection();
    selection.add(['a', 'b', 'c']);
    selection.keepOnly((key) => key !== 'b');
    expect([...selection.keys()]).toEqual(['a', 'c']);
  });

  it('stays silent when nothing changes', () => {
    const selection = new Selection();
    let heard = 0;
    selection.subscribe(() => (heard += 1));
    selection.clear();
    selection.add([]);
    expect(heard).toBe(0);
  });
});
