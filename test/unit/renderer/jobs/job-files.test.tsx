import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { success } from '../../../../preload/contract/failure.ts';
import type { JobField, JobForm, JobValues } from '../../../../preload/contract/job.ts';
import { JobButtons } from '../../../../renderer/jobs/job-buttons.tsx';
import { drawPage } from '../draw-page.tsx';

const thing = { connectionId: 'hw', familyId: 'sshKeys_list', id: 'k1', parent: {}, row: { id: 'k1' } };
const offer = { name: 'do', label: 'Do…', level: 'normal' as const, isMain: false, offReason: null, keywords: '' };
const shared = { hint: null, shownIf: null, isRequired: true };
const several: JobField = { ...shared, kind: 'files', name: 'files', label: 'Files', value: [], most: 3 };
const key: JobField = {
  ...shared,
  kind: 'text',
  name: 'key',
  label: 'Public key',
  value: '',
  isSecret: false,
  isLong: true,
  pattern: null,
  fromFile: { endings: ['.pub'], mostBytes: 100 },
};

/** Opens a job that asks for this, and tells the values that were weighed and sent. */
async function open(field: JobField) {
  const form: JobForm = {
    id: 'job-1',
    title: 'Do it',
    level: 'normal',
    lines: [],
    fields: [field],
    goes: [],
    stays: [],
    typeToConfirm: null,
    submitLabel: 'Do',
    hasPrice: false,
  };
  const { bridge } = await drawPage(<JobButtons thing={thing} offers={[offer]} />);
  const sent: JobValues[] = [];
  const weighed: JobValues[] = [];
  Object.assign(bridge, {
    openJob: async () => success(form),
    weighJob: async ({ values }: { values: JobValues }) => {
      weighed.push(values);
      return success({ level: 'normal', lines: [], differences: null, typeToConfirm: null, price: null });
    },
    runJob: async ({ values }: { values: JobValues }) => {
      sent.push(values);
      return success({ message: 'Done.', actionKeys: [], copy: null, downloadId: null, secret: null });
    },
  });
  // The dialog may be asked for files of another kind too: "All files".
  const user = userEvent.setup({ applyAccept: false });
  await user.click(screen.getByRole('button', { name: 'Do…' }));
  await screen.findByRole('dialog');
  return { user, sent, weighed };
}

const aFile = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const drop = (place: Element, ...files: File[]) => fireEvent.drop(place, { dataTransfer: { files, types: ['Files'] } });
const names = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('a field of files', () => {
  it('sends what was chosen and dropped with its content, which is not weighed', async () => {
    const { user, sent, weighed } = await open(several);
    await user.upload(screen.getByLabelText(/^Choose files….*Files$/), [aFile('tides.md', '# Tides'), aFile('b.txt', 'é')]);
    await waitFor(() => expect(names()).toEqual(['tides.md7 bytes', 'b.txt2 bytes']));
    drop(screen.getByRole('list'), aFile('c.bin', Uint8Array.of(255, 0)));
    await waitFor(() => expect(names()).toHaveLength(3));
    await user.click(screen.getByRole('button', { name: 'Take out b.txt' }));
    await user.click(screen.getByRole('button', { name: 'Do' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.files).toEqual([
      { name: 'tides.md', bytes: 7, base64: 'IyBUaWRlcw==' },
      { name: 'c.bin', bytes: 2, base64: '/wA=' },
    ]);
    expect(weighed.at(-1)?.files).toEqual([
      { name: 'tides.md', bytes: 7, base64: '' },
      { name: 'c.bin', bytes: 2, base64: '' },
    ]);
  });

  it('takes one of the same name in place of the other', async () => {
    const { user } = await open(several);
    const input = screen.getByLabelText(/^Choose files…/);
    await user.upload(input, aFile('tides.md', '# Tides'));
    await user.upload(input, aFile('tides.md', '# Tides of 2026'));
    await waitFor(() => expect(names()).toEqual(['tides.md15 bytes']));
  });

  it('says which file it does not take, and why', async () => {
    const { user } = await open(several);
    const input = screen.getByLabelText(/^Choose files…/);
    await user.upload(input, aFile('empty.md'));
    expect((await screen.findByRole('alert')).textContent).toBe('empty.md is empty.');
    const large = aFile('film.mp4', 'x');
    Object.defineProperty(large, 'size', { value: 30_000_001 });
    await user.upload(input, large);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^With film\.mp4 it would be more than 30 MB/));
    await user.upload(
      input,
      ['a', 'b', 'c', 'd'].map((name) => aFile(name, 'x')),
    );
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^At most 3 files/));
    expect(names()).toHaveLength(3);
  });
});

describe('a text that may come out of a file', () => {
  it('has the focus itself, not its button', async () => {
    await open(key);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Public key' })));
  });

  it('is put into the field by the button, and by a drop on it', async () => {
    const { user, sent } = await open(key);
    await user.upload(screen.getByLabelText(/^Choose a file….*Public key$/), aFile('id.pub', 'ssh-ed25519 AAAA desk\n'));
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Public key' });
    await waitFor(() => expect(area.value).toBe('ssh-ed25519 AAAA desk\n'));
    drop(area, aFile('other.pub', 'ssh-ed25519 BBBB'));
    await waitFor(() => expect(area.value).toBe('ssh-ed25519 BBBB'));
    await user.click(screen.getByRole('button', { name: 'Do' }));
    await waitFor(() => expect(sent).toEqual([{ key: 'ssh-ed25519 BBBB' }]));
  });

  it.each([
    ['key.der', aFile('key.der', Uint8Array.of(0x30, 0x82, 0xff, 0xfe)), /^key\.der is no text/],
    ['with a zero in it', aFile('key.bin', 'a\0b'), /^key\.bin is no text/],
    ['too large', aFile('book.pub', 'x'.repeat(101)), /^book\.pub is too large/],
    ['empty', aFile('none.pub'), /^none\.pub is empty/],
  ])('is refused at the field: %s', async (_what, file, says) => {
    const { user } = await open(key);
    await user.upload(screen.getByLabelText(/^Choose a file…/), file);
    expect((await screen.findByRole('alert')).textContent).toMatch(says);
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Public key' });
    expect(area.value).toBe('');
    await user.type(area, 's');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
