import type { DropletActionType } from '../../../preload/contract/command.ts';
import type { NoticeButton } from '../../../preload/contract/notice.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { dropletKey } from '../names/droplet-key.ts';
import { routes } from '../names/routes.ts';
import { noticeButtonWords } from '../words/notices.ts';

/** How long the snooze of a button lasts. Its label says it too. */
const snoozeMinutes = 60;

export const showButton = (route: string): NoticeButton => ({ label: noticeButtonWords.show, deed: { kind: 'route', route } });

export const replaceTokenButton = (): NoticeButton => ({
  label: noticeButtonWords.replaceToken,
  deed: { kind: 'route', route: routes.connections },
});

export const powerOnButton = (key: string): NoticeButton => dropletButton(noticeButtonWords.powerOn, 'power_on', key);

/** Keeps what is about the matter off the desktop for an hour. */
export const snoozeButton = (matter: string): NoticeButton => ({
  label: noticeButtonWords.snooze,
  deed: { kind: 'command', command: { kind: 'snooze-matter', matter, minutes: snoozeMinutes } },
});

export const endSnoozeButton = (matter: string): NoticeButton => ({
  label: noticeButtonWords.endSnooze,
  deed: { kind: 'command', command: { kind: 'end-snooze', matter } },
});

/**
 * What to do after an action of that type failed. A droplet that does not obey a reboot or a shutdown does not obey the next
 * one either, so what follows is the power. Actions that need a value, or that erase a disk, are asked for in the window alone.
 */
const afterFailed: Readonly<Record<string, readonly [label: string, type: DropletActionType]>> = {
  power_on: [noticeButtonWords.powerOn, 'power_on'],
  power_off: [noticeButtonWords.powerOff, 'power_off'],
  shutdown: [noticeButtonWords.powerOff, 'power_off'],
  reboot: [noticeButtonWords.powerCycle, 'power_cycle'],
  power_cycle: [noticeButtonWords.powerCycle, 'power_cycle'],
  snapshot: [noticeButtonWords.tryAgain, 'snapshot'],
  enable_backups: [noticeButtonWords.tryAgain, 'enable_backups'],
  enable_ipv6: [noticeButtonWords.tryAgain, 'enable_ipv6'],
};

/** What may be tried after that action failed; `null`: nothing that is safe to start from a notice. */
export function retryButton(action: TrackedAction): NoticeButton | null {
  const next = Object.hasOwn(afterFailed, action.type) ? afterFailed[action.type] : undefined;
  if (next === undefined || action.resourceType !== 'droplet' || action.resourceId === null) return null;
  return dropletButton(...next, dropletKey(action.connectionId, Number(action.resourceId)));
}

function dropletButton(label: string, type: DropletActionType, key: string): NoticeButton {
  return { label, deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: [key], type } } };
}
