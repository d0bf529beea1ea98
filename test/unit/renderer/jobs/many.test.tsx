import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../preload/contract/job.ts';
import type { ManyForm, ManyOffer, RunRow } from '../../../../preload/contract/many.ts';
import { LiveRegions } from '../../../../renderer/components/feedback/live-regions.tsx';
import { JobToasts } from '../../../../renderer/jobs/job-toasts.tsx';
import type { Chosen } from '../../../../renderer/jobs/many-entries.ts';
import { useRunCards } from '../../../../renderer/jobs/run-cards.tsx';
import { SelectionBar } from '../../../../renderer/jobs/selection-bar.tsx';
import { Selection } from '../../../../renderer/page/selection.ts';
import { inventedView } from '../../../doubles/invented/invented-view.ts';
import { drawPage } from '../draw-page.tsx';

const chosenOf = (names: readonly string[]): Chosen[] =>
  names.map((name) => ({
    key: `hw:${name}`,
    name,
    thing: { connectionId: 'hw', familyId: 'volumes_list', id: `id-${name}`, parent: {}, row: { name } },
  }));
const chosen = chosenOf(['web-assets', 'old-uploads', 'mail-spool']);

const offer = (fields: Partial<ManyOffer>): ManyOffer => ({
  name: 'detach',
  label: 'Detach…',
  level: 'disruptive',
  isMain: false,
  offReason: null,
  keywords: '',
  count: 3,
  group: null,
  ...fields,
});
const offers: ManyOffer[] = [
  offer({ name: 'delete', label: 'Delete…', level: 'destructive' }),
  offer({ count: 2 }),
  offer({ name: 'snapshot', label: 'Snapshot…', level: 'normal' }),
  offer({ name: 'power-on', label: 'Power on', level: 'normal', group: 'power', isMain: true }),
  offer({ name: 'power-off', label: 'Power off…', group: 'power', isMain: true, offReason: 'web-assets is off already.' }),
  offer({ name: 'tags', label: 'Tag…', level: 'normal', isMain: true }),
  offer({ name: 'purge', label: 'Purge…' }),
];

const form = (fields: Partial<ManyForm> = {}): ManyForm => ({
  id: 'many-1',
  title: 'Delete 3 volumes',
  level: 'destructive',
  lines: ['Team: Harbour Works.'],
  fields: [],
  goes: [],
  stays: ['2 snapshots, about $8.40 a month'],
  typeToConfirm: 'delete 3 volumes',
  submitLabel: 'Delete',
  hasPrice: false,
  names: chosen.map(({ name }) => name),
  leftOut: [],
  ...fields,
});

const Foot = () => <JobToasts>{useRunCards()}</JobToasts>;

/** A bar over the selection of all that is chosen. It is drawn once the answers of the core are in place. */
async function drawn(given: { offers?: readonly ManyOffer[]; form?: ManyForm; chosen?: readonly Chosen[] } = {}) {
  const selection = new Selection();
  const all = given.chosen ?? chosen;
  let begin = () => {};
  const Later = () => {
    const [isDrawn, setDrawn] = useState(false);
    begin = () => setDrawn(true);
    if (!isDrawn) return null;
    return <SelectionBar selection={selection} chosen={all} label="Selected volumes" detail={null} onLeave={() => {}} />;
  };
  const world = await drawPage(
    <>
      <Later />
      <Foot />
    </>,
  );
  const asked: unknown[] = [];
  const answer = (value: unknown) => async (args: unknown) => {
    asked.push(args);
    return success(value);
  };
  Object.assign(world.bridge, {
    offerManyJobs: answer(given.offers ?? offers),
    openManyJob: answer(given.form ?? form()),
    runManyJob: answer({ runKey: 'run-1' }),
  });
  await act(async () => {
    selection.add(all.map(({ key }) => key));
    begin();
  });
  const bar = await screen.findByRole('toolbar', { name: 'Selected volumes' });
  return { ...world, selection, asked, bar, user: userEvent.setup() };
}

