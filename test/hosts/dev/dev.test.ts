import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { overviewWords } from '../../../renderer/words/overview.ts';
import { findBrowser } from '../../../scripts/setup/browser.mjs';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { chromiumFlags, launchStandin, type Standin } from '../../standin/launch.ts';
import { freePorts, makeWorkingCopy, type WorkingCopy } from './working-copy.ts';

const executablePath = findBrowser();
/** A cold start prepares the page's packages, which takes a while on a busy machine. */
const patient = { timeout: 45_000 };

/** Stores something only in the memory of the open page, so that a reload would lose it. */
const mark = (page: Page) => page.evaluate('window.mark = "kept"');
const readMark = (page: Page) => page.evaluate('window.mark');

const reason =
  onWindows('there is no signal that asks a program to end') ?? (executablePath === null ? 'no browser could be found' : null);

describe.skipIf(reason !== null)(`development${skippedFor(reason)}`, { timeout: 120_000 }, () => {
  let browser: Browser;
  let copy: WorkingCopy;
  let dev: ChildProcess;

  beforeAll(async () => {
    copy = makeWorkingCopy();
    browser = await chromium.launch({ args: chromiumFlags, executablePath: executablePath ?? '' });
    return () => browser.close();
  }, 60_000);
  afterEach(async () => {
    dev.kill('SIGTERM');
    if (dev.exitCode === null) await once(dev, 'exit');
    copy.restore();
  });

  it('shows a change in the page at once, and a change behind it after a restart of the web host and a reload', async () => {
    const port = await freePorts();
    dev = spawn(process.execPath, [join(copy.folder, 'scripts/dev/index.ts'), '--web', '--port', String(port), '--no-keychain'], {
      env: { ...process.env, BUOY_HOME: join(copy.folder, 'home') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const starts: string[] = [];
    const { stdout } = dev;
    if (!stdout) throw new Error('It has no output');
    createInterface(stdout).on('line', (line) => starts.push(...(/http:\S+/.exec(line) ?? [])));
    await expect.poll(() => starts.length, patient).toBe(1);

    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(starts[0] ?? '');
    await page.getByText(overviewWords.attention).first().waitFor(patient);
    await mark(page);
    const before = starts.length;
    copy.edit('renderer/words/overview.ts', `'${overviewWords.attention}'`, "'Changed in the page'");
    await page.getByText('Changed in the page').first().waitFor(patient);
    expect([await readMark(page), errors, starts.length - before]).toEqual(['kept', [], 0]);

    await page.evaluate("location.hash = '#/tray'");
    await page.getByText('· updated').waitFor(patient);
    copy.edit('main/core/words/tray.ts', '`updated ${', '`changed behind the page ${');
    await page.getByText('changed behind the page').waitFor(patient);
    expect([await readMark(page), starts.length - before]).toEqual(['kept', 1]);

    copy.edit('preload/browser.ts', 'firstRetryMs = 300', 'firstRetryMs = 200');
    await expect.poll(() => readMark(page), patient).toBeUndefined();
    await page.getByText('changed behind the page').waitFor(patient);
    expect(starts.length - before).toBe(1);
    await page.close();
  });

  it('does the same in Electron: the page keeps its address and policy, and opens again with the program', async () => {
    dev = fork(join(copy.folder, 'test/hosts/dev/electron-runner.ts'), [String(await freePorts())]);
    const programs: Promise<Standin>[] = [];
    const launch = () =>
      launchStandin({
        home: join(copy.folder, 'home'),
        args: ['--demo', '--no-keychain'],
        browser,
        // Has the same effect as the switch with which Electron is started.
        contextOptions: { permissions: ['local-network-access'] },
        entry: join(copy.folder, '.cache/dev/out/electron/index.js'),
      });
    dev.on('message', async (word) => {
      if (word === 'start') return programs.push(launch());
      await (await programs.at(-1))?.close();
      return dev.send('stopped');
    });
    await expect.poll(() => programs.length, patient).toBe(1);

    const [program] = await Promise.all(programs);
    const page = await program?.page();
    if (!page) throw new Error('There is no page');
    await page.getByText(overviewWords.attention).first().waitFor(patient);
    await mark(page);
    copy.edit('renderer/words/overview.ts', `'${overviewWords.attention}'`, "'Changed in the page'");
    await page.getByText('Changed in the page').first().waitFor(patient);
    expect([await readMark(page), program?.consoleErrors(), programs.length]).toEqual(['kept', [], 1]);

    copy.edit('main/core/words/tray.ts', "'Quit Buoy'", "'Changed behind the page'");
    await expect.poll(() => programs.length, patient).toBe(2);
    const again = await programs[1];
    await again?.untilTray();
    expect((await again?.trayMenu())?.map(({ label }) => label)).toContain('Changed behind the page');
    await (await again?.page())?.getByText('Changed in the page').first().waitFor(patient);
  });
});
