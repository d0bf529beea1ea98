import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import type { NoticeRow } from '../../../../preload/contract/view.ts';
import type { StandinProfile } from '../../../standin/profile.ts';
import { makeMachine, settle } from '../machine.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const notice = (key: string): NoticeRow => ({
  key,
  kind: 'action-completed',
  atMs: 0,
  title: `web-${key} is back`,
  body: 'After 31 s, in Acme.',
  connectionId: 'c1',
  route: '#/activity',
  isRead: false,
  isSilent: false,
  count: 1,
});

async function makeNotifier(profile: Partial<StandinProfile> = {}) {
  const machine = await makeMachine(profile);
  const { createNotifier } = await import('../../../../main/electron/system/notifications.ts');
  const onOpen = vi.fn();
  const onOpenEarlier = vi.fn();
  const platform = profile.platform ?? 'linux';
  const notifier = createNotifier({ platform, clock: machine.clock, log: machine.log, onOpen, onOpenEarlier });
  return { ...machine, notifier, onOpen, onOpenEarlier };
}

describe('a desktop notification', () => {
  it('opens its notice on a click, even after garbage collection', async () => {
    const { notifier, controls, onOpen } = await makeNotifier();
    notifier.show(notice('01'));
    await settle();
    collectGarbage();
    await settle();
    expect(controls.clickNotification('web-01 is back')).toBe(true);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('01');
  });

  it('is released when it closes, and when fifty newer ones are shown', async () => {
    const { notifier, controls } = await makeNotifier();
    for (let index = 0; index <= 51; index += 1) notifier.show(notice(String(index)));
    await settle();
    expect(controls.closeNotification('web-51 is back')).toBe(true);
    collectGarbage();
    await settle();
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
    const { controls, clock, onOpenEarlier } = await makeNotifier({ platform: 'win32' });
    controls.activateEarlierToast();
    clock.advance(500);
    expect(onOpenEarlier).toHaveBeenCalledOnce();
  });

  it('opens the window if it was what started the program', async () => {
    const { clock, onOpenEarlier } = await makeNotifier({ platform: 'win32', startedByToast: 'type=click' });
    clock.advance(500);
    expect(onOpenEarlier).toHaveBeenCalledOnce();
  });

  it('is ignored if the toast belongs to this run', async () => {
    const { notifier, controls, clock, onOpen, onOpenEarlier } = await makeNotifier({ platform: 'win32' });
    notifier.show(notice('01'));
    controls.clickNotification('web-01 is back');
    clock.advance(500);
    expect(onOpen).toHaveBeenCalledOnce();
    expect(onOpenEarlier).not.toHaveBeenCalled();
  });
});
