import { describe, expect, it } from 'vitest';
import { createMenuRefresh } from '../../../../main/electron/tray/menu-refresh.ts';
import type { MenuNode, TrayView } from '../../../../preload/contract/view.ts';
import { createFakeClock } from '../machine.ts';

const view = (label: string, detail: string | null = null): TrayView => {
  const node: MenuNode = {
    id: 'a',
    type: 'item',
    label,
    detail,
    isEnabled: true,
    deed: null,
    children: [],
  };
  return {
    face: 'ok',
    title: '',
    subtitle: '',
    remedies: [],
    badge: '',
    menu: [{ ...node, id: 'parent', label: 'p', detail: null, children: [node] }],
  };
};

function makeRefresh() {
  const clock = createFakeClock();
  const set: string[] = [];
  const read = (shown: TrayView) => `${shown.menu[0]?.children[0]?.label} ${shown.menu[0]?.children[0]?.detail ?? ''}`.trim();
  const refresh = createMenuRefresh(clock, view('Reboot', '30 s left'), (shown) => set.push(read(shown)));
  return { clock, set, ...refresh };
}

describe('the menu that is set', () => {
  it('is rebuilt once for several changes at the same moment', () => {
    const { clock, set, follow } = makeRefresh();
    follow(view('Rebooting'));
    follow(view('Rebooted'));
    clock.advance(199);
    expect(set).toEqual([]);
    clock.advance(1);
    expect(set).toEqual(['Rebooted']);
  });

  it('counts seconds down only every 30 s, because each new menu closes the open one', () => {
    const { clock, set, follow } = makeRefresh();
    for (const left of [25, 20, 15, 10, 5, 0]) {
      clock.advance(5000);
      follow(view('Reboot', `${left} s left`));
    }
    clock.advance(200);
    expect(set).toEqual(['Reboot 5 s left']);
  });

  it('shows a changed line without that wait', () => {
    const { clock, set, follow } = makeRefresh();
    follow(view('Reboot', '25 s left'));
    clock.advance(1000);
    follow(view('Rebooted'));
    clock.advance(200);
    expect(set).toEqual(['Rebooted']);
    clock.advance(60_000);
    expect(set).toHaveLength(1);
  });

  it('is left alone if a change is undone in time', () => {
    const { clock, set, follow } = makeRefresh();
    follow(view('Rebooting', '30 s left'));
    follow(view('Reboot', '30 s left'));
    clock.advance(60_000);
    expect(set).toEqual([]);
  });
});
