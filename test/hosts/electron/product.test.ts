import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostWords } from '../../../main/core/words/host.ts';
import { startDemo } from '../../../main/demo/server.ts';
import { appId, toastActivatorId } from '../../../main/electron/identity.ts';
import { root } from '../../../scripts/setup/folders.mjs';
import { skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { startWebHost } from '../../doubles/web/web-host.ts';
import { builtBuoy, noBrowser } from './built-buoy.ts';

/** The built bundles over the stand-in: what a person does with the tray, the desktop and the window. */
const soon = { timeout: 20_000 };
const webEntry = join(root, 'out/web/index.js');

describe.skipIf(noBrowser !== null)(`Buoy in Electron${skippedFor(noBrowser)}`, { timeout: 60_000 }, () => {
  const withBuoy = builtBuoy();

  it('power cycles a droplet from the tray after a question, tells when it is done, and opens it on a click', () =>
    withBuoy({ args: ['--demo', '--hidden'] }, async (buoy) => {
      const findPlayground = async () => (await buoy.trayMenu()).some((line) => line.label.startsWith('playground'));
      await expect.poll(findPlayground, soon).toBe(true);
      await buoy.chooseTrayLine(['playground', 'Power cycle']);
      await expect.poll(() => buoy.dialogs(), soon).toHaveLength(1);
      const [question] = await buoy.dialogs();
      expect(question?.options.message).toContain('playground');
      expect(question?.options.buttons?.[question.options.defaultId ?? 0]).toBe('Cancel');
      await buoy.answerDialog({ button: question?.options.buttons?.[0] ?? '' });

      const told = async () => (await buoy.notifications()).find((notice) => notice.title.includes('playground'));
      await expect.poll(told, { timeout: 40_000 }).toBeDefined();
      expect(await buoy.windows()).toEqual([]);
      expect(await buoy.clickNotification((await told())?.title ?? '')).toBe(true);
      const page = await buoy.page();
      await expect.poll(() => page.url(), soon).toContain('#/');
      await page.getByText('playground').first().waitFor();
      // Opening the palette locks scrolling with a style element, whose nonce the page's policy must know.
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').waitFor();
      expect(buoy.consoleErrors()).toEqual([]);
    }));

  it.each(['darwin', 'win32'] as const)(
    'opens the tray page at the icon on a left click on %s, and hides it on the next',
    (platform) =>
      withBuoy({ platform, args: ['--demo', '--hidden'] }, async (buoy) => {
        await buoy.clickTray();
        const popover = await buoy.page('popover');
        await popover.getByText('Open Buoy').waitFor();
        const area = { x: 0, y: 24, width: 1920, height: 1016 };
        await expect
          .poll(async () => {
            const [{ bounds } = { bounds: area }] = await buoy.windows();
            return bounds.x >= area.x && bounds.x + bounds.width <= area.width && bounds.y >= area.y && bounds.height > 160;
          }, soon)
          .toBe(true);
        await popover.getByText('Open Buoy').click();
        await buoy.page('main');
        const popoverIsShown = async () => (await buoy.windows()).some((window) => window.kind === 'popover' && window.isVisible);
        await expect.poll(popoverIsShown, soon).toBe(false);
      }),
  );

  it('stays in the tray when started hidden, and shows its window when started again', () =>
    withBuoy({ args: ['--hidden'] }, async (buoy) => {
      expect(await buoy.windows()).toEqual([]);
      await buoy.startAgain({ isDemo: false, isHidden: false });
      const page = await buoy.page();
      await page.getByText('Welcome aboard').waitFor();
      await buoy.startAgain('nonsense');
      expect(await buoy.windows()).toHaveLength(1);
    }));

  it('stays hidden at the launch on macOS, without a Dock icon, and comes up when its icon is opened', () =>
    withBuoy({ platform: 'darwin', profile: { isPackaged: true }, args: ['--hidden'] }, async (buoy) => {
      expect(await buoy.windows()).toEqual([]);
      expect(await buoy.isDockShown()).toBe(false);
      await buoy.activate();
      await buoy.page();
    }));

  it('comes up when started again after the system had started it at login', () =>
    withBuoy({ platform: 'darwin', profile: { isOpenedAtLogin: true } }, async (buoy) => {
      expect(await buoy.windows()).toEqual([]);
      await buoy.startAgain({ isDemo: false, isHidden: false });
      await buoy.page();
    }));

  it('opens its window on a left click where the tray does not say where it is', () =>
    withBuoy({ args: ['--hidden'] }, async (buoy) => {
      await buoy.setDesktop({ hasActivatingTray: true });
      await buoy.clickTray();
      await buoy.page();
    }));

  it.each(['darwin', 'win32'] as const)('leaves a start at login alone that was switched off outside, on %s', (platform) =>
    withBuoy({ platform, profile: { isPackaged: true }, args: ['--hidden'] }, async (buoy) => {
      expect(await buoy.loginItemSets()).toEqual([]);
    }),
  );

  it('lives on in the tray when its window is closed, also when that is gone, and ends with 0 by Quit', () =>
    withBuoy({}, async (buoy) => {
      await buoy.page();
      const [window] = await buoy.windows();
      await buoy.closeWindow(window?.id ?? 0);
      expect(await buoy.windows()).toMatchObject([{ isVisible: false }]);
      await buoy.destroyWindow(window?.id ?? 0);
      expect(await buoy.windows()).toEqual([]);
      expect(await buoy.tray()).not.toBeNull();
      const before = Date.now();
      await buoy.chooseTrayLine(['Quit']);
      expect(await buoy.ended).toBe(0);
      expect(Date.now() - before).toBeLessThan(3000);
    }));

  it('saves what is coming up as a calendar where the person chooses, and nothing when they cancel', () => {
    const home = temporaryFolder();
    const path = join(home, 'coming-up.ics');
    return withBuoy({ home, args: ['--demo'] }, async (buoy) => {
      const page = await buoy.page();
      await page.evaluate("location.hash = '#/coming-up'");
      await page.locator('.coming-line time').first().waitFor();
      for (const answer of [null, path]) {
        await page.getByRole('button', { name: 'Save as calendar…' }).click();
        await expect.poll(() => buoy.dialogs(), soon).toHaveLength(1);
        expect((await buoy.dialogs())[0]?.options.defaultPath).toMatch(/\.ics$/);
        await buoy.answerDialog({ path: answer });
        await expect.poll(() => buoy.dialogs(), soon).toEqual([]);
        expect(existsSync(path) && answer === null).toBe(false);
      }
      await page.getByText('saved as a calendar').first().waitFor();
      const lines = readFileSync(path, 'utf8').split('\r\n');
      expect([lines[0], lines.at(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
      expect(lines.filter((line) => line === 'BEGIN:VEVENT').length).toBeGreaterThan(2);
    });
  });

  it('brings its page back after a crash, with the view in it', () =>
    withBuoy({ args: ['--demo'] }, async (buoy) => {
      const first = await buoy.page();
      await first.getByText('Harbour Works').first().waitFor();
      const [window] = await buoy.windows();
      await buoy.crashWindow(window?.id ?? 0);
      await expect.poll(async () => (await buoy.page()) !== first, soon).toBe(true);
      const again = await buoy.page();
      await again.getByText('Harbour Works').first().waitFor();
    }));

  it('refuses what its page must not do: other pages, other requests, unknown links', () =>
    withBuoy({}, async (buoy) => {
      const page = await buoy.page();
      await page.getByText('Welcome aboard').waitFor();
      const inPage = (code: string) => page.evaluate(`(async () => { ${code} })()`);
      const inline = "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))";
      expect(await inPage(`${inline}; return window.ran ?? 'refused'`)).toBe('refused');
      const styled = (nonce: string) =>
        inPage(`const style = Object.assign(document.createElement('style'), { textContent: 'h1 { order: 7 }', nonce: ${nonce} });
          document.head.append(style); const order = getComputedStyle(document.querySelector('h1')).order; style.remove(); return order`);
      expect([await styled("'guess'"), await styled('__webpack_nonce__')]).toEqual(['0', '7']);
      expect(await inPage("return (await buoy.openLink({ url: 'https://example.com/' })).failure.kind")).toBe('refused');
      expect(await inPage('return (await buoy.copyText({ text: 5 })).failure.kind')).toBe('invalid-arguments');
      expect(await inPage("try { await fetch('https://example.com/') } catch (e) { return e.name }")).toBe('TypeError');
      await inPage("location.href = 'https://example.com/'");
      expect(page.url()).toContain('/index.html');
      expect(await inPage('return [typeof require, typeof process, Object.isFrozen(window.buoy)]')).toEqual([
        'undefined',
        'undefined',
        true,
      ]);
    }));

  it('asks the keychain in a process of its own, and says what it answers', async ({ skip }) => {
    skip(process.platform !== 'linux', 'elsewhere this would ask the keychain of whoever runs it');
    const demo = await startDemo();
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
    try {
      await withBuoy({ args: [`--base-url=${demo.baseUrl}`], env, profile: { sessionBus: 'given' } }, async (buoy) => {
        const page = await buoy.page();
        const command = { kind: 'add-connection', token: demo.tokens[0]?.token, isForThisRunOnly: false };
        const answer = await page.evaluate(`window.buoy.runCommand(${JSON.stringify({ command })})`);
        expect(answer).toMatchObject({ ok: false, failure: { kind: 'vault-unavailable' } });
      });
    } finally {
      await demo.close();
    }
  });

  it('keeps settings, window and teams over a restart', async () => {
    const home = temporaryFolder();
    const bounds = { x: 40, y: 60, width: 900, height: 700 };
    await withBuoy({ home }, async (buoy) => {
      const page = await buoy.page();
      await page.getByText('Welcome aboard').waitFor();
      const patch = "{ command: { kind: 'update-settings', patch: { appearance: 'dark' } } }";
      await page.evaluate(`window.buoy.runCommand(${patch})`);
      await expect.poll(() => buoy.theme(), soon).toBe('dark');
      const [window] = await buoy.windows();
      await buoy.moveWindow(window?.id ?? 0, bounds);
    });
    await withBuoy({ home }, async (buoy) => {
      await buoy.page();
      expect(await buoy.theme()).toBe('dark');
      expect((await buoy.windows())[0]?.bounds).toEqual(bounds);
    });
  });

  it.each([
    ['offers to look for a newer version', true, ['Show log', 'Licences', 'Check for updates…', 'About']],
    ['does not offer that where the package names nobody who has one', false, ['Show log', 'Licences', 'About']],
  ])('%s', async (_what, hasProvider, lines) => {
    const resources = temporaryFolder();
    for (const part of ['out', 'assets/generated']) cpSync(join(root, part), join(resources, 'app', part), { recursive: true });
    if (hasProvider) writeFileSync(join(resources, 'app-update.yml'), 'provider: github\n');
    const entry = join(resources, 'app/out/electron/index.js');
    await withBuoy({ platform: 'win32', profile: { isPackaged: true }, entry, args: ['--hidden'] }, async (buoy) => {
      const help = (await buoy.applicationMenu())?.find(({ label }) => label === 'Help');
      expect(help?.lines.map(({ label }) => label).sort()).toEqual(lines.toSorted());
    });
  });

  it('shows its log, and its licences as a text that other programs can read', () => {
    const home = temporaryFolder();
    return withBuoy({ home, args: ['--hidden'] }, async (buoy) => {
      await buoy.chooseMenuLine(['Help', 'Show log']);
      expect((await buoy.desktop()).shownFiles).toEqual([join(home, '.config/Buoy/buoy.log')]);
      await buoy.chooseMenuLine(['Help', 'Licences']);
      await expect.poll(async () => (await buoy.desktop()).openedFiles, soon).toHaveLength(1);
      const text = readFileSync(join(home, '.config/Buoy/licences.txt'), 'utf8');
      for (const part of ['MIT License', 'Apache License', '## react', 'LICENSES.chromium.html']) expect(text).toContain(part);
    });
  });

  it('ends at once, and touches nothing, while another one runs', async () => {
    const home = temporaryFolder();
    const buoy = await withBuoy.launch({ home, profile: { isFirstInstance: false } });
    let code: number | null = null;
    void buoy.ended.then((ended) => {
      code = ended;
    });
    try {
      await expect.poll(() => code, soon).toBe(0);
    } finally {
      await buoy.close();
    }
    expect(existsSync(join(home, '.config/Buoy/buoy.log'))).toBe(false);
  });

  it('says why it could not start, and ends', async () => {
    const home = temporaryFolder();
    const file = join(home, 'a-file-where-the-folder-belongs');
    writeFileSync(file, '');
    const buoy = await withBuoy.launch({ home, env: { BUOY_HOME: file } });
    try {
      await expect.poll(() => buoy.output(), soon).toContain(`${hostWords.startFailed}: EEXIST`);
      expect(await buoy.ended).toBe(1);
    } finally {
      // An end with 1 counts as a defect.
      await buoy.close().catch(() => {});
    }
  });

  it('gives way to the web host that uses its folder, and says where that is', async () => {
    const home = temporaryFolder();
    const web = await startWebHost({ home: join(home, '.config/Buoy') });
    const buoy = await withBuoy.launch({ home });
    try {
      await expect.poll(() => buoy.output(), soon).toContain(`${hostWords.runsAlready}: It is process`);
      expect(buoy.output()).toContain(`${web.origin}/`);
      expect(await buoy.ended).toBe(0);
    } finally {
      await buoy.close().catch(() => {});
      await web.end();
    }
  });

  it('shows its window when a web host wants its folder, which then gives way', () => {
    const home = temporaryFolder();
    return withBuoy({ home, args: ['--hidden'] }, async (buoy) => {
      await buoy.trayMenu();
      expect(await buoy.windows()).toEqual([]);
      const second = spawnSync(process.execPath, [webEntry, '--no-open'], {
        encoding: 'utf8',
        env: { ...process.env, BUOY_HOME: join(home, '.config/Buoy') },
      });
      expect([second.status, second.stdout]).toEqual([1, '']);
      expect(second.stderr).toContain('shows its window now');
      await buoy.page();
    });
  });

  it('starts without the sandbox where the system refuses it, and says so in its log', () => {
    const home = temporaryFolder();
    return withBuoy({ home, args: ['--hidden', '--no-sandbox'] }, async (buoy) => {
      expect(await buoy.isSandboxEnforced()).toBe(false);
      expect(readFileSync(join(home, '.config/Buoy/buoy.log'), 'utf8')).toContain('--no-sandbox');
    });
  });

  it('is sandboxed, the only one, and on Windows known by its id and by the class that toasts start', () => {
    const home = temporaryFolder();
    return withBuoy({ home, platform: 'win32', args: ['--hidden'] }, async (buoy) => {
      expect(await buoy.isSandboxEnforced()).toBe(true);
      expect(await buoy.hasLock()).toBe(true);
      expect([await buoy.appUserModelId(), await buoy.toastActivator()]).toEqual([appId, toastActivatorId]);
      expect(readFileSync(join(home, 'AppData/Roaming/Buoy/buoy.log'), 'utf8')).toContain('starts on win32');
    });
  });

  it('shows its window on a Wayland that never says that it painted', () =>
    withBuoy({ profile: { isReadyToShowWithheld: true } }, async (buoy) => {
      await buoy.page();
      expect(await buoy.windows()).toMatchObject([{ isVisible: true }]);
    }));
});
