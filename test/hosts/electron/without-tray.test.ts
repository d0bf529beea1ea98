import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { hostWords } from '../../../main/core/words/host.ts';
import { paletteWords } from '../../../renderer/words/palette.ts';
import { stateWords } from '../../../renderer/words/states.ts';
import { frameWords } from '../../../renderer/words/views.ts';
import { skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import { PrivateSession, whyNoBus } from '../../keychain/session.ts';
import type { Standin } from '../../standin/launch.ts';
import { builtBuoy, noBrowser } from './built-buoy.ts';

const soon = { timeout: 20_000 };
const noTray = { trayPlace: 'gone' } as const;
/** What GNOME says of itself. */
const env = { XDG_CURRENT_DESKTOP: 'GNOME' };
const args = ['--demo'];

const strip = (page: Page) => page.getByText(stateWords.noTrayLead);

async function close(buoy: Standin): Promise<void> {
  const window = (await buoy.windows()).find(({ kind }) => kind === 'main');
  await buoy.closeWindow(window?.id ?? 0);
}

/** Answers the question that closing asks. */
async function answer(buoy: Standin, button: string): Promise<void> {
  await expect.poll(() => buoy.dialogs(), soon).toHaveLength(1);
  await buoy.answerDialog({ button });
}

const saved = (home: string): unknown => JSON.parse(readFileSync(join(home, '.config/Buoy/settings.json'), 'utf8')).value;

const waysToQuit: [string, (buoy: Standin, page: Page) => Promise<unknown>][] = [
  ['by key', (buoy) => buoy.pressKeys('CommandOrControl+Q')],
  ['from the menu', (buoy) => buoy.chooseMenuLine(['File', 'Quit'])],
  ['in the side bar', (_buoy, page) => page.getByRole('button', { name: frameWords.quit }).click()],
  [
    'in the palette',
    async (_buoy, page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox').fill('quit');
      await page.getByRole('option', { name: paletteWords.quit }).click();
    },
  ],
];

describe.skipIf(noBrowser !== null)(`Buoy on a desktop without a tray${skippedFor(noBrowser)}`, { timeout: 60_000 }, () => {
  const withBuoy = builtBuoy();

  it('says why it has no icon and what to install, once: not again after a restart', async () => {
    const home = temporaryFolder();
    await withBuoy({ home, args, env, profile: noTray }, async (buoy) => {
      const page = await buoy.page();
      await strip(page).waitFor();
      await page.getByText(stateWords.noTrayDetail.gnome).waitFor();
      expect((await buoy.tray())?.isSeen).toBe(false);
      await page.getByRole('button', { name: stateWords.understood }).click();
      await expect.poll(() => strip(page).count(), soon).toBe(0);
    });
    await withBuoy({ home, args, env, profile: noTray }, async (buoy) => {
      const page = await buoy.page();
      await page.getByRole('link', { name: frameWords.trayMenu }).waitFor();
      expect(await strip(page).count()).toBe(0);
    });
  });

  it('names no extension of GNOME on another desktop', () =>
    withBuoy({ args, env: { XDG_CURRENT_DESKTOP: 'sway' }, profile: noTray }, async (buoy) => {
      await (await buoy.page()).getByText(stateWords.noTrayDetail.other).waitFor();
    }));

  it('shows its window although it was started hidden, because nothing else of it would be seen', () =>
    withBuoy({ args: [...args, '--hidden'], env, profile: noTray }, async (buoy) => {
      await strip(await buoy.page()).waitFor();
    }));

  it('has its icon as soon as the panel comes up, when it was started before that', () =>
    withBuoy({ args: ['--hidden'], env, profile: noTray }, async (buoy) => {
      await buoy.setTrayPlace('there');
      await expect.poll(async () => (await buoy.tray())?.isSeen, soon).toBe(true);
      expect((await buoy.trayMenu()).length).toBeGreaterThan(0);
      expect(await buoy.windows()).toEqual([]);
    }));

  it('asks before the first closing, quits as it is told, and does not ask the next time', async () => {
    const home = temporaryFolder();
    await withBuoy({ home, args, env, profile: noTray }, async (buoy) => {
      await strip(await buoy.page()).waitFor();
      await close(buoy);
      await expect.poll(() => buoy.dialogs(), soon).toHaveLength(1);
      // Closing again, while the question is open, asks no second one.
      await close(buoy);
      const [question] = await buoy.dialogs();
      expect(question).toMatchObject({ hasParent: true, options: { message: hostWords.closeWithoutTray } });
      await buoy.answerDialog({ button: hostWords.quitLabel });
      expect(await buoy.ended).toBe(0);
    });
    expect(saved(home)).toMatchObject({ withoutTray: { closing: 'quit' } });
    await withBuoy({ home, args, env, profile: noTray }, async (buoy) => {
      await (await buoy.page()).getByRole('link', { name: frameWords.trayMenu }).waitFor();
      await close(buoy);
      expect(await buoy.ended).toBe(0);
    });
  });

  it('runs on when the person wants it to, and shows its window when it is started again', async () => {
    const home = temporaryFolder();
    await withBuoy({ home, args, env, profile: noTray }, async (buoy) => {
      await strip(await buoy.page()).waitFor();
      await close(buoy);
      await answer(buoy, hostWords.stayLabel);
      await expect.poll(async () => (await buoy.windows())[0]?.isVisible, soon).toBe(false);
      await buoy.startAgain({ isDemo: false, isHidden: false });
      await buoy.page();
    });
    expect(saved(home)).toMatchObject({ withoutTray: { closing: 'stay' } });
  });

  it('stays open when the question is cancelled', () =>
    withBuoy({ args, env, profile: noTray }, async (buoy) => {
      await strip(await buoy.page()).waitFor();
      await close(buoy);
      await expect.poll(() => buoy.dialogs(), soon).toHaveLength(1);
      await buoy.answerDialog({});
      await expect.poll(() => buoy.dialogs(), soon).toHaveLength(0);
      expect(await buoy.windows()).toMatchObject([{ isVisible: true }]);
    }));

  it.each(waysToQuit)('can be quit %s', (_way, quit) =>
    withBuoy({ args, env, profile: noTray }, async (buoy) => {
      const page = await buoy.page();
      await strip(page).waitFor();
      await quit(buoy, page);
      expect(await buoy.ended).toBe(0);
    }),
  );

  it('opens the tray menu in its window, from the side bar and from the palette', () =>
    withBuoy({ args, env, profile: noTray }, async (buoy) => {
      const page = await buoy.page();
      await page.getByRole('link', { name: frameWords.trayMenu }).click();
      await page.getByText('Open Buoy').click();
      await page.getByRole('link', { name: frameWords.trayMenu }).waitFor();
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox').fill('tray menu');
      await page.getByRole('option', { name: paletteWords.trayMenu }).click();
      await page.getByText('Open Buoy').waitFor();
    }));

  it('behaves as with a tray once one comes: the icon is there, and closing hides', () =>
    withBuoy({ args, env, profile: { trayPlace: 'no-host' } }, async (buoy) => {
      const page = await buoy.page();
      await strip(page).waitFor();
      await buoy.setTrayPlace('there');
      await expect.poll(() => strip(page).count(), soon).toBe(0);
      await expect.poll(async () => (await buoy.tray())?.isSeen, soon).toBe(true);
      await close(buoy);
      expect(await buoy.dialogs()).toEqual([]);
      expect(await buoy.windows()).toMatchObject([{ isVisible: false }]);
      await buoy.chooseTrayLine(['Quit']);
      expect(await buoy.ended).toBe(0);
    }));

  it('knows that its icon is there when the person uses it in a panel of the older kind', () =>
    withBuoy({ args, env, profile: noTray }, async (buoy) => {
      const page = await buoy.page();
      await strip(page).waitFor();
      await buoy.setDesktop({ hasOldTray: true, hasActivatingTray: true });
      await buoy.clickTray();
      await expect.poll(() => strip(page).count(), soon).toBe(0);
    }));
});

const whyNot = whyNoBus();

describe.skipIf(noBrowser !== null)(
  `Buoy on a desktop whose shell comes and goes${skippedFor(noBrowser)}`,
  { timeout: 60_000 },
  () => {
    const withBuoy = builtBuoy();

    it('has its icon back after the shell has started again', () =>
      withBuoy({ args: ['--hidden'] }, async (buoy) => {
        expect((await buoy.tray())?.isSeen).toBe(true);
        await buoy.setTrayPlace('gone');
        expect((await buoy.tray())?.isSeen).toBe(false);
        await buoy.setTrayPlace('there');
        expect((await buoy.tray())?.isSeen).toBe(true);
        await buoy.chooseTrayLine(['Quit']);
        expect(await buoy.ended).toBe(0);
      }));

    it('says that it has no tray some time after the shell has taken it away, and opens no window for that', () =>
      withBuoy({ args }, async (buoy) => {
        const page = await buoy.page();
        await page.getByText('Harbour Works').first().waitFor();
        expect(await strip(page).count()).toBe(0);
        await buoy.setTrayPlace('gone');
        await strip(page).waitFor(soon);
        expect(await buoy.windows()).toHaveLength(1);
      }));

    it('starts and ends with a mute bus, and without one', async () => {
      for (const sessionBus of ['mute', 'none'] as const) {
        await withBuoy({ profile: { sessionBus } }, async (buoy) => {
          await (await buoy.page()).getByText('Welcome aboard').waitFor();
        });
      }
    });

    it.skipIf(whyNot !== null)(`does all that over a bus of the system's own${skippedFor(whyNot)}`, async () => {
      const session = new PrivateSession();
      try {
        await session.startBus();
        const DBUS_SESSION_BUS_ADDRESS = session.env.DBUS_SESSION_BUS_ADDRESS ?? '';
        await withBuoy({ args, env: { ...env, DBUS_SESSION_BUS_ADDRESS }, profile: noTray }, async (buoy) => {
          const page = await buoy.page();
          await strip(page).waitFor();
          await buoy.setTrayPlace('there');
          await expect.poll(async () => (await buoy.tray())?.isSeen, soon).toBe(true);
          await buoy.setTrayPlace('gone');
          await buoy.setTrayPlace('there');
          await expect.poll(async () => (await buoy.tray())?.isSeen, soon).toBe(true);
          await expect.poll(() => strip(page).count(), soon).toBe(0);
        });
      } finally {
        await session.end();
      }
    });
  },
);
