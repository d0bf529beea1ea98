import type { ActivationArguments, Notification, NotificationConstructorOptions } from 'electron';
import { createEvent, needKnownOptions, refuseSubclass, StrictEmitter } from '../strict.ts';
import { needReady, world } from '../world.ts';

const options = [
  'id',
  'groupId',
  'groupTitle',
  'title',
  'subtitle',
  'body',
  'silent',
  'icon',
  'hasReply',
  'timeoutType',
  'replyPlaceholder',
  'sound',
  'urgency',
  'actions',
  'closeButtonText',
  'toastXml',
];

/** What the desktop shows. It keeps only a weak reference: an object that the program released receives no more events. */
export interface ShownNotification {
  title: string;
  body: string;
  source: WeakRef<StandinNotification>;
  state: 'shown' | 'clicked' | 'closed' | 'failed';
}

export const shownNotifications: ShownNotification[] = [];
export const notificationCentre = { isSupported: true, failsWith: null as string | null };
let onActivation: ((details: ActivationArguments) => void) | null = null;

export class StandinNotification extends StrictEmitter implements Pick<Notification, 'show' | 'close' | 'title' | 'body'> {
  title: string;
  body: string;

  constructor(given: NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'reply', 'action', 'failed']);
    refuseSubclass(new.target, StandinNotification, 'Notification');
    needReady('Cannot create Notification before app is ready');
    needKnownOptions('Notification', given, options);
    for (const name of ['title', 'body'] as const) {
      if (given[name] !== undefined && typeof given[name] !== 'string')
        throw new Error(`stand-in: Electron drops a ${name} that is not a string`);
    }
    for (const name of ['id', 'groupId'] as const) {
      if (world.profile.platform === 'win32' && (given[name]?.length ?? 0) > 64) throw new Error(`${name} is over 64 units long`);
    }
    if (given.groupTitle !== undefined && given.groupId === undefined) throw new Error('groupTitle needs a groupId');
    this.title = given.title ?? '';
    this.body = given.body ?? '';
  }

  static isSupported(): boolean {
    return notificationCentre.isSupported;
  }

  /** Windows only. Fires at once for the click that started the program. */
  static handleActivation(callback: (details: ActivationArguments) => void): void {
    if (world.profile.platform !== 'win32') throw new TypeError('Notification.handleActivation is not a function');
    onActivation = callback;
    if (world.profile.startedByToast !== null) callback({ type: 'click', arguments: world.profile.startedByToast });
  }

  show(): void {
    const failure = notificationCentre.failsWith;
    const shown: ShownNotification = {
      title: this.title,
      body: this.body,
      source: new WeakRef(this),
      state: failure === null ? 'shown' : 'failed',
    };
    shownNotifications.push(shown);
    const event = failure === null ? (['show'] as const) : (['failed', failure] as const);
    setImmediate(() => shown.source.deref()?.emit(event[0], createEvent(), event[1]));
  }

  close(): void {
    const shown = shownNotifications.find(({ source, state }) => source.deref() === this && state === 'shown');
    if (shown !== undefined) endNotification(shown, 'closed');
  }
}

/** A click, or the end. On Windows a click also reaches the activation handler. False: nothing received it. */
export function endNotification(shown: ShownNotification, how: 'clicked' | 'closed'): boolean {
  shown.state = how;
  const source = shown.source.deref();
  if (how === 'clicked') {
    onActivation?.({ type: 'click', arguments: 'type=click' });
    source?.emit('click', createEvent());
  } else {
    source?.emit('close', createEvent(world.profile.platform === 'win32' ? { reason: 'userCanceled' } : {}));
  }
  return source !== undefined;
}

/** A toast of an earlier run that is still in the Action Center. */
export const activateEarlierToast = (): void => onActivation?.({ type: 'click', arguments: 'type=click' });
