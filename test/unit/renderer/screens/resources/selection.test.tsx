import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { drawResources } from './draw-resources.tsx';

const volume = (name: string) => ({
  id: `id-${name}`,
  name,
  size_gigabytes: 10,
  region: { slug: 'fra1' },
  droplet_ids: [],
  tags: [],
});

async function draw() {
  let names = ['alpha', 'beta', 'delta', 'gamma'];
  const drawn = await drawResources('#/resources/volumes_list', () => ({
    volumes: names.map(volume),
    links: {},
    meta: { total: names.length },
  }));
  const row = (name: string) =>
    screen.getByText(name, { selector: '[role="gridcell"] *, [role="gridcell"]' }).closest<HTMLElement>('[role="row"]');
  act(() => row('alpha')?.focus());
  const selected = () =>
    [...document.querySelectorAll('[role="row"][aria-selected="true"]')].map(
      (one) => one.querySelector('[role="gridcell"]:nth-child(2)')?.textContent,
    );
  return {
    ...drawn,
    user: userEvent.setup(),
    row,
    selected,
    become(next: string[]) {
      names = next;
    },
  };
}

describe('the selection in the list of a family', () => {
  it('follows Space, and Shift with the arrows, and shows how many there are', async () => {
    const { user, selected } = await draw();
    expect(selected()).toEqual([]);
    await user.keyboard(' ');
    expect(selected()).toEqual(['alpha']);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toEqual(['alpha', 'beta', 'delta']);
    const bar = screen.getByRole('toolbar', { name: 'Selected volumes' });
    expect(within(bar).getByText('3 selected')).toBeTruthy();
    await user.keyboard('{ArrowUp} ');
    expect(selected()).toEqual(['alpha', 'delta']);
  });

  it('takes all that the search shows with Ctrl A, keeps what the search hides, and ends with Escape', async () => {
    const { user, selected, row } = await draw();
    await user.click(screen.getByRole('checkbox', { name: 'Select gamma' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search volumes' }), 'eta');
    act(() => row('beta')?.focus());
    await user.keyboard('{Control>}a{/Control}');
    expect(selected()).toEqual(['beta']);
    expect(screen.getByText('2 selected')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(selected()).toEqual([]);
  });

  it('takes a range with a click and Shift, and all with the box of the head', async () => {
    const { user, selected, row } = await draw();
    await user.keyboard('{Control>}');
    await user.click(row('beta') as HTMLElement);
    await user.keyboard('{/Control}');
    expect(selected()).toEqual(['beta']);
    await user.keyboard('{Shift>}');
    await user.click(row('gamma') as HTMLElement);
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['beta', 'delta', 'gamma']);
    await user.click(screen.getByRole('checkbox', { name: 'Select alpha' }));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select beta' }));
    await user.keyboard('{/Shift}');
    expect(selected()).toEqual(['alpha', 'beta', 'delta', 'gamma']);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
    expect(selected()).toEqual(['alpha', 'beta', 'delta', 'gamma']);
    await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
    expect(selected()).toEqual([]);
  });

  it('survives that the list is read again, without what has gone', async () => {
    const { user, selected, settle, become } = await draw();
    await user.keyboard('{Control>}a{/Control}');
    become(['alpha', 'gamma', 'omega']);
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    await settle();
    expect(selected()).toEqual(['alpha', 'gamma']);
    expect(screen.getByText('2 selected')).toBeTruthy();
  });
});
