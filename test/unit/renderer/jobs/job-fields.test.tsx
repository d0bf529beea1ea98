import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import type { JobField, JobForm } from '../../../../preload/contract/job.ts';
import { JobButtons } from '../../../../renderer/jobs/job-buttons.tsx';
import { drawPage } from '../draw-page.tsx';

const thing = { connectionId: 'hw', familyId: 'loadBalancers_list', id: 'l1', parent: {}, row: { id: 'l1' } };
const offer = { name: 'do', label: 'Do…', level: 'normal' as const, isMain: false, offReason: null, keywords: '' };
const shared = { hint: null, shownIf: null, isRequired: true };
const options = ['web-01', 'web-02', 'api-01'].map((label, at) => ({ value: String(at + 1), label, detail: null }));
const several = (isSearched: boolean): JobField => ({
  ...shared,
  kind: 'choices',
  name: 'droplets',
  label: 'Droplets',
  choices: options,
  value: [],
  isSearched,
});
const one: JobField = {
  ...shared,
  kind: 'choice',
  name: 'rule',
  label: 'Rule',
  choices: options.map((option) => ({ ...option, detail: 'TCP' })),
  value: null,
};
const number = (name: string, given: object): JobField => ({
  ...shared,
  kind: 'number',
  name,
  label: name,
  minimum: 1,
  maximum: 9,
  step: 1,
  value: null,
  unit: '',
  ...given,
});

/** Opens a job that asks for these, and tells the values that were sent. */
async function open(fields: JobField[]) {
  const form: JobForm = {
    id: 'job-1',
    title: 'Do it',
    level: 'normal',
    lines: [],
    fields,
    goes: [],
    stays: [],
    typeToConfirm: null,
    submitLabel: 'Do',
    hasPrice: false,
  };
  const drawn = await drawPage(<JobButtons thing={thing} offers={[offer]} />);
  const sent: unknown[] = [];
  Object.assign(drawn.bridge, {
    openJob: async () => success(form),
    runJob: async ({ values }: { values: unknown }) => {
      sent.push(values);
      return success({ message: 'Done.', actionKeys: [], copy: null, downloadId: null, secret: null });
    },
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Do…' }));
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
  return { user, sent, focused: () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id };
}

describe('a field of several', () => {
  it('that is searched ticks the first match with Enter, and sends it with Ctrl Enter', async () => {
    const { user, sent } = await open([several(true)]);
    const search = screen.getByRole('textbox', { name: 'Search among droplets' });
    expect(document.activeElement).toBe(search);
    await user.type(search, 'api{Enter}');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'api-01' }).checked).toBe(true);
    await user.type(search, 'web-02{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toEqual([{ droplets: ['3', '2'] }]));
  });

  it('says that nothing is called so, and sends nothing then', async () => {
    const { user, sent } = await open([several(true)]);
    await user.type(screen.getByRole('textbox'), 'nowhere{Control>}{Enter}{/Control}');
    expect(screen.getByRole('group').textContent).toContain('Nothing here is called “nowhere”');
    expect(sent).toEqual([]);
  });

  it('that is not searched shows boxes alone', async () => {
    await open([several(false)]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
  });
});

describe('a field that picks one', () => {
  it('takes what is highlighted on the way, when the keys that send are pressed', async () => {
    const { user, sent } = await open([one]);
    await user.type(screen.getByRole('combobox', { name: 'Rule' }), 'web-02{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toEqual([{ rule: '2' }]));
  });

  it('is typed over when it has something already', async () => {
    const { user, sent } = await open([{ ...one, value: '1' } as JobField]);
    await user.keyboard('api{Enter}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toEqual([{ rule: '3' }]));
  });

  it('shows those of a group together under its name, and goes through all of them with the keys', async () => {
    const kinds = ['Basic', 'Basic', 'Memory'];
    const { user, sent } = await open([
      { ...one, choices: options.map((option, at) => ({ ...option, detail: 'TCP', group: kinds[at] ?? '' })) } as JobField,
    ]);
    await user.click(screen.getByRole('combobox', { name: 'Rule' }));
    const groups = screen.getAllByRole('group').filter((group) => kinds.includes(group.getAttribute('aria-label') ?? ''));
    expect(groups.map((group) => [group.getAttribute('aria-label'), within(group).getAllByRole('option').length])).toEqual([
      ['Basic', 2],
      ['Memory', 1],
    ]);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toEqual([{ rule: '3' }]));
  });
});

describe('the focus of a dialog', () => {
  it('begins at the first field that is empty and must be filled in', async () => {
    await open([number('a', { value: 2 }), number('b', { isRequired: false }), number('c', {})]);
    expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: 'c' }));
  });

  it('begins at the first field when nothing more must be filled in', async () => {
    await open([number('a', { value: 2 }), number('b', { isRequired: false })]);
    expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: 'a' }));
  });
});

describe('the label of a number', () => {
  it.each([
    ['GiB', 'Size', 'Size, GiB'],
    ['nodes', 'Nodes', 'Nodes'],
    ['', 'Port', 'Port'],
  ])('with the unit "%s"', async (unit, label, read) => {
    await open([number('n', { label, unit })]);
    expect(screen.getByRole('spinbutton', { name: read })).toBeTruthy();
  });
});
