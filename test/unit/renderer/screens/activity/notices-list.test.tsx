import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FullView } from '../../../../../preload/contract/view.ts';
import { NoticesList } from '../../../../../renderer/screens/activity/notices-list.tsx';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const user = userEvent.setup();
const draw = async (view?: FullView) => {
  const drawn = await drawPage(<NoticesList />, view ? { view } : {});
  const commands = () =>
    drawn.bridge.calls
      .filter(({ name }) => name === 'runCommand')
      .map(({ args }) => (args as { command: { kind: string } }).command);
  return { ...drawn, commands };
};
const section = (name: string) => within(screen.getByRole('region', { name }));
const titlesIn = (name: string) =>
  section(name)
    .getAllByRole('listitem')
    .map((line) => line.querySelector('.medium')?.textContent);

const withoutNotices = (): FullView => {
  const view = inventedView();
  return { ...view, tables: { ...view.tables, notices: [] } };
};
const offline = (): FullView => {
  const view = inventedView();
  return { ...view, singles: { ...view.singles, meta: { ...view.singles.meta, isOnline: false } } };
};

describe('the list of notices', () => {
  it('begins with what is still true, and says which are new', async () => {
    await draw();
    expect(
      screen
        .getAllByRole('region')
        .slice(1)
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Still true', 'Today', 'Yesterday']);
    expect(titlesIn('Still true')).toEqual(['New: cache-01 is down', 'CPU above 80 % on worker-02']);
    expect(screen.getByText('7 in 4 rows')).toBeDefined();
    expect(screen.getByText('2 new')).toBeDefined();
  });

  it('does what a button says, and marks its notice as read', async () => {
    const { commands } = await draw();
    await user.click(screen.getByRole('button', { name: 'Power on: cache-01 is down' }));
    expect(commands()).toEqual([
      { kind: 'mark-notices-read', keys: ['n1'] },
      { kind: 'droplet-action', dropletKeys: ['hw:387100404'], type: 'power_on' },
    ]);
  });

  it('snoozes one matter, and ends the snooze of another', async () => {
    const { commands } = await draw();
    expect(section('Still true').getByText('snoozed until 15:02')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'End snooze: CPU above 80 % on worker-02' }));
    await user.click(screen.getByRole('button', { name: 'Snooze 1 h: cache-01 is down' }));
    expect(commands().filter(({ kind }) => kind !== 'mark-notices-read')).toEqual([
      { kind: 'end-snooze', matter: 'alert/hw/p1/387100413' },
      { kind: 'snooze-matter', matter: 'down/hw:387100404', minutes: 60 },
    ]);
  });

  it('has a link where a button only shows something', async () => {
    await draw();
    const link = screen.getByRole('link', { name: 'Show: CPU above 80 % on worker-02' });
    expect(link.getAttribute('href')).toBe('#/monitoring');
  });

  it('opens a row about several by keyboard, and closes it again', async () => {
    await draw();
    const toggle = screen.getByRole('button', { name: '4 notices: 4 actions finished' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    act(() => toggle.focus());
    await user.keyboard('{Enter}');
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/Took a snapshot of web-02/)).toBeDefined();
    await user.keyboard('{Enter}');
    expect(screen.queryByText(/Took a snapshot of web-02/)).toBeNull();
  });

  it('says how many facts of a burst were not kept one by one', async () => {
    const view = inventedView();
    const notices = view.tables.notices.map((row) => (row.parts.length > 0 ? { ...row, count: 9 } : row));
    await draw({ ...view, tables: { ...view.tables, notices } });
    await user.click(screen.getByRole('button', { name: '9 notices: 4 actions finished' }));
    expect(screen.getByText('and 5 more')).toBeDefined();
  });

  it('marks all as read only when asked to', async () => {
    const { commands } = await draw();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(commands()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Mark all read' }));
    expect(commands()).toEqual([{ kind: 'mark-notices-read' }]);
  });

  it('shows one kind, or says that there is none of it', async () => {
    await draw();
    await user.click(screen.getByRole('button', { name: 'Every kind' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'An action failed' }));
    expect(titlesIn('Today')).toEqual(['New: Snapshot of ci-runner-01 failed']);
    expect(screen.queryByRole('region', { name: 'Still true' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'An action failed' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'A token is refused' }));
    expect(screen.getByText('No notice of this kind')).toBeDefined();
  });

  it('shows one team with what belongs to all', async () => {
    await draw();
    await user.click(screen.getByRole('button', { name: 'All teams' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Tidepool' }));
    expect(titlesIn('Today')).toEqual(['New: Snapshot of ci-runner-01 failed']);
    expect(titlesIn('Yesterday')).toEqual(['$820.16 spent, over $800.00']);
  });

  it('says why a droplet cannot be started offline, and still snoozes', async () => {
    const { commands } = await draw(offline());
    const powerOn = screen.getByRole('button', { name: 'Power on: cache-01 is down' });
    expect(powerOn.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: 'Snooze 1 h: cache-01 is down' }).getAttribute('aria-disabled')).toBeNull();
    await user.click(powerOn);
    expect(commands()).toEqual([]);
  });

  it('says that there is none', async () => {
    await draw(withoutNotices());
    expect(screen.getByText('No notices')).toBeDefined();
  });
});