describe('the selection bar', () => {
  it('has at most four buttons, a group counted once, and the rest behind More with what destroys last', async () => {
    const { bar, user } = await drawn();
    await within(bar).findByRole('button', { name: 'Power' });
    const names = within(bar)
      .getAllByRole('button')
      .map((button) => button.textContent || button.getAttribute('aria-label'));
    expect(names.slice(0, 4)).toEqual(['Power', 'Tag…', 'Detach…', 'Snapshot…']);
    await user.click(within(bar).getAllByRole('button', { name: 'More' })[0] as HTMLElement);
    const lines = (await screen.findAllByRole('menuitem')).map((line) => line.textContent);
    expect(lines).toEqual(['Purge…', 'Copy the names', 'Copy the ids', 'Delete…']);
  });

  it('says in a group which can be done, to how many, and why not', async () => {
    const { bar, user } = await drawn({ offers: offers.map((one) => (one.group ? { ...one, count: 2 } : one)) });
    await user.click(await within(bar).findByRole('button', { name: 'Power' }));
    const lines = (await screen.findAllByRole('menuitem')).map((line) => line.textContent);
    expect(lines).toEqual(['Power on2 of 3', 'Power off…web-assets is off already.']);
  });

  it('copies names and ids, one on each line', async () => {
    const { bar, user, bridge } = await drawn();
    await within(bar).findByRole('button', { name: 'Power' });
    await user.click(within(bar).getAllByRole('button', { name: 'More' })[0] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: 'Copy the ids' }));
    await waitFor(() =>
      expect(bridge.calls).toContainEqual({ name: 'copyText', args: { text: 'id-web-assets\nid-old-uploads\nid-mail-spool' } }),
    );
  });

  it('loses what has gone from the list', async () => {
    const { selection } = await drawn();
    await act(async () => selection.add(['hw:gone']));
    expect([...selection.keys()]).not.toContain('hw:gone');
    const fewer = chosen.slice(0, 1);
    await drawPage(<SelectionBar selection={selection} chosen={fewer} label="Fewer" detail={null} onLeave={() => {}} />);
    expect([...selection.keys()]).toEqual(['hw:web-assets']);
  });
});

describe('the question before a job over many', () => {
  const open = async (given: ManyForm, names = chosen) => {
    const world = await drawn({
      form: given,
      chosen: names,
      offers: [offer({ name: 'delete', label: 'Delete…', level: 'destructive' })],
    });
    await world.user.click(await within(world.bar).findByRole('button', { name: 'Delete…' }));
    return { ...world, dialog: await screen.findByRole('dialog', { name: given.title }) };
  };

  it('lists all of them and what stays, wants the words typed, and then starts', async () => {
    const { dialog, user, asked } = await open(form());
    const names = within(dialog).getByRole('list', { name: 'Each of: Delete 3 volumes' });
    expect(
      within(names)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['web-assets', 'old-uploads', 'mail-spool']);
    expect(dialog.textContent).toContain('2 snapshots, about $8.40 a month');
    const button = within(dialog).getByRole('button', { name: 'Delete' });
    await user.click(button);
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox', { name: 'Type delete 3 volumes to go on' }), 'delete 3 volumes{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.at(-1)).toEqual({ id: 'many-1', values: {}, typed: 'delete 3 volumes' });
  });

  it('cuts a long list over nine, with the rest one click away', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `volume-${index}`);
    const { dialog, user } = await open(form({ title: 'Delete 30 volumes', names }), chosenOf(names));
    const listed = () =>
      within(within(dialog).getByRole('list', { name: 'Each of: Delete 30 volumes' })).getAllByRole('listitem').length;
    expect(listed()).toBe(8);
    await user.click(within(dialog).getByRole('button', { name: 'And 22 more' }));
    expect(listed()).toBe(30);
  });

  it('names what is left out, with the reason', async () => {
    const { dialog } = await open(form({ leftOut: [{ name: 'db-data', reason: 'It is attached to nothing.' }] }));
    const list = within(dialog).getByRole('list', { name: 'Left out' });
    expect(list.textContent).toBe('db-data: It is attached to nothing.');
  });
});

