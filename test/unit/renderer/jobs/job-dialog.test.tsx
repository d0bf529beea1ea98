import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobField, JobForm, JobResult, JobValues, JobWeight } from '../../../../preload/contract/job.ts';
import { JobDialog } from '../../../../renderer/jobs/job-dialog.tsx';
import { drawPage } from '../draw-page.tsx';

const shared = { hint: null, shownIf: null, isRequired: true };
const nodes: JobField = {
  ...shared,
  kind: 'number',
  name: 'nodes',
  label: 'Nodes',
  value: 3,
  minimum: 1,
  maximum: 9,
  step: 1,
  unit: '',
};
const name: JobField = {
  ...shared,
  kind: 'text',
  name: 'name',
  label: 'Name',
  value: 'web',
  isSecret: false,
  isLong: false,
  pattern: null,
};
const region: JobField = {
  ...shared,
  kind: 'choice',
  name: 'region',
  label: 'Region',
  value: null,
  choices: ['Amsterdam', 'Bangalore', 'Frankfurt', 'London', 'Toronto'].map((label) => ({ value: label, label, detail: null })),
};
const form = (fields: Partial<JobForm> = {}): JobForm => ({
  id: 'job-1',
  title: 'Scale general',
  level: 'normal',
  lines: [],
  fields: [nodes],
  goes: [],
  stays: [],
  typeToConfirm: null,
  submitLabel: 'Save',
  hasPrice: false,
  ...fields,
});
const weight = (fields: Partial<JobWeight> = {}): JobWeight => ({
  level: 'normal',
  lines: [],
  differences: [],
  typeToConfirm: null,
  price: null,
  ...fields,
});

type Weighed = (values: JobValues, isPriced: boolean) => JobWeight;

async function draw(
  opened: JobForm,
  weighed: Weighed = () => weight(),
  ran: Outcome<JobResult> | Failure | Promise<Outcome<JobResult>> = success({} as JobResult),
) {
  const runs: { values: JobValues; typed: string | undefined }[] = [];
  let closed = 0;
  const outcome = 'kind' in ran ? failed(ran) : ran;
  const dialog = (
    <JobDialog
      form={opened}
      onRun={async (_form, values, typed) => {
        runs.push({ values, typed });
        return outcome;
      }}
      onResume={() => {}}
      onClose={() => {
        closed += 1;
      }}
    />
  );
  const asked: boolean[] = [];
  const drawn = await drawPage(dialog, {
    // Before the dialog is drawn, which asks at once.
    onBridge: (own) =>
      Object.assign(own, {
        weighJob: async ({ values, isPriced = false }: { values: JobValues; isPriced?: boolean }) => {
          asked.push(isPriced);
          return success(weighed(values, isPriced));
        },
      }),
  });
  return { ...drawn, runs, asked, closed: () => closed, user: userEvent.setup() };
}

