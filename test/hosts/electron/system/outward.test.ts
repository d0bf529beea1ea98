import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTerminal, openTerminal } from '../../../../main/electron/system/terminal.ts';
import { onWindows, skippedFor } from '../../../doubles/skipped.ts';
import { commandLineOf, consoleOf } from '../../../standin/desktop/windows-command.ts';
import { makeMachine, settle } from '../machine.ts';

const noModes = onWindows('files have no modes');

describe('opening a link', () => {
  async function open(url: string) {
    const machine = await makeMachine();
    const { openLink } = await import('../../../../main/electron/system/open-link.ts');
    return { ...machine, outcome: await openLink(url) };
  }

  it("opens one of DigitalOcean's pages in the browser", async () => {
    const { controls, outcome } = await open('https://cloud.digitalocean.com/droplets');
    expect(outcome.ok).toBe(true);
    expect(controls.desktop().openedLinks).toEqual(['https://cloud.digitalocean.com/droplets']);
  });

  it.each([
    'file:///etc/passwd',
    'https://example.com/',
    'https://cloud.digitalocean.com.example/',
    'smb://host/share',
    'nonsense',
  ])('refuses %s, and passes nothing to the system', async (url) => {
    const { controls, outcome } = await open(url);
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(controls.desktop().openedLinks).toEqual([]);
  });

  it('reports if nothing opens it', async () => {
    const { controls } = await makeMachine();
    controls.setDesktop({ hasBrowser: false });
    const { openLink } = await import('../../../../main/electron/system/open-link.ts');
    expect(await openLink('https://docs.digitalocean.com/')).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
  });
});

describe('copying', () => {
  it('puts the text on the clipboard, or reports that it could not', async () => {
    const { controls } = await makeMachine();
    const { copyText } = await import('../../../../main/electron/system/clipboard.ts');
    expect(await copyText('203.0.113.7')).toEqual({ ok: true, value: null });
    expect(controls.desktop().clipboardText).toBe('203.0.113.7');
    controls.setDesktop({ isClipboardBroken: true });
    expect(await copyText('x')).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
  });

  it('puts a picture on the clipboard as a PNG, or reports that it could not', async () => {
    const { controls } = await makeMachine();
    const { copyPicture } = await import('../../../../main/electron/system/clipboard.ts');
    expect(await copyPicture('iVBORw0KGgo=')).toEqual({ ok: true, value: null });
    expect(controls.desktop().clipboardItems).toEqual([{ type: 'image/png', size: 8 }]);
    controls.setDesktop({ isClipboardBroken: true });
    expect(await copyPicture('iVBORw0KGgo=')).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
  });
});

describe('the licences', () => {
  async function open(hasViewer: boolean) {
    const { controls, home } = await makeMachine();
    controls.setDesktop({ hasViewer });
    const { openLicences } = await import('../../../../main/electron/system/licences.ts');
    const root = join(home, 'package');
    for (const file of ['LICENSE', 'NOTICE', 'out/electron/third-party-licenses.md', 'out/renderer/third-party-licenses.md']) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), `text of ${file}`);
    }
    return { isOpened: await openLicences(root, home), opened: controls.desktop().openedFiles, path: join(home, 'licences.txt') };
  }

  it('are opened as one text', async () => {
    const { isOpened, opened, path } = await open(true);
    expect([isOpened, opened]).toEqual([true, [path]]);
    expect(readFileSync(path, 'utf8')).toContain('text of NOTICE');
  });

  it('count as not opened where no program opens a text, which Electron says without an error', async () => {
    expect(await open(false)).toMatchObject({ isOpened: false, opened: [] });
  });
});