describe('tags of many', () => {
  const choice = (value: string, count: number) => ({ value, label: value, detail: null, count });
  const tags: JobField = {
    kind: 'marks',
    name: 'tags',
    label: 'Tags',
    hint: null,
    shownIf: null,
    choices: [choice('prod', 3), choice('web', 1), choice('ops', 0)],
    of: 3,
    pattern: { source: '[a-z]+', words: 'letters' },
    value: [],
    isRequired: true,
  };
  const open = async () => {
    const given = form({
      title: 'Tag 3 volumes',
      level: 'normal',
      fields: [tags],
      typeToConfirm: null,
      submitLabel: 'Apply',
      stays: [],
    });
    const world = await drawn({ form: given, offers: [offer({ name: 'tags', label: 'Tag…', level: 'normal' })] });
    await world.user.click(await within(world.bar).findByRole('button', { name: 'Tag…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tag 3 volumes' });
    const box = (name: string | RegExp) => within(dialog).getByRole<HTMLInputElement>('checkbox', { name });
    return { ...world, dialog, box, sent: () => world.asked.at(-1) };
  };

  it('puts a new one on all of them with two keys after its name', async () => {
    const { user, box, sent, dialog } = await open();
    const field = within(dialog).getByRole('textbox', { name: 'Find a tag, or type a new one' });
    expect(document.activeElement).toBe(field);
    await user.type(field, 'blue{Enter}');
    expect(box(/^New:\s*blue$/).checked).toBe(true);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toEqual({ id: 'many-1', values: { tags: ['+blue'] } }));
  });

  it('shows which all, some or none have, and sends only what changes', async () => {
    const { user, box, sent, dialog } = await open();
    expect([box('prod').checked, box('web').indeterminate, box('ops').checked]).toEqual([true, true, false]);
    await user.click(box('prod'));
    await user.click(box('web'));
    await user.click(box('ops'));
    await user.click(box('ops'));
    expect(dialog.textContent).toContain('was 3 of 3');
    await user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(sent()).toEqual({ id: 'many-1', values: { tags: ['-prod', '+web'] } }));
  });

  it('takes one that some have from all to none, and back to how it is', async () => {
    const { user, box, dialog } = await open();
    await user.click(box('web'));
    expect([box('web').checked, box('web').indeterminate]).toEqual([true, false]);
    await user.click(box('web'));
    expect([box('web').checked, box('web').indeterminate]).toEqual([false, false]);
    await user.click(box('web'));
    expect(box('web').indeterminate).toBe(true);
    expect(dialog.textContent).not.toContain('was');
  });

  it('says what a new one may look like', async () => {
    const { user, dialog } = await open();
    await user.type(within(dialog).getByRole('textbox'), 'blue sky');
    expect(dialog.textContent).toContain('letters');
    expect(within(dialog).queryAllByRole('checkbox')).toEqual([]);
  });
});

