import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { success } from '../../../../../preload/contract/failure.ts';
import type { FullView } from '../../../../../preload/contract/view.ts';
import { ComingScreen } from '../../../../../renderer/screens/coming-up/coming-screen.tsx';
import { ComingCard } from '../../../../../renderer/screens/overview/coming-card.tsx';
import { aComing } from '../../../../doubles/invented/invented-coming.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const user = userEvent.setup();
const withTables = (tables: Partial<FullView['tables']>): FullView => {
  const view = inventedView();
  return { ...view, tables: { ...view.tables, ...tables } };
};
const draw = async (view?: FullView) => {
  const drawn = await drawPage(<ComingScreen />, view ? { view } : {});
  const named = (call: string) => drawn.bridge.calls.filter(({ name }) => name === call).map(({ args }) => args);
  const commands = () => named('runCommand').map((args) => (args as { command: unknown }).command);
  return { ...drawn, named, commands };
};
const titlesIn = (group: string) =>
  within(screen.getByRole('region', { name: group }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
const lineOf = (title: string) => {
  const line = screen.getByRole('link', { name: title }).closest('li');
  if (line === null) throw new Error(`${title} is on no line`);
  return within(line);
};

describe('the list of what is coming up', () => {
  it('goes from what is over to what has no date', async () => {
    await draw();
    const groups = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
    expect(groups.filter((name) => name !== null && !['What is coming up', 'Tell me before'].includes(name))).toEqual([
      'Over',
      'This week',
      'Next 30 days',
      'Later',
      'When you choose',
      'No date told',
    ]);
    expect(titlesIn('This week')).toEqual(['db-main gets an update', '14 droplets are backed up']);
  });

  it('says of each when, how long that takes, and in which team', async () => {
    await draw();
    const line = lineOf('Certificate shop.example.com ends');
    expect(line.getByText('2 Dec')).toBeDefined();
    expect(line.getByText('Wednesday')).toBeDefined();
    expect(line.getByText('in 9 days')).toBeDefined();
    expect(line.getByText('Harbour Works · yours to renew')).toBeDefined();
    expect(lineOf('db-main gets an update').getByText('tomorrow')).toBeDefined();
  });

  it('asks what the job asks that deals with it, and has the other one in its menu', async () => {
    const { named } = await draw();
    await user.click(screen.getByRole('button', { name: 'Replace… Certificate shop.example.com ends' }));
    await user.click(screen.getByRole('button', { name: 'More for: db-main gets an update' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Install now…' }));
    expect(named('openJob')).toMatchObject([
      { name: 'replace', thing: { familyId: 'certificates_list' } },
      { name: 'install-update', thing: { familyId: 'databases_list_clusters' } },
    ]);
  });

  it('is walked with the arrows, from the first line to the last, also from a button of a line', async () => {
    await draw();
    const links = screen.getAllByRole('link');
    links[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(links[1]);
    await user.keyboard('{End}{ArrowDown}');
    expect(document.activeElement).toBe(links.at(-1));
    screen.getByRole('button', { name: 'Replace… Certificate shop.example.com ends' }).focus();
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).not.toBe('Certificate shop.example.com ends');
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(links[0]);
  });

  it('shows one kind on request', async () => {
    await draw();
    await user.click(screen.getByRole('button', { name: 'Every kind' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Tokens' }));
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Token of Tidepool ends']);
  });

  it('saves what is shown as a calendar', async () => {
    const { bridge, named } = await draw();
    bridge.saveDownload = async () => success({ savedAs: 'coming-up.ics' });
    await user.click(screen.getByRole('button', { name: 'Save as calendar…' }));
    await act(async () => {});
    expect(named('saveCalendar')).toEqual([{ connectionId: null, kind: null }]);
  });

  it('changes when one is told', async () => {
    const { commands } = await draw();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Certificates: tell me before' }), '14 days');
    expect(commands()).toContainEqual({ kind: 'update-settings', patch: { coming: { certificates: 14 } } });
  });

  it('says which lists are not read and why', async () => {
    const [first, ...others] = inventedView().tables.connections;
    if (!first) throw new Error('There is no team');
    const unread = [
      { name: 'certificates', why: 'Needs certificate:read' },
      { name: 'clusters', why: 'DigitalOcean failed to answer (500).' },
    ];
    await draw(withTables({ connections: [{ ...first, dates: { ...first.dates, unread } }, ...others] }));
    expect(screen.getByText('Not read in Harbour Works:')).toBeDefined();
    expect(
      screen.getByText('certificates (Needs certificate:read), clusters (DigitalOcean failed to answer (500))'),
    ).toBeDefined();
  });

  it('says which entries are left out, beside what is not read', async () => {
    const [first, ...others] = inventedView().tables.connections;
    if (!first) throw new Error('There is no team');
    const leftOut = '1 certificate is left out: DigitalOcean sent it without an id.';
    await draw(withTables({ connections: [{ ...first, dates: { ...first.dates, leftOut } }, ...others] }));
    expect(screen.getByText(leftOut).closest('.note')?.textContent).toBe(`Harbour Works: ${leftOut}`);
    expect(screen.queryByText(/^Not read/)).toBeNull();
  });

  it('asks for everything once, if something was never read', async () => {
    const { commands } = await draw();
    expect(commands()).toEqual([]);
    const connections = inventedView().tables.connections.map((one) => ({ ...one, dates: { ...one.dates, isWhole: false } }));
    const other = await draw(withTables({ connections }));
    expect(other.commands()).toEqual([{ kind: 'refresh' }]);
  });

  it('is not empty without dates: it says so, and lists what has none', async () => {
    await draw(withTables({ coming: [aComing('Token of Tidepool', null, { kind: 'tokens' })] }));
    expect(screen.getByText('Nothing is coming up')).toBeDefined();
    expect(screen.getByText('Nothing with a date was found. What has none is below.')).toBeDefined();
    expect(titlesIn('No date told')).toEqual(['Token of Tidepool']);
  });

  it('does not say that nothing is coming up where a list could not be read, nor that something is below', async () => {
    const [first, ...others] = inventedView().tables.connections;
    if (!first) throw new Error('There is no team');
    const unread = [{ name: 'certificates', why: 'DigitalOcean answered 503.' }];
    await draw(withTables({ coming: [], connections: [{ ...first, dates: { ...first.dates, unread } }, ...others] }));
    expect(screen.getByText('Nothing is coming up in what was read')).toBeDefined();
    expect(screen.getByText('Nothing with a date was found.')).toBeDefined();
  });

  it('lists hundreds of lines', async () => {
    const many = Array.from({ length: 600 }, (_, index) => aComing(`Certificate ${index} ends`, 1 + index));
    await draw(withTables({ coming: many }));
    expect(screen.getAllByRole('listitem').filter((line) => line.classList.contains('coming-line'))).toHaveLength(600);
  });
});

describe('the overview’s card of what is coming up', () => {
  it('has the next five, without the backups of every night, and leads to the rest', async () => {
    const many = Array.from({ length: 9 }, (_, index) => aComing(`Certificate ${index} ends`, 1 + index));
    await drawPage(<ComingCard teamId={null} />, {
      view: withTables({ coming: [aComing('web-1 is backed up', 0.5, { kind: 'backups' }), ...many] }),
    });
    const card = within(screen.getByRole('region', { name: 'Coming up' }));
    expect(card.getAllByRole('listitem').map((line) => line.querySelector('a')?.textContent)).toEqual(
      many.slice(0, 5).map(({ title }) => title),
    );
    expect(card.getByText('9')).toBeDefined();
    expect(card.getByRole('link', { name: 'All that is coming up' }).getAttribute('href')).toBe('#/coming-up');
  });
});