describe('saving an answer', () => {
  const bytes = new TextEncoder().encode('apiVersion: v1');

  async function makeDownloads() {
    const machine = await makeMachine();
    const { createDownloads } = await import('../../../../main/electron/system/downloads.ts');
    const taken: string[] = [];
    const downloads = createDownloads((id) => {
      taken.push(id);
      return id === 'd1' && taken.length === 1 ? { suggestedName: 'kubeconfig.yaml', mediaType: 'text/yaml', bytes } : null;
    });
    return { ...machine, downloads };
  }

  it('writes it where the person chooses', async () => {
    const { controls, downloads, home } = await makeDownloads();
    const saving = downloads.save('d1', null);
    expect(controls.dialogs()).toMatchObject([{ kind: 'save', options: { defaultPath: 'kubeconfig.yaml' } }]);
    const path = join(home, 'kubeconfig.yaml');
    controls.answerDialog({ path });
    expect(await saving).toEqual({ ok: true, value: { savedAs: path } });
    expect(readFileSync(path, 'utf8')).toBe('apiVersion: v1');
  });

  it.skipIf(noModes !== null)(`makes the file readable only by the person${skippedFor(noModes)}`, async () => {
    const { controls, downloads, home } = await makeDownloads();
    const saving = downloads.save('d1', null);
    controls.answerDialog({ path: join(home, 'kubeconfig.yaml') });
    await saving;
    expect(statSync(join(home, 'kubeconfig.yaml')).mode & 0o777).toBe(0o600);
  });

  it('keeps it for another try if the dialog is cancelled or the folder refuses it', async () => {
    const { controls, downloads, home } = await makeDownloads();
    const cancelled = downloads.save('d1', null);
    controls.answerDialog({ path: null });
    expect(await cancelled).toEqual({ ok: true, value: { savedAs: null } });
    const refused = downloads.save('d1', null);
    controls.answerDialog({ path: join(home, 'missing/folder/x') });
    expect(await refused).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    const saved = downloads.save('d1', null);
    controls.answerDialog({ path: join(home, 'x') });
    expect((await saved).ok).toBe(true);
    expect(await downloads.save('d1', null)).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});

describe('a terminal for SSH', () => {
  const target = { address: '203.0.113.7', user: 'root', port: 2222 };
  const windows = { SystemRoot: 'C:\\Windows', PATH: 'C:\\Windows\\System32;C:\\Program Files\\Git\\usr\\bin' };
  const sixth = { ...target, address: '2001:db8::7' };

  it.each([
    ['linux', ['/usr/bin/konsole'], target, '/usr/bin/konsole', ['-e', 'ssh', '-p', '2222', 'root@203.0.113.7']],
    ['linux', ['/opt/bin/kitty', '/usr/bin/xterm'], target, '/opt/bin/kitty', ['ssh', '-p', '2222', 'root@203.0.113.7']],
    ['darwin', [], sixth, '/usr/bin/open', ['ssh://root@[2001:db8::7]:2222']],
  ] as const)('on %s with %j is run without a shell', (platform, present, where, program, args) => {
    const terminal = findTerminal(platform, { PATH: '/usr/bin:/opt/bin' }, (file) =>
      (present as readonly string[]).includes(file),
    );
    expect(terminal?.program).toBe(program);
    expect(terminal?.args(where)).toEqual(args);
  });

  it('is missing where none is on the path', () => {
    expect(findTerminal('linux', { PATH: '/usr/bin' }, () => false)).toBeNull();
    expect(findTerminal('win32', windows, () => false)).toBeNull();
  });

  it.each([
    ['that Windows brings', 'C:\\Windows\\System32\\OpenSSH\\ssh.exe'],
    ['on the path, in a folder with blanks', 'C:\\Program Files\\Git\\usr\\bin\\ssh.exe'],
  ])('on Windows runs the ssh %s in a console that stays open when ssh failed', (_where, file) => {
    const terminal = findTerminal('win32', windows, (candidate) => candidate === file);
    if (terminal === null) throw new Error('No terminal');
    expect(terminal.program).toBe('C:\\Windows\\System32\\cmd.exe');
    expect(consoleOf(commandLineOf(terminal.args(sixth), terminal.isCommandLine === true))).toEqual({
      title: 'Buoy',
      program: file,
      args: ['-p', '2222', 'root@2001:db8::7'],
      onFailure: 'pause',
    });
  });

  it('on Windows passes over an ssh whose path means something to cmd', () => {
    const env = { ...windows, PATH: 'C:\\R&D%x%\\bin' };
    expect(findTerminal('win32', env, (file) => file.includes('R&D'))).toBeNull();
  });

  it.each([
    [{ ...target, address: 'example.com; rm -rf ~' }, 'invalid-arguments'],
    [{ ...target, user: '-oProxyCommand=x' }, 'invalid-arguments'],
    [{ ...target, user: 'a b' }, 'invalid-arguments'],
  ])('refuses %j', async (wrong, kind) => {
    const terminal = { program: '/bin/false', args: () => [] };
    expect(await openTerminal(terminal, wrong)).toMatchObject({ ok: false, failure: { kind } });
  });

  it('reports whether it started', async () => {
    expect(await openTerminal(null, target)).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
    const missing = { program: '/nonexistent/terminal', args: () => [] };
    expect(await openTerminal(missing, target)).toMatchObject({ ok: false, failure: { kind: 'not-supported' } });
    expect(await openTerminal({ program: process.execPath, args: () => ['--version'] }, target)).toEqual({
      ok: true,
      value: null,
    });
    await settle();
  });
});
