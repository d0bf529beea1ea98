import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Failure, failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobField, JobForm, JobOffer, JobResult, JobThing } from '../../../../preload/contract/job.ts';
import { JobButtons } from '../../../../renderer/jobs/job-buttons.tsx';
import { JobToasts } from '../../../../renderer/jobs/job-toasts.tsx';
import { drawPage } from '../draw-page.tsx';

const thing: JobThing = {
  connectionId: 'hw',
  familyId: 'volumes_list',
  id: 'v1',
  parent: {},
  row: { id: 'v1', name: 'web-assets' },
};
const offer = (fields: Partial<JobOffer> = {}): JobOffer => ({
  name: 'grow',
  label: 'Grow…',
  level: 'normal',
  isMain: false,
  offReason: null,
  keywords: '',
  ...fields,
});
const form = (fields: Partial<JobForm> = {}): JobForm => ({
  id: 'job-1',
  title: 'Grow web-assets',
  level: 'normal',
  lines: ['It cannot be made smaller again.'],
  fields: [],
  goes: [],
  stays: [],
  typeToConfirm: null,
  submitLabel: 'Grow',
  hasPrice: false,
  ...fields,
});
const shared = { hint: null, shownIf: null, isRequired: true };
const size: JobField = {
  ...shared,
  kind: 'number',
  name: 'size',
  label: 'Size',
  value: 100,
  minimum: 101,
  maximum: 500,
  step: 1,
  unit: 'GiB',
};
const done = (fields: Partial<JobResult> = {}): Outcome<JobResult> =>
  success({
    message: 'web-assets grows.',
    actionKeys: [],
    copy: null,
    downloadId: null,
    secret: null,
    route: null,
    again: null,
    ...fields,
  });

async function draw(opened: Outcome<JobForm>, ran: Outcome<JobResult> = done(), offers: readonly JobOffer[] = [offer()]) {
  const drawn = await drawPage(
    <>
      <JobButtons thing={thing} offers={offers} />
      <JobToasts />
    </>,
  );
  const runs: unknown[] = [];
  Object.assign(drawn.bridge, {
    openJob: async () => opened,
    runJob: async (args: unknown) => {
      runs.push(args);
      return ran;
    },
  });
  return { ...drawn, runs, user: userEvent.setup(), titles: () => drawn.page.toasts.list().map(({ title }) => title) };
}
const press = async (user: ReturnType<typeof userEvent.setup>, name: string) => user.click(screen.getByRole('button', { name }));

