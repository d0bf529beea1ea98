import { describe, expect, it } from 'vitest';
import { edgeReachable, flatten, nextReachable, parentOf } from '../../../../../renderer/screens/tray/flat-menu.ts';
import { inventedTray } from '../../../../doubles/invented/invented-tray.ts';

const { menu } = inventedTray();
const closed = flatten(menu, new Set());

describe('the tray’s menu as lines', () => {
  it('shows children only for an open line, indented by one step', () => {
    const open = flatten(menu, new Set(['droplet/hw:387100409']));
    expect(open.length).toBe(closed.length + 5);
    expect(open.find(({ node }) => node.id === 'reboot/hw:387100409')?.depth).toBe(1);
  });

  it('skips headings and separators, and wraps at the ends', () => {
    expect(edgeReachable(closed, 'first')).toBe('a1');
    expect(nextReachable(closed, 'a3', 1)).toBe('r1');
    expect(nextReachable(closed, 'a1', -1)).toBe('quit');
    expect(nextReachable(closed, 'quit', 1)).toBe('a1');
  });

  it('never stops on a line that does nothing', () => {
    const inert = menu.map((node) => (node.id === 'a2' ? { ...node, deed: null } : node));
    expect(nextReachable(flatten(inert, new Set()), 'a1', 1)).toBe('a3');
    expect(nextReachable([], null, 1)).toBeNull();
  });

  it('knows which line a child belongs to', () => {
    expect(parentOf(menu, 'reboot/hw:387100409')).toBe('droplet/hw:387100409');
    expect(parentOf(menu, 'a1')).toBeNull();
  });
});
