import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { JobValues } from '../../../../preload/contract/job.ts';
import type { JobRow } from '../../../../preload/contract/job-table-schema.ts';
import { Table } from '../../../../renderer/jobs/table/job-table.tsx';
import { rowsOf, type TableField } from '../../../../renderer/jobs/table/table-field.ts';
import { drawPage } from '../draw-page.tsx';

const field: TableField = {
  kind: 'table',
  name: 'web',
  label: 'web',
  hint: null,
  shownIf: null,
  noun: 'variable',
  pastedInto: 'value',
  isFolded: false,
  columns: [
    {
      kind: 'text',
      name: 'key',
      label: 'Name',
      isUnique: true,
      isRequired: true,
      pattern: { source: '[A-Z_]+', words: 'capitals and _ only' },
      secretIf: null,
    },
    { kind: 'text', name: 'value', label: 'Value', isUnique: false, isRequired: false, pattern: null, secretIf: 'secret' },
    {
      kind: 'choice',
      name: 'scope',
      label: 'When it is there',
      choices: [
        { value: 'both', label: 'Build and run' },
        { value: 'run', label: 'Run only' },
      ],
      usual: { tick: 'secret', ticked: 'run', otherwise: 'both' },
    },
    { kind: 'tick', name: 'secret', label: 'Secret', noun: 'a secret' },
  ],
  value: [
    { id: 'is LEVEL', cells: { key: 'LEVEL', value: 'info', scope: 'both', secret: false } },
    { id: 'is TOKEN', cells: { key: 'TOKEN', value: null, scope: 'run', secret: true } },
  ],
};

async function draw({ given = field, wrong = null }: { given?: TableField; wrong?: string | null } = {}) {
  const latest: { rows: JobRow[] } = { rows: given.value };
  const Held = () => {
    const [value, setValue] = useState<JobValues[string]>(given.value);
    latest.rows = rowsOf(value);
    return <Table field={given} value={value} wrong={wrong} onChange={setValue} />;
  };
  await drawPage(<Held />);
  const row = (name: string) => within(screen.getByRole('group', { name }));
  return {
    user: userEvent.setup(),
    row,
    cells: () => latest.rows.map(({ cells }) => cells),
    focused: () => document.activeElement,
  };
}