describe('a job', () => {
  it('that asks nothing runs at once, and says its result', async () => {
    const { user, runs, titles } = await draw(success(form()));
    await press(user, 'Grow…');
    await waitFor(() => expect(titles()).toEqual(['web-assets grows']));
    expect(runs).toEqual([{ id: 'job-1', values: {} }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks for its values in a dialog, which begins at the first field', async () => {
    const { user, runs } = await draw(success(form({ fields: [size] })));
    await press(user, 'Grow…');
    const field = await screen.findByRole('spinbutton', { name: 'Size, GiB' });
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, '150{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(runs).toEqual([{ id: 'job-1', values: { size: 150 } }]);
  });

  it('says what is wrong at its field, keeps what was typed, and can be sent again', async () => {
    const failure: Failure = { kind: 'invalid-arguments', message: 'Size must be from 101 to 500 GiB.', field: 'size' };
    const { user } = await draw(success(form({ fields: [size] })), failed(failure));
    await press(user, 'Grow…');
    const field = await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'Size, GiB' });
    await user.clear(field);
    await user.type(field, '99');
    await press(user, 'Grow');
    expect(await screen.findByText('Size must be from 101 to 500 GiB.')).toBeTruthy();
    expect([field.getAttribute('aria-invalid'), field.value]).toEqual(['true', '99']);
  });

  it('says a failure that belongs to no field above its buttons', async () => {
    const failure: Failure = { kind: 'conflict', message: 'It was changed elsewhere.', nextStep: 'Open it again.' };
    const { user } = await draw(success(form({ level: 'disruptive' })), failed(failure));
    await press(user, 'Grow…');
    await user.click(await screen.findByRole('button', { name: 'Grow' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('It was changed elsewhere.')).toBeTruthy();
    expect(dialog.textContent).toContain('Open it again.');
  });

  it('shows what somebody else changed, and is sent on what is there now', async () => {
    const policy: JobField = { ...size, name: 'days', label: 'Days', value: 2, minimum: 1, unit: '' };
    const failure: Failure = {
      kind: 'conflict',
      message: 'It was changed elsewhere.',
      changes: [{ way: ['retention_days'], sides: { before: 2, after: 5 } }],
    };
    const { user, bridge, runs } = await draw(success(form({ fields: [size, policy] })), failed(failure));
    await press(user, 'Grow…');
    const field = await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'Size, GiB' });
    await user.clear(field);
    await user.type(field, '150');
    const now = form({ id: 'job-2', fields: [size, { ...policy, value: 5 }] });
    Object.assign(bridge, { openJob: async () => success(now) });
    await press(user, 'Grow');
    expect(await screen.findByText('Retention: 2 days → 5 days')).toBeTruthy();
    expect(screen.getByRole('dialog').textContent).toContain('what you changed in it stays');
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Days' }).value).toBe('5'));
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Size, GiB' }).value).toBe('150');
    Object.assign(bridge, {
      runJob: async (args: unknown) => {
        runs.push(args);
        return done();
      },
    });
    await press(user, 'Grow');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(runs).toEqual([
      { id: 'job-1', values: { size: 150, days: 2 } },
      { id: 'job-2', values: { size: 150, days: 5 } },
    ]);
  });

  it('that destroys wants the name first', async () => {
    const { user, runs } = await draw(
      success(form({ level: 'destructive', typeToConfirm: 'web-assets', submitLabel: 'Delete', goes: ['web-assets'] })),
    );
    await press(user, 'Grow…');
    const button = await screen.findByRole('button', { name: 'Delete' });
    await user.click(button);
    expect(runs).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Type web-assets to go on' }), 'web-assets{Enter}');
    await waitFor(() => expect(runs).toEqual([{ id: 'job-1', values: {}, typed: 'web-assets' }]));
  });

  it('shows fields of another choice only when that is made', async () => {
    const choices = ['Weekly', 'Daily'].map((label) => ({ value: label.toLowerCase(), label, detail: null }));
    const plan: JobField = { ...shared, kind: 'choice', name: 'plan', label: 'Plan', choices, value: 'daily' };
    const day: JobField = { ...size, name: 'day', label: 'Day', unit: '', shownIf: { field: 'plan', values: ['weekly'] } };
    const { user } = await draw(success(form({ fields: [plan, day] })));
    await press(user, 'Grow…');
    await screen.findByRole('radio', { name: 'Daily' });
    expect(screen.queryByRole('spinbutton')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Weekly' }));
    expect(screen.getByRole('spinbutton', { name: 'Day' })).toBeTruthy();
  });

  it('copies a secret without showing it, and says so once', async () => {
    const { user, bridge, titles } = await draw(
      success(form()),
      done({ message: 'Copied the string.', copy: { what: 'the connection string', text: 'postgres://secret' } }),
    );
    await press(user, 'Grow…');
    await waitFor(() => expect(bridge.calls).toContainEqual({ name: 'copyText', args: { text: 'postgres://secret' } }));
    await waitFor(() => expect(titles()).toEqual(['Copied the string']));
    expect(document.body.textContent).not.toContain('postgres://secret');
  });

  it('keeps a secret that is told once until it was copied', async () => {
    const { user, bridge } = await draw(success(form()), done({ secret: { label: 'Secret key', value: 's3cret' } }));
    await press(user, 'Grow…');
    const dialog = await screen.findByRole('dialog', { name: 'Secret key' });
    expect(dialog.textContent).not.toContain('s3cret');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Secret key' })).toBeTruthy();
    await press(user, 'Copy Secret key');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.calls).toContainEqual({ name: 'copyText', args: { text: 's3cret' } });
  });

  it('says that a file is saved once it is, and nothing where the person saves it nowhere', async () => {
    for (const [savedAs, said] of [
      ['/home/someone/config.json', ['The file is saved']],
      [null, []],
    ] as const) {
      const { user, bridge, titles } = await draw(success(form()), done({ message: 'The file is saved.', downloadId: 'd1' }));
      const saving = Promise.withResolvers<Outcome<{ savedAs: string | null }>>();
      let asked = 0;
      Object.assign(bridge, {
        saveDownload() {
          asked += 1;
          return saving.promise;
        },
      });
      await press(user, 'Grow…');
      await waitFor(() => expect(asked).toBe(1));
      expect(titles()).toEqual([]);
      await act(async () => saving.resolve(success({ savedAs })));
      await waitFor(() => expect(titles()).toEqual(said));
      cleanup();
    }
  });

  it('says that a file could not be saved, and not that it is', async () => {
    const { user, bridge, titles } = await draw(success(form()), done({ message: 'The file is saved.', downloadId: 'd1' }));
    const failure: Failure = { kind: 'not-found', message: 'The folder cannot be written.' };
    Object.assign(bridge, { saveDownload: async () => failed(failure) });
    await press(user, 'Grow…');
    await waitFor(() => expect(titles()).toEqual(['The folder cannot be written']));
  });

  it('that shows something leads there, without a word about it', async () => {
    const { user, page, titles } = await draw(success(form({ level: 'safe' })), done({ route: '#/logs/hw/app-1/run' }));
    await press(user, 'Grow…');
    await waitFor(() => expect(page.router.hash()).toBe('#/logs/hw/app-1/run'));
    expect(titles()).toEqual([]);
  });

  it('says how it ended where its dialog was closed meanwhile, and leaves what is asked by then', async () => {
    const failure: Failure = { kind: 'unprocessable', message: 'The name is taken.' };
    for (const [ended, title] of [
      [failed(failure), 'The name is taken'],
      [done(), 'web-assets grows'],
    ] as const) {
      const { user, bridge, titles } = await draw(success(form({ level: 'disruptive' })));
      const ending = Promise.withResolvers<Outcome<JobResult>>();
      Object.assign(bridge, { runJob: () => ending.promise });
      await press(user, 'Grow…');
      await user.click(await screen.findByRole('button', { name: 'Grow' }));
      await press(user, 'Cancel');
      expect(screen.queryByRole('dialog')).toBeNull();
      Object.assign(bridge, {
        openJob: async () => success(form({ id: 'job-2', title: 'Copy web-assets', level: 'disruptive' })),
      });
      await press(user, 'Grow…');
      await screen.findByRole('dialog', { name: 'Copy web-assets' });
      await act(async () => ending.resolve(ended));
      await waitFor(() => expect(titles().join()).toContain(title));
      expect(screen.getByRole('dialog', { name: 'Copy web-assets' })).toBeTruthy();
      cleanup();
    }
  });

  it('that cannot run now is off, with its reason', async () => {
    const { user, runs } = await draw(success(form()), done(), [offer({ offReason: 'It is attached.' })]);
    await act(async () => screen.getByRole('button', { name: 'Grow…' }).focus());
    await press(user, 'Grow…');
    expect(runs).toEqual([]);
    expect(screen.getByRole('button', { name: 'Grow…' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('offers to make again what it deleted, and does that when asked', async () => {
    const again = { label: 'Make it again', id: 'job-2', untilMs: Number.MAX_SAFE_INTEGER };
    const { user, runs, titles } = await draw(success(form()), done({ message: 'The record is deleted.', again }));
    await press(user, 'Grow…');
    await user.click(await screen.findByRole('button', { name: 'Make it again' }));
    await waitFor(() => expect(runs.at(-1)).toEqual({ id: 'job-2', values: {} }));
    // The toast with the button is gone, and the one about what was made again stands there.
    await waitFor(() => expect(titles()).toEqual(['The record is deleted']));
  });

  it('that stopped in its middle offers what is left in place of the whole', async () => {
    const goOn = [{ label: 'Attach', id: 'job-3', untilMs: Number.MAX_SAFE_INTEGER }];
    const failure: Failure = { kind: 'unprocessable', message: 'Make the volume: done. Attach failed: no.', goOn };
    const { user, runs } = await draw(success(form({ level: 'disruptive' })), failed(failure));
    await press(user, 'Grow…');
    await user.click(await screen.findByRole('button', { name: 'Grow' }));
    const dialog = screen.getByRole('dialog');
    expect(await within(dialog).findByText('Make the volume: done. Attach failed: no.')).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: 'Grow' })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Attach' }));
    await waitFor(() => expect(runs.at(-1)).toEqual({ id: 'job-3', values: {} }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
