import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as DropletStatusModule from '../../../../../renderer/components/status/droplet-status.tsx';
import { DropletsScreen } from '../../../../../renderer/screens/droplets/droplets-screen.tsx';
import { manyDroplets } from '../../../../doubles/invented/invented-droplets.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const drawn = vi.hoisted(() => new Map<string, number>());
// Each row draws its status exactly once whenever the row is drawn.
vi.mock('../../../../../renderer/components/status/droplet-status.tsx', async (original) => {
  const module = await original<typeof DropletStatusModule>();
  return {
    ...module,
    DropletStatus: (props: Parameters<typeof module.DropletStatus>[0]) => {
      drawn.set(props.droplet.key, (drawn.get(props.droplet.key) ?? 0) + 1);
      return module.DropletStatus(props);
    },
  };
});
beforeEach(() => drawn.clear());

const rowOf = (name: string) => screen.getByText(name, { selector: '.name .cut' }).closest<HTMLElement>('[role="row"]');
const focusedName = () => document.activeElement?.querySelector('.name')?.textContent;
const many = (count: number) => {
  const view = inventedView();
  return { ...view, tables: { ...view.tables, droplets: manyDroplets(count) } };
};

describe('a list of 10,000 droplets', () => {
  it('draws only rows near the visible part, and says how many there are', async () => {
    await drawPage(<DropletsScreen />, { view: many(10_000), hash: '#/droplets' });
    const grid = screen.getByRole('grid', { name: '10,000 droplets' });
    expect(grid.getAttribute('aria-rowcount')).toBe('10002');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
  });

  it('redraws one row when one row changes', async () => {
    const view = many(10_000);
    const { bridge } = await drawPage(<DropletsScreen />, { view, hash: '#/droplets' });
    const changed = view.tables.droplets[3];
    if (!changed) throw new Error('no rows');
    expect(drawn.get(changed.key)).toBeGreaterThan(0);
    drawn.clear();
    await act(async () => {
      bridge.patch({ tables: { droplets: { set: [{ ...changed, conditionText: 'Rebooting' }], remove: [] } } });
    });
    expect([...drawn]).toEqual([[changed.key, 1]]);
    expect(within(rowOf(changed.name) as HTMLElement).getByText('Rebooting')).toBeTruthy();
  });

  it('redraws no row when a row far away changes', async () => {
    const view = many(10_000);
    const { bridge } = await drawPage(<DropletsScreen />, { view, hash: '#/droplets' });
    const changed = view.tables.droplets[9000];
    if (!changed) throw new Error('no rows');
    drawn.clear();
    await act(async () => {
      bridge.patch({ tables: { droplets: { set: [{ ...changed, conditionText: 'Rebooting' }], remove: [] } } });
    });
    expect([...drawn]).toEqual([]);
  });

  it('redraws no row when one is selected, only its box', async () => {
    const view = many(10_000);
    await drawPage(<DropletsScreen />, { view, hash: '#/droplets' });
    drawn.clear();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select node-00005' }));
    expect([...drawn.keys()]).toEqual([]);
    expect(rowOf('node-00005')?.getAttribute('aria-selected')).toBe('true');
    expect(rowOf('node-00006')?.getAttribute('aria-selected')).toBe('false');
  });
});

describe('the droplets list by keyboard', () => {
  const open = async () => {
    const { page, bridge } = await drawPage(<DropletsScreen />, { hash: '#/droplets' });
    act(() => rowOf('api-01')?.focus());
    return { page, bridge, user: userEvent.setup() };
  };

  it('has one tab stop, which the arrows move and which skips headings', async () => {
    const { user } = await open();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focusedName()).toBe('bastion-01');
    await user.keyboard('{Home}');
    expect(focusedName()).toBe('api-01');
    await user.keyboard('{ArrowUp}');
    expect(focusedName()).toBe('api-01');
    await user.keyboard('{End}');
    expect(focusedName()).toBe('garden');
    expect(document.querySelectorAll('[role="row"][tabindex="0"]')).toHaveLength(1);
  });

  it('moves by a page', async () => {
    const { user } = await open();
    await user.keyboard('{PageDown}');
    expect(focusedName()).not.toBe('api-01');
    await user.keyboard('{PageUp}');
    expect(focusedName()).toBe('api-01');
  });

  it('selects with Space, and a range with Shift, and shows count and price', async () => {
    const { user } = await open();
    await user.keyboard(' ');
    const bar = await screen.findByRole('toolbar', { name: 'Selected droplets' });
    expect(within(bar).getByText('1 selected')).toBeTruthy();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(within(bar).getByText('3 selected')).toBeTruthy();
    expect(within(bar).getByText('$132.00 a month')).toBeTruthy();
  });

  it('selects all that is shown with Ctrl A, and clears with Escape', async () => {
    const { user } = await open();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText('23 selected')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('opens with Enter, gives the focus to the panel, and returns it to the row on Escape', async () => {
    const { page, user } = await open();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(page.router.hash()).toBe('#/droplets/hw:387100401');
    const panel = screen.getByRole('region', { name: 'Droplet api-02' });
    expect(panel).toBe(document.activeElement);
    await user.keyboard('{Escape}');
    expect(page.router.hash()).toBe('#/droplets');
    expect(focusedName()).toBe('api-02');
  });

  it('copies the address of the droplet under the cursor with C', async () => {
    const { bridge, user } = await open();
    await user.keyboard('c');
    expect(bridge.calls.filter((call) => call.name === 'copyText').map((call) => call.args)).toEqual([{ text: '203.0.113.31' }]);
  });

  it('goes to the search with / and back to the list with Down', async () => {
    const { user } = await open();
    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Search droplets' })).toBe(document.activeElement);
    await user.keyboard('worker{ArrowDown}');
    expect(focusedName()).toBe('worker-01');
    expect(screen.getByRole('grid', { name: '2 droplets' })).toBeTruthy();
  });

  it('keeps the cursor near its place when its row is deleted', async () => {
    const { bridge, user } = await open();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await act(async () => bridge.patch({ tables: { droplets: { set: [], remove: ['hw:387100402'] } } }));
    expect(document.querySelector('[role="row"][tabindex="0"] .name')?.textContent).toBe('build-runner-02');
  });
});

describe('the view without rows', () => {
  it('offers to clear search and filters when nothing matches', async () => {
    await drawPage(<DropletsScreen />, { hash: '#/droplets' });
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox'), 'nothing-like-it');
    expect(screen.getByText('No droplet matches')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(screen.getByRole('grid', { name: '23 droplets' })).toBeTruthy();
  });
});