describe('a table that is filled in', () => {
  it('adds a row in which one goes on typing, and another one with Enter in the last', async () => {
    const { user, cells } = await draw();
    await user.click(screen.getByRole('button', { name: 'Add variable to web' }));
    await user.keyboard('ONE{Tab}1{Enter}TWO');
    expect(cells().slice(2)).toEqual([
      { key: 'ONE', value: '1', scope: null, secret: false },
      { key: 'TWO', value: '', scope: null, secret: false },
    ]);
  });

  it('goes from row to row with Enter, and on with Tab as it is read', async () => {
    const { user, row, focused } = await draw();
    await user.click(row('LEVEL').getByLabelText('Name'));
    await user.keyboard('{Enter}');
    expect(focused()).toBe(row('TOKEN').getByLabelText('Name'));
    const on: (string | null | undefined)[] = [];
    for (let at = 0; at < 4; at += 1) {
      await user.tab();
      on.push(focused()?.getAttribute('aria-label') ?? (focused() as HTMLInputElement | null)?.type);
    }
    expect(on).toEqual(['Value', 'When it is there', 'checkbox', 'Take TOKEN away']);
  });

  it('has what is usual for a secret as long as nothing else was chosen', async () => {
    const { user, row, cells } = await draw();
    await user.click(screen.getByRole('button', { name: 'Add variable to web' }));
    const scope = () => row('New variable').getByLabelText<HTMLSelectElement>('When it is there');
    expect(scope().value).toBe('both');
    await user.click(row('New variable').getByRole('checkbox'));
    expect(scope().value).toBe('run');
    await user.selectOptions(scope(), 'both');
    expect(cells().at(-1)).toMatchObject({ scope: 'both', secret: true });
  });

  it('keeps a secret that is emptied again, and wants it typed once it is none', async () => {
    const { user, row, cells } = await draw();
    const value = () => row('TOKEN').getByLabelText<HTMLTextAreaElement>('Value');
    expect(value().placeholder).toBe('encrypted');
    await user.type(value(), 'x{Backspace}');
    expect(cells()[1]?.value).toBeNull();
    await user.click(row('TOKEN').getByRole('checkbox'));
    expect(value().getAttribute('aria-invalid')).toBe('true');
    screen.getByText('It was encrypted, and nobody can read it: type its value anew.');
    await user.type(value(), 'open');
    expect(screen.queryByText(/nobody can read it/)).toBeNull();
  });

  it('covers what is typed into a secret', async () => {
    const { user, row } = await draw();
    await user.type(row('TOKEN').getByLabelText('Value'), 'x');
    expect(row('TOKEN').getByLabelText('Value').className).toContain('op-covered');
    expect(row('LEVEL').getByLabelText('Value').className).not.toContain('op-covered');
  });

  it('takes a row away, and keeps it again where it stood', async () => {
    const { user, row, cells, focused } = await draw();
    await user.click(row('LEVEL').getByRole('button', { name: 'Take LEVEL away' }));
    expect(cells().map(({ key }) => key)).toEqual(['TOKEN']);
    expect(focused()).toBe(screen.getByRole('button', { name: 'Keep LEVEL' }));
    await user.keyboard('{Enter}');
    expect(screen.getAllByRole('group').map((one) => one.getAttribute('aria-label'))).toEqual(['LEVEL', 'TOKEN']);
    expect(
      cells()
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(['LEVEL', 'TOKEN']);
  });

  it('fills rows with the lines of a file, and gives those that are there the new value', async () => {
    const { user, row, cells } = await draw();
    await user.click(screen.getByRole('button', { name: 'Add variable to web' }));
    const data = { getData: () => 'NEW=1\nexport LEVEL="de\nbug"\nTOKEN=again\nLAST=2' };
    fireEvent.paste(row('New variable').getByLabelText('Name'), { clipboardData: data });
    expect(cells().map(({ key, value, secret }) => [key, value, secret])).toEqual([
      ['LEVEL', 'de\nbug', false],
      ['TOKEN', 'again', true],
      ['NEW', '1', false],
      ['LAST', '2', false],
    ]);
  });

  it('says at once what is there twice or does not fit, and what is missing only once it was refused', async () => {
    const { user, row } = await draw();
    await user.click(screen.getByRole('button', { name: 'Add variable to web' }));
    await user.keyboard('LEVEL');
    screen.getByText('It is there twice: change one of the two, or take it away.');
    await user.keyboard('x');
    screen.getByText('Name: capitals and _ only.');
    await user.clear(row('LEVELx').getByLabelText('Name'));
    await user.type(row('New variable').getByLabelText('Value'), '1');
    expect(screen.queryByText('Name is missing.')).toBeNull();
  });

  it('that was refused opens its fold and leads to the cell that is wrong', async () => {
    const added = { id: 'new 1', cells: { key: 'FINE', value: '', scope: null, secret: true } };
    const Held = () => (
      <Table field={{ ...field, isFolded: true }} value={[...field.value, added]} wrong="No." onChange={() => {}} />
    );
    await drawPage(<Held />);
    screen.getByText('Value is missing.');
    expect(document.activeElement).toBe(within(screen.getByRole('group', { name: 'FINE' })).getByLabelText('Value'));
  });

  it('that is folded shows how many rows it has', async () => {
    const { user } = await draw({ given: { ...field, isFolded: true } });
    const fold = screen.getByRole('button', { name: 'web 2 variables' });
    expect(screen.queryAllByRole('group')).toEqual([]);
    await user.click(fold);
    expect(screen.getAllByRole('group')).toHaveLength(2);
  });
});