describe('a question', () => {
  const asked = form({ title: 'Ask support-desk', fields: [name], submitLabel: 'Ask', isAnswered: true });
  const chunk = (words: string) => `data: ${JSON.stringify({ choices: [{ delta: { content: words } }] })}\n\n`;

  it('shows the answer as it arrives, keeps it, and can be asked again', async () => {
    const ends: ((outcome: Outcome<JobResult>) => void)[] = [];
    const run = new Promise<Outcome<JobResult>>((resolve) => ends.push(resolve));
    const { bridge, user, runs, closed } = await draw(asked, () => weight(), run);
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    const answer = await screen.findByRole('region', { name: 'Answer' });
    await screen.findByText('Waiting for the first words.');
    act(() => bridge.emit('streamChunk', { requestId: 'job-1', text: chunk('It was ') }));
    act(() => bridge.emit('streamChunk', { requestId: 'another', text: chunk('nothing') }));
    act(() => bridge.emit('streamChunk', { requestId: 'job-1', text: chunk('sent.') }));
    expect(answer.textContent).toBe('It was sent.');
    await act(async () => ends[0]?.(success({ answer: 'It was sent today.' } as JobResult)));
    expect(await screen.findByText('It was sent today.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Close/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    await waitFor(() => expect(runs).toHaveLength(2));
    expect(closed()).toBe(0);
  });
});

describe('the dialog of a job', () => {
  it('says what changes while one types, and what that does', async () => {
    const { user } = await draw(form(), ({ nodes: now }) =>
      now === 3
        ? weight()
        : weight({
            level: 'disruptive',
            differences: [`Nodes: 3 → ${now}`],
            lines: ['2 nodes are drained and deleted.'],
          }),
    );
    expect(await screen.findByText('Nothing would change yet.')).toBeTruthy();
    const field = screen.getByRole('spinbutton', { name: 'Nodes' });
    await user.clear(field);
    await user.type(field, '1');
    expect(await screen.findByText('Nodes: 3 → 1')).toBeTruthy();
    expect(screen.getByText('2 nodes are drained and deleted.')).toBeTruthy();
  });

  it('shows an effect before it runs it, however fast one presses', async () => {
    const { user, runs } = await draw(form(), ({ nodes: now }) =>
      weight({ level: now === 1 ? 'disruptive' : 'normal', differences: null, lines: now === 1 ? ['2 nodes are deleted.'] : [] }),
    );
    const field = screen.getByRole('spinbutton', { name: 'Nodes' });
    await user.clear(field);
    await user.type(field, '1{Enter}');
    expect(await screen.findByText('2 nodes are deleted.')).toBeTruthy();
    expect(runs).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(runs).toEqual([{ values: { nodes: 1 }, typed: undefined }]));
  });

  it('asks for the name once the values are such that something is destroyed', async () => {
    const { user, runs } = await draw(form(), ({ nodes: now }) =>
      weight(now === 1 ? { level: 'destructive', typeToConfirm: 'general' } : {}),
    );
    expect(screen.queryByRole('textbox')).toBeNull();
    const field = screen.getByRole('spinbutton', { name: 'Nodes' });
    await user.clear(field);
    await user.type(field, '1');
    await user.type(await screen.findByRole('textbox', { name: 'Type general to go on' }), 'general{Enter}');
    await waitFor(() => expect(runs).toEqual([{ values: { nodes: 1 }, typed: 'general' }]));
  });

  it('goes to the name that is to be typed when it is sent without it', async () => {
    const { user, runs } = await draw(
      form({ fields: [], level: 'destructive', typeToConfirm: 'general', submitLabel: 'Delete' }),
    );
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const field = screen.getByRole('textbox', { name: 'Type general to go on' });
    expect([document.activeElement, field.getAttribute('aria-invalid')]).toEqual([field, 'true']);
    expect(screen.getByText('Type general first.')).toBeTruthy();
    expect(runs).toEqual([]);
    await user.type(field, 'general{Enter}');
    await waitFor(() => expect(runs).toEqual([{ values: {}, typed: 'general' }]));
  });

  it('does not show a secret of several lines, and says at the field what is wrong with it', async () => {
    const key = { ...name, name: 'key', label: 'Private key', value: '', isSecret: true, isLong: true } as JobField;
    const failure: Failure = { kind: 'invalid-arguments', message: 'This is no key.', field: 'key' };
    const { user } = await draw(form({ fields: [key] }), undefined, failure);
    const field = screen.getByRole('textbox', { name: 'Private key' });
    await user.type(field, 'one{Enter}two');
    expect(field.className).toContain('op-covered');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const note = await screen.findByText('This is no key.');
    expect([field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')]).toEqual(['true', note.id]);
  });

  it('says the limits of a number beside its hint', async () => {
    await draw(form({ fields: [{ ...nodes, hint: 'Empty: as many as there are.' } as JobField] }));
    expect(screen.getByText('Empty: as many as there are. From 1 to 9.')).toBeTruthy();
  });

  it('has the id of a choice in its tooltip, which is called by name', async () => {
    const choices = ['web', 'api', 'db', 'old', 'new'].map((label) => ({ value: `${label}-id`, label, detail: null }));
    const { user } = await draw(form({ fields: [{ ...region, choices } as JobField] }));
    await user.type(screen.getByRole('combobox', { name: 'Region' }), 'api');
    expect(screen.getByRole('option', { name: 'api' }).title).toBe('api-id');
  });

  it('begins at the first field that has to be filled in, else at the first, whose name is selected', async () => {
    await draw(form({ fields: [name, { ...name, name: 'about', label: 'About', value: '', isRequired: false }, region] }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Region' }));
    cleanup();
    await draw(form({ fields: [{ ...name, label: 'Other name' }] }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Other name' });
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 3]);
  });

  it('goes to the field at fault, and says there what is wrong', async () => {
    const failure: Failure = { kind: 'invalid-arguments', message: 'Region is missing.', field: 'region' };
    const { user } = await draw(form({ fields: [name, region] }), undefined, failure);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'x{Enter}');
    expect(await screen.findByText('Region is missing.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Region' }));
  });

  it('does not send what is called like none of the choices, and takes the only match', async () => {
    const { user, runs } = await draw(form({ fields: [region] }));
    const field = screen.getByRole('combobox', { name: 'Region' });
    await user.type(field, 'Oslo{Enter}');
    expect(runs).toEqual([]);
    expect(screen.getByText('No region is called “Oslo”')).toBeTruthy();
    await user.clear(field);
    await user.type(field, 'lond{Enter}{Enter}');
    await waitFor(() => expect(runs).toEqual([{ values: { region: 'London' }, typed: undefined }]));
  });

  it('closes at Esc, and asks first if something was filled in', async () => {
    const { user, closed } = await draw(form({ fields: [name] }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'x');
    await pressEscape();
    expect(closed()).toBe(0);
    expect(screen.getByText('Throw away what you filled in?')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toContain('x');
    await pressEscape();
    await user.click(screen.getByRole('button', { name: 'Throw away' }));
    expect(closed()).toBe(1);
  });

  it('closes at Esc without a question if nothing was filled in', async () => {
    const { closed } = await draw(form({ fields: [name] }));
    await pressEscape();
    expect(closed()).toBe(1);
  });

  it('asks for the price only when somebody wants to know it', async () => {
    const { user, asked } = await draw(form({ hasPrice: true }), (_values, isPriced) =>
      weight({ price: isPriced ? '$24.00 → $36.00 a month.' : null }),
    );
    await waitFor(() => expect(asked).toEqual([false]));
    await user.click(screen.getByRole('button', { name: 'Show the price' }));
    expect(await screen.findByText('$24.00 → $36.00 a month.')).toBeTruthy();
    expect(asked.filter(Boolean)).toHaveLength(1);
  });
});

/** As the browser does it with a modal dialog. */
async function pressEscape(): Promise<void> {
  await act(async () => void fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true })));
}
