import { describe, expect, it, vi } from 'vitest';
import type { Notice, NoticeButton } from '../../../../preload/contract/notice.ts';
import { collectGarbage } from '../../../doubles/collect-garbage.ts';
import { aNotice } from '../../../doubles/invented/notices.ts';
import type { StandinProfile } from '../../../standin/profile.ts';
import { makeMachine, settle } from '../machine.ts';

const powerOn: NoticeButton = {
  label: 'Power on',
  deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: ['c1:101'], type: 'power_on' } },
};
const snooze: NoticeButton = {
  label: 'Snooze 1 h',
  deed: { kind: 'command', command: { kind: 'snooze-matter', matter: 'down/c1:101', minutes: 60 } },
};
const notice = (key: string) => aNotice({ key, title: `web-${key} is back`, route: '#/activity' });
const down = aNotice({ key: 'down/c1:101/5', title: 'web-01 is down', buttons: [powerOn, snooze] });

async function makeNotifier(profile: Partial<StandinProfile> = {}, history: readonly Notice[] = []) {
  const machine = await makeMachine(profile);
  const { createNotifier } = await import('../../../../main/electron/system/notifications.ts');
  const heard = { onOpen: vi.fn(), onPress: vi.fn(), onOpenEarlier: vi.fn(), onPressUnknown: vi.fn() };
  const platform = profile.platform ?? 'linux';
  const { clock, log } = machine;
  const notifier = createNotifier({ platform, clock, log, notices: () => history, ...heard });
  return { ...machine, notifier, ...heard };
}

/** The id under which the desktop knows a notice, read from a notification of it. */
async function idOnDesktop(shown: Notice): Promise<string> {
  const { notifier, controls } = await makeNotifier({ platform: 'win32' });
  notifier.show(shown);
  return controls.notifications().at(-1)?.id ?? '';
}

describe('a desktop notification', () => {
  it('opens its notice on a click, even after garbage collection', async () => {
    const { notifier, controls, onOpen } = await makeNotifier();
    notifier.show(notice('01'));
    await collectGarbage();
    expect(controls.clickNotification('web-01 is back')).toBe(true);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('01');
  });

  it('is released when it closes, and when fifty newer ones are shown', async () => {
    const { notifier, controls } = await makeNotifier();
    for (let index = 0; index <= 51; index += 1) notifier.show(notice(String(index)));
    await settle();
    expect(controls.closeNotification('web-51 is back')).toBe(true);
    await collectGarbage();
    expect(controls.clickNotification('web-0 is back')).toBe(false);
    expect(controls.clickNotification('web-50 is back')).toBe(true);
  });

  it('logs why it was not shown', async () => {
    const { notifier, controls, log } = await makeNotifier({ platform: 'darwin' });
    controls.failNotifications('UNErrorDomain 1');
    notifier.show(notice('01'));
    await settle();
    expect(log.warnings).toEqual(['A notice was not shown: UNErrorDomain 1']);
  });

  it("shows a sentence under the program's name", async () => {
    const { notifier, controls } = await makeNotifier();
    notifier.tell('Renamed.');
    expect(controls.notifications()).toMatchObject([{ title: 'Buoy', body: 'Renamed.' }]);
  });
});

describe('a click on a toast of an earlier run on Windows', () => {
  it('opens the window once', async () => {
    const { notifier, controls, clock, onOpenEarlier } = await makeNotifier({ platform: 'win32' });
    notifier.hearEarlier();
    controls.activateEarlierToast();
    clock.advance(500);
    expect(onOpenEarlier).toHaveBeenCalledOnce();
  });

  it('opens the window if it was what started the program', async () => {
    const { notifier, clock, onOpenEarlier } = await makeNotifier({ platform: 'win32', startedByToast: 'type=click' });
    notifier.hearEarlier();
    clock.advance(500);
    expect(onOpenEarlier).toHaveBeenCalledOnce();
  });

  it('is ignored if the toast belongs to this run', async () => {
    const { notifier, controls, clock, onOpen, onOpenEarlier } = await makeNotifier({ platform: 'win32' });
    notifier.hearEarlier();
    notifier.show(notice('01'));
    controls.clickNotification('web-01 is back');
    clock.advance(500);
    expect(onOpen).toHaveBeenCalledOnce();
    expect(onOpenEarlier).not.toHaveBeenCalled();
  });
});

describe('a button of a notification', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is heard once on %s, and so is no click after it', async (platform) => {
    const { notifier, controls, onOpen, onPress } = await makeNotifier({ platform }, [down]);
    notifier.hearEarlier();
    notifier.show(down);
    await settle();
    expect(controls.notifications()).toMatchObject([{ buttons: ['Power on', 'Snooze 1 h'] }]);
    controls.pressNotification('web-01 is down', 'Snooze 1 h');
    controls.pressNotification('web-01 is down', 'Power on');
    controls.clickNotification('web-01 is down');
    expect(onPress).toHaveBeenCalledExactlyOnceWith(down.key, 1);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it.each(['linux', 'darwin'] as const)(
    'is missing on %s where the desktop has none, and a click still opens it',
    async (platform) => {
      const { notifier, controls, onOpen } = await makeNotifier({ platform });
      controls.setNotificationCentre({ hasButtons: false });
      notifier.show(down);
      expect(controls.notifications()).toMatchObject([{ buttons: [] }]);
      controls.clickNotification('web-01 is down');
      expect(onOpen).toHaveBeenCalledExactlyOnceWith(down.key);
    },
  );

  it('is heard on Windows after the toast moved into the Action Center and its object is gone', async () => {
    const { notifier, controls, onPress } = await makeNotifier({ platform: 'win32' }, [down]);
    notifier.hearEarlier();
    notifier.show(down);
    controls.closeNotification('web-01 is down');
    await settle();
    await collectGarbage();
    await settle();
    expect(controls.pressNotification('web-01 is down', 'Power on')).toBe(false);
    expect(onPress).toHaveBeenCalledExactlyOnceWith(down.key, 0);
  });

  it('that started the program on Windows is heard once the history is there, and once', async () => {
    const pressed = `type=action&action=1&tag=${await idOnDesktop(down)}`;
    const { notifier, controls, onPress } = await makeNotifier({ platform: 'win32', startedByToast: pressed }, [down]);
    expect(onPress).not.toHaveBeenCalled();
    notifier.hearEarlier();
    controls.activateEarlierToast(pressed);
    expect(onPress).toHaveBeenCalledExactlyOnceWith(down.key, 1);
  });

  it('of a notice that is no longer in the history does nothing of its own', async () => {
    const { notifier, controls, clock, onPress, onOpenEarlier, onPressUnknown } = await makeNotifier({ platform: 'win32' }, [
      down,
    ]);
    notifier.hearEarlier();
    controls.activateEarlierToast('type=action&action=0&tag=0123456789abcdef');
    clock.advance(500);
    expect(onPressUnknown).toHaveBeenCalledOnce();
    expect(onPress).not.toHaveBeenCalled();
    expect(onOpenEarlier).not.toHaveBeenCalled();
  });

  it('of an earlier run is heard on macOS, where the system hands its notifications over', async () => {
    const id = await idOnDesktop(down);
    const { notifier, controls, onPress } = await makeNotifier({ platform: 'darwin' }, [down]);
    controls.setNotificationCentre({ delivered: [{ id, title: down.title, body: down.body }] });
    notifier.hearEarlier();
    await settle();
    controls.pressNotification('web-01 is down', '1');
    expect(onPress).toHaveBeenCalledExactlyOnceWith(down.key, 1);
  });
});
