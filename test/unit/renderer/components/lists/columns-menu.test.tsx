import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ActivityScreen } from '../../../../../renderer/screens/activity/activity-screen.tsx';
import { DropletsScreen } from '../../../../../renderer/screens/droplets/droplets-screen.tsx';
import { drawPage } from '../../draw-page.tsx';

const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
const line = (title: string) => screen.getByRole('menuitemcheckbox', { name: new RegExp(`^${title}`) });
const usual = ['', 'Name', 'Status', 'CPU', 'Tags', 'Region', 'Size', 'Address', 'A month', 'Age'];

const open = async (children = <DropletsScreen />, hash = '#/droplets') => {
  const { page } = await drawPage(children, { hash });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  return { page, user };
};

describe('the menu of columns', () => {
  it('hides a column and shows it again, in headers, rows and the count', async () => {
    const { user } = await open();
    await user.click(line('Region'));
    expect(heads()).toEqual(usual.filter((title) => title !== 'Region'));
    expect(line('Region').getAttribute('aria-checked')).toBe('false');
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-colcount')).toBe('9');
    const [, group, row] = within(grid).getAllByRole('row');
    expect(
      within(group as HTMLElement)
        .getByRole('gridcell')
        .getAttribute('aria-colspan'),
    ).toBe('9');
    expect(within(row as HTMLElement).getAllByRole('gridcell')).toHaveLength(9);
    await user.click(line('Region'));
    expect(heads()).toEqual(usual);
  });

  it('does not hide what a row is about', async () => {
    const { user } = await open();
    await user.click(line('Name'));
    expect(heads()).toEqual(usual);
    expect(line('Name').textContent).toContain('always shown');
  });

  it('moves a column by its buttons, which stop at either end', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('menuitem', { name: 'Move Status left' }));
    expect(heads().slice(0, 3)).toEqual(['', 'Status', 'Name']);
    expect(document.activeElement).toBe(line('Status'));
    expect(screen.getByRole('menuitem', { name: 'Move Status left' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('menuitem', { name: 'Move Status left' }));
    expect(heads().slice(0, 3)).toEqual(['', 'Status', 'Name']);
  });

  it('moves the focused column with ← and →, keeps the focus there, and says its position', async () => {
    const { page, user } = await open();
    act(() => line('Age').focus());
    // One of the places is that of a column for which the list has no room.
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(heads().slice(-3)).toEqual(['Age', 'Address', 'A month']);
    expect(document.activeElement).toBe(line('Age'));
    expect(page.announcer.said().polite).toBe('Age is column 7 of 10');
    await user.keyboard('{ArrowRight}');
    expect(heads().slice(-3)).toEqual(['Address', 'Age', 'A month']);
  });

  it('brings everything back with Reset, which is disabled before a change', async () => {
    const { user } = await open();
    expect(screen.getByRole('menuitem', { name: /Reset/ }).getAttribute('aria-disabled')).toBe('true');
    await user.click(line('Tags'));
    await user.click(screen.getByRole('menuitem', { name: 'Move Age left' }));
    await user.click(screen.getByRole('menuitem', { name: /Reset/ }));
    expect(heads()).toEqual(usual);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('is remembered for this list only', async () => {
    const { user } = await open();
    await user.click(line('Size'));
    await user.click(screen.getByRole('menuitem', { name: 'Move Status left' }));
    expect(Object.keys(localStorage)).toEqual(['buoy.droplets.columns']);
    cleanup();
    await drawPage(<DropletsScreen />, { hash: '#/droplets' });
    expect(heads()).toEqual(['', 'Status', 'Name', 'CPU', 'Tags', 'Region', 'Address', 'A month', 'So far', 'Age']);
    cleanup();
    await drawPage(<ActivityScreen />, { hash: '#/activity' });
    expect(heads()).toEqual(['State', 'Action', 'Team', 'Started', 'Progress', 'Result', 'Next step']);
  });

  it('opens with a stored choice as far as that makes sense', async () => {
    localStorage.setItem('buoy.droplets.columns', '{"order":["gone","age","name"],"hidden":["gone","name"]}');
    await open();
    expect(heads()).toEqual(['', 'Age', 'Name', 'Status', 'CPU', 'Tags', 'Region', 'Size', 'Address', 'A month']);
    expect(screen.getAllByRole('menuitemcheckbox').every((item) => item.getAttribute('aria-checked') === 'true')).toBe(true);
  });

  it('says which chosen columns have no room, but not for hidden ones', async () => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 700, 600));
    const { user } = await open();
    expect(heads()).toEqual(['', 'Name', 'Status', 'Region', 'Size', 'A month']);
    expect(line('Address').textContent).toContain('not enough room');
    expect(line('Size').textContent).not.toContain('not enough room');
    await user.click(line('Address'));
    expect(line('Address').textContent).not.toContain('not enough room');
  });

  it('gives the room of a hidden column to one that had no room', async () => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 700, 600));
    const { user } = await open();
    await user.click(line('Status'));
    expect(heads()).toEqual(['', 'Name', 'Region', 'Size', 'Address', 'A month', 'Age']);
  });

  it('exists for activity too, whose headers are only read out', async () => {
    const { user } = await open(<ActivityScreen />, '#/activity');
    await user.click(line('Started'));
    expect(heads()).toEqual(['State', 'Action', 'Team', 'Progress', 'Result', 'Next step']);
    expect(screen.getAllByRole('columnheader')[0]?.closest('.unseen')).not.toBeNull();
  });
});