describe('a run', () => {
  const run = (fields: Partial<RunRow> = {}): RunRow => ({
    key: 'run-1',
    title: 'Reboot 3 droplets',
    message: '1 of 3',
    status: 'running',
    outcome: 'fine',
    startedAtMs: 0,
    endedAtMs: null,
    items: (['web-01', 'web-02', 'web-03'] as const).map((name, at) => ({
      key: String(at),
      name,
      connectionId: 'hw',
      state: at === 0 ? 'done' : 'running',
      text: null,
    })),
    over: 1,
    rest: 0,
    heldUntilMs: null,
    rowKeys: ['hw:run-1-1'],
    actionKeys: [],
    isPutAway: false,
    ...fields,
  });
  const partly = run({
    status: 'ended',
    outcome: 'partly',
    endedAtMs: 9,
    over: 3,
    rest: 2,
    message: 'Reboot 3 droplets: 1 of 3; two refused, because: Locked.',
    items: run().items.map((item) => (item.state === 'running' ? { ...item, state: 'refused', text: 'Locked.' } : item)),
  });
  const draw = async () => {
    const world = await drawPage(
      <>
        <Foot />
        <LiveRegions />
      </>,
    );
    const set = (row: RunRow) => act(async () => world.bridge.patch({ tables: { runs: { set: [row], remove: [] } } }));
    const changes = () => world.bridge.calls.filter(({ name }) => name === 'changeRun').map(({ args }) => args);
    return { ...world, set, changes, user: userEvent.setup() };
  };

  it('shows how far it is, each thing if wanted, and can be stopped', async () => {
    const { set, changes, user } = await draw();
    await set(run());
    expect(screen.getByRole('progressbar', { name: 'Reboot 3 droplets: 1 of 3' }).getAttribute('aria-valuenow')).toBe('33');
    await user.click(screen.getByRole('button', { name: 'Show each' }));
    const items = within(screen.getByRole('list', { name: 'Each of: Reboot 3 droplets' })).getAllByRole('listitem');
    expect(items.map((one) => one.textContent)).toEqual(['web-02Running', 'web-03Running', 'web-01Done']);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(changes()).toEqual([{ runKey: 'run-1', change: 'stop' }]);
  });

  it('that was refused in part keeps its card, says why, and tries the rest again', async () => {
    const { set, changes, user } = await draw();
    await set(run());
    await set(partly);
    expect(screen.getByText('1 of 3; two refused, because: Locked.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try the 2 again' }));
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(changes()).toEqual([
      { runKey: 'run-1', change: 'retry' },
      { runKey: 'run-1', change: 'put-away' },
    ]);
    await set({ ...partly, isPutAway: true });
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  it('that took things away offers to make them again, for as long as that is possible', async () => {
    const { set, page, bridge, user } = await draw();
    const again = { label: 'Make them again', id: 'run-1-again-1', untilMs: Number.MAX_SAFE_INTEGER };
    const calls = () => bridge.calls.filter(({ name }) => name === 'runJob').map(({ args }) => args);
    await set(run());
    await set({ ...partly, again: { ...again, untilMs: 0 } });
    expect(screen.queryByRole('button', { name: 'Make them again' })).toBeNull();
    await set({ ...partly, again });
    await user.click(screen.getByRole('button', { name: 'Make them again' }));
    expect(calls()).toEqual([{ id: 'run-1-again-1', values: {} }]);
    await set(run({ key: 'run-2' }));
    await set(run({ key: 'run-2', status: 'ended', endedAtMs: 9, over: 3, message: 'Delete 3 keys: done', again }));
    expect(page.toasts.list().find(({ title }) => title === 'Delete 3 keys: done')?.prepared).toEqual(again);
  });

  it('that went well leaves its sentence as a toast, and only where it was seen to run', async () => {
    const { set, page } = await draw();
    const fine = run({ status: 'ended', endedAtMs: 9, over: 3, message: 'Reboot 3 droplets: 3 of 3' });
    await set({ ...fine, key: 'run-0' });
    expect(page.toasts.list()).toEqual([]);
    await set(run());
    await set(fine);
    expect(page.toasts.list().map(({ title }) => title)).toEqual(['Reboot 3 droplets: 3 of 3']);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('that was over before the page saw it run is told by the page that started it', async () => {
    const { set, page } = await draw();
    await set(run({ key: 'run-9', status: 'ended', endedAtMs: 9, over: 3, message: 'Tag 3 volumes: 3 of 3' }));
    expect(page.toasts.list()).toEqual([]);
    const world = await drawn({ form: form({ typeToConfirm: null, level: 'normal' }) });
    const ended = run({ status: 'ended', endedAtMs: 9, over: 3, message: 'web-assets: now tagged blue.' });
    await act(async () => world.bridge.patch({ tables: { runs: { set: [ended], remove: [] } } }));
    await world.user.click(await within(world.bar).findByRole('button', { name: 'Tag…' }));
    await world.user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(world.page.toasts.list().map(({ title }) => title)).toEqual(['web-assets: now tagged blue']));
  });

  it('is not told a second time by its notice', async () => {
    const { set, page, bridge } = await draw();
    await set(run());
    const { meta } = inventedView().singles;
    await act(async () =>
      bridge.patch({ singles: { meta: { ...meta, capabilities: { ...meta.capabilities, desktopNotices: false } } } }),
    );
    const [notice] = inventedView().tables.notices;
    if (!notice) throw new Error('no notice');
    const hear = (route: string) => act(async () => bridge.emit('notice', { ...notice, title: route, route }));
    await hear('#/activity/hw:run-1-1');
    // Nor is a job by its own.
    page.follow('Replacing a certificate', ['hw:job-1']);
    await hear('#/activity/hw:job-1');
    await hear('#/activity/hw:9');
    expect(page.toasts.list().map(({ title }) => title)).not.toContain('#/activity/hw:job-1');
    expect(page.toasts.list().map(({ title }) => title)).toContain('#/activity/hw:9');
  });

  it('that is held by the limits says until when', async () => {
    const { set } = await draw();
    await set(run({ heldUntilMs: Date.UTC(2026, 10, 23, 15, 0) }));
    expect(screen.getByText('Waits until 15:00: the limits of this token are spent')).toBeTruthy();
  });
});
