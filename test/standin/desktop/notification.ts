import { randomUUID } from 'node:crypto';
import type { ActivationArguments, Notification, NotificationAction, NotificationConstructorOptions } from 'electron';
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
  id: string;
  title: string;
  body: string;
  /** Labels of its buttons, as far as the desktop shows them. */
  buttons: string[];
  source: WeakRef<StandinNotification>;
  state: 'shown' | 'clicked' | 'pressed' | 'closed' | 'failed';
}

export const shownNotifications: ShownNotification[] = [];
export const notificationCentre = {
  isSupported: true,
  failsWith: null as string | null,
  /** Linux: the daemon has the capability `actions`. macOS: the program is signed, and its alerts have the style that stays. */
  hasButtons: true,
  /** macOS: notifications of earlier runs that are still there. */
  delivered: [] as { id: string; title: string; body: string }[],
};
let onActivation: ((details: ActivationArguments) => void) | null = null;

export class StandinNotification extends StrictEmitter implements Pick<Notification, 'show' | 'close' | 'title' | 'body' | 'id'> {
  readonly id: string;
  title: string;
  body: string;
  actions: NotificationAction[];

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
    for (const action of given.actions ?? []) needAction(action);
    this.id = given.id || randomUUID();
    this.title = given.title ?? '';
    this.body = given.body ?? '';
    this.actions = given.actions ?? [];
  }

  static isSupported(): boolean {
    return notificationCentre.isSupported;
  }

  /** Windows only. Fires at once for the click that started the program. */
  static handleActivation(callback: (details: ActivationArguments) => void): void {
    if (world.profile.platform !== 'win32') throw new TypeError('Notification.handleActivation is not a function');
    onActivation = callback;
    if (world.profile.startedByToast !== null) callback(activation(world.profile.startedByToast));
  }

  /** macOS only: live objects, which know neither their buttons nor more of their options. */
  static getHistory(): Promise<StandinNotification[]> {
    if (world.profile.platform !== 'darwin') throw new TypeError('Notification.getHistory is not a function');
    const { delivered, hasButtons } = notificationCentre;
    return Promise.resolve(
      delivered.map((each) => {
        const notification = new StandinNotification(each);
        const buttons = hasButtons ? ['0', '1'] : [];
        shownNotifications.push({ ...each, buttons, source: new WeakRef(notification), state: 'shown' });
        return notification;
      }),
    );
  }

  show(): void {
    const failure = notificationCentre.failsWith;
    const isWithButtons = world.profile.platform === 'win32' || notificationCentre.hasButtons;
    const shown: ShownNotification = {
      id: this.id,
      title: this.title,
      body: this.body,
      buttons: isWithButtons ? this.actions.map(({ text }) => text ?? '') : [],
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

/** Electron drops what it does not understand of an action; a button without a text shows none on Windows. */
function needAction(action: NotificationAction): void {
  needKnownOptions('NotificationAction', action, ['type', 'text', 'items']);
  if (action.type !== 'button' && action.type !== 'selection') throw new Error(`stand-in: no action has the type ${action.type}`);
  if (typeof action.text !== 'string' || action.text === '') throw new Error('stand-in: a button has no text');
  if (action.type === 'selection' && world.profile.platform !== 'win32')
    throw new Error('stand-in: a selection exists on Windows only');
}

/** What Windows hands over, made of the raw arguments. */
function activation(raw: string): ActivationArguments {
  const parts = new URLSearchParams(raw);
  const type = parts.get('type') ?? 'click';
  return { type, arguments: raw, ...(type === 'action' ? { actionIndex: Number(parts.get('action')) } : {}) };
}

/** A click, or the end. On Windows a click also reaches the activation handler. False: nothing received it. */
export function endNotification(shown: ShownNotification, how: 'clicked' | 'closed'): boolean {
  shown.state = how;
  const source = shown.source.deref();
  if (how === 'clicked') {
    onActivation?.(activation('type=click'));
    source?.emit('click', createEvent());
  } else {
    source?.emit('close', createEvent(world.profile.platform === 'win32' ? { reason: 'userCanceled' } : {}));
  }
  return source !== undefined;
}

/**
 * Presses a button. On Windows the activation handler hears it first, then the object if it still lives; on Linux the daemon
 * closes the notification too. False: its object receives nothing.
 */
export function pressButton(shown: ShownNotification, label: string): boolean {
  const index = shown.buttons.indexOf(label);
  if (index < 0) throw new Error(`"${shown.title}" shows no button "${label}", only: ${shown.buttons.join(', ') || 'none'}`);
  shown.state = 'pressed';
  onActivation?.(activation(`type=action&action=${index}&tag=${shown.id}`));
  const source = shown.source.deref();
  source?.emit('action', createEvent({ actionIndex: index, selectionIndex: -1 }), index, -1);
  if (world.profile.platform === 'linux') source?.emit('close', createEvent());
  return source !== undefined;
}

/** A toast of an earlier run that is still in the Action Center, or a button of it by its raw arguments. */
export const activateEarlierToast = (raw = 'type=click'): void => onActivation?.(activation(raw));
