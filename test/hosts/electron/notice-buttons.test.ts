import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { powerOnButton, showButton } from '../../../main/core/notices/buttons.ts';
import { hostWords } from '../../../main/core/words/host.ts';
import { type DemoServer, startDemo } from '../../../main/demo/server.ts';
import type { Command } from '../../../preload/contract/command.ts';
import type { Notice } from '../../../preload/contract/notice.ts';
import { aNotice } from '../../doubles/invented/notices.ts';
import { skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';
import type { Standin } from '../../standin/launch.ts';
import { builtBuoy, noBrowser } from './built-buoy.ts';

/** The built bundles over the stand-in: what a button of a desktop notice does, from the press to DigitalOcean. */
const soon = { timeout: 20_000 };
const platforms = ['linux', 'darwin', 'win32'] as const;

describe.skipIf(noBrowser !== null)(`a button of a desktop notice${skippedFor(noBrowser)}`, { timeout: 60_000 }, () => {
  const withBuoy = builtBuoy();
  let demo: DemoServer;

  // One for each test: what was done to a droplet lately explains why it is off.
  beforeEach(async () => {
    demo = await startDemo({ seed: 7, speed: 10, actionErrorRate: 0 });
  });
  afterEach(() => demo.close());
  const inPage = async (buoy: Standin, command: Command) =>
    (await buoy.page()).evaluate(`window.buoy.runCommand(${JSON.stringify({ command })})`);

  /** Connects the first team, and looks at it again and again until a notice with that title is there. */
  async function untilNotice(buoy: Standin, title: string) {
    const find = async () => {
      await inPage(buoy, { kind: 'refresh' });
      return (await buoy.notifications()).find((notice) => notice.title === title);
    };
    // A refresh costs some twenty requests, of which Buoy sends 250 a minute.
    await expect.poll(find, { ...soon, interval: 1500 }).toBeDefined();
    return find();
  }
  const connect = (buoy: Standin) => inPage(buoy, { kind: 'add-connection', token: demo.tokens[0]?.token ?? '' });
  const posted = () => demo.requests().filter((request) => request.operation === 'dropletActions_post').length;

  it.each(platforms)('powers a droplet on that went down, on %s', (platform) =>
    withBuoy({ platform, args: [`--base-url=${demo.baseUrl}`, '--no-keychain'] }, async (buoy) => {
      await connect(buoy);
      await inPage(buoy, { kind: 'refresh' });
      const name = 'web-01';
      demo.elsewhere.goDown(name);
      const notice = await untilNotice(buoy, `${name} is down`);
      expect(notice?.buttons).toEqual(['Power on', 'Snooze 1 h']);
      const before = posted();
      expect(await buoy.pressNotification(`${name} is down`, 'Power on')).toBe(true);
      await expect.poll(posted, soon).toBe(before + 1);
      await untilNotice(buoy, `${name} is back`);
      // The button that would do nothing any more is gone from the list.
      const page = await buoy.page();
      await page.evaluate("location.hash = '#/activity/notices'");
      await page.getByText(`${name} is down`).first().waitFor();
      expect(await page.getByRole('button', { name: `Power on: ${name} is down` }).count()).toBe(0);
    }),
  );

  it.each(platforms)('asks before it cuts the power, and does nothing when the answer is no, on %s', (platform) =>
    withBuoy({ platform, args: [`--base-url=${demo.baseUrl}`, '--no-keychain'] }, async (buoy) => {
      await connect(buoy);
      await inPage(buoy, { kind: 'refresh' });
      const name = 'web-01';
      demo.faults.nextAction('errored', 'reboot');
      demo.elsewhere.startAction(name, 'reboot');
      const title = `Reboot of ${name} failed`;
      expect((await untilNotice(buoy, title))?.buttons).toEqual(['Show', 'Power cycle…']);
      const before = posted();
      await buoy.pressNotification(title, 'Power cycle…');
      await expect.poll(() => buoy.dialogs(), soon).toHaveLength(1);
      const [question] = await buoy.dialogs();
      expect(question?.options.message).toBe(`Power cycle ${name}?`);
      await buoy.answerDialog({ button: 'Cancel' });
      await expect.poll(() => buoy.dialogs(), soon).toHaveLength(0);
      expect(posted()).toBe(before);
    }),
  );

  it.each(platforms)('keeps one matter quiet, and the list says until when and ends it, on %s', (platform) =>
    withBuoy({ platform, args: [`--base-url=${demo.baseUrl}`, '--no-keychain'] }, async (buoy) => {
      await connect(buoy);
      await inPage(buoy, { kind: 'refresh' });
      const name = 'web-01';
      demo.elsewhere.goDown(name);
      await untilNotice(buoy, `${name} is down`);
      await buoy.pressNotification(`${name} is down`, 'Snooze 1 h');
      await expect
        .poll(async () => (await buoy.notifications()).map((one) => one.body).join(), soon)
        .toContain('No more of this until');
      const page = await buoy.page();
      await page.evaluate("location.hash = '#/activity/notices'");
      const line = page
        .getByRole('region', { name: 'Still true' })
        .getByRole('listitem')
        .filter({ hasText: `${name} is down` });
      await line.getByText(/snoozed until .*\d\d:\d\d/).waitFor();
      await line.getByRole('button', { name: /^End snooze/ }).click();
      await line.getByRole('button', { name: /^Snooze 1 h/ }).waitFor();
      const powerOn = line.getByRole('button', { name: /^Power on/ });
      await powerOn.click();
      await powerOn.waitFor({ state: 'detached', timeout: 20_000 });
    }),
  );

  /** A history as an earlier run left it, and the raw arguments of a button of that notice. */
  function leftBehind(notice: Notice, button: number) {
    const home = temporaryFolder();
    const folder = join(home, 'buoy');
    mkdirSync(folder);
    const value = { version: 1, notices: [notice], toldFacts: [notice.key], snoozes: [] };
    writeFileSync(join(folder, 'history.json'), JSON.stringify({ value }));
    const id = createHash('sha256').update(notice.key).digest('hex').slice(0, 32);
    const startedByToast = `type=action&action=${button}&tag=${id}`;
    return { home, env: { BUOY_HOME: folder }, platform: 'win32' as const, args: ['--hidden'], profile: { startedByToast } };
  }

  it('of an earlier run that started Buoy on Windows does what it says', () => {
    const notice = aNotice({ key: 'spend/2026-11/50', kind: 'spend-threshold', buttons: [showButton('#/billing')] });
    return withBuoy(leftBehind(notice, 0), async (buoy) => {
      const page = await buoy.page();
      await expect.poll(() => page.url(), soon).toContain('#/billing');
    });
  });

  it('of an earlier run on Windows whose notice is over opens the notice, and says why nothing was done', () => {
    const key = 'down/c1:101/5';
    const notice = aNotice({ key, kind: 'droplet-down', matter: 'down/c1:101', buttons: [powerOnButton('c1:101')] });
    return withBuoy(leftBehind({ ...notice, route: '#/activity' }, 0), async (buoy) => {
      await expect.poll(async () => (await buoy.notifications()).map((one) => one.body), soon).toEqual([hostWords.noticeOver]);
      await expect.poll(async () => (await buoy.page()).url(), soon).toContain('#/activity');
    });
  });

  it('of an earlier run on Windows that left the history opens the list, and says so', () => {
    const left = leftBehind(aNotice({ key: 'gone' }), 0);
    const startedByToast = 'type=action&action=0&tag=0123456789abcdef';
    return withBuoy({ ...left, profile: { startedByToast } }, async (buoy) => {
      await expect.poll(async () => (await buoy.notifications()).map((one) => one.body), soon).toEqual([hostWords.noticeGone]);
      await expect.poll(async () => (await buoy.page()).url(), soon).toContain('#/activity/notices');
    });
  });
});
