import type { Session } from 'electron';
import { needType, StrictEmitter, strictModule } from '../strict.ts';
import { needReady, noteDefect, world } from '../world.ts';
import { sessionProtocol } from './protocol.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];

function needHandler(index: number, handler: unknown): void {
  if (handler !== null && typeof handler !== 'function') throw new TypeError(`Must pass null or function, index ${index}`);
}

class StandinSession
  extends StrictEmitter
  implements
    Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'resolveProxy'>
{
  readonly protocol = sessionProtocol;
  #onRequest: RequestHandler = null;
  #onCheck: CheckHandler = null;
  #onDevice: DeviceHandler = null;
  /** null: asking fails. */
  proxy: string | null = 'DIRECT';

  constructor() {
    super('Session', ['will-download']);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    needHandler(0, handler);
    this.#onRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    needHandler(0, handler);
    this.#onCheck = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    needHandler(0, handler);
    this.#onDevice = handler;
  }

  /** Without both, every permission is granted. */
  get isGuarded(): boolean {
    return this.#onRequest !== null && this.#onCheck !== null;
  }

  async resolveProxy(url: string): Promise<string> {
    needType(0, url, 'string');
    if (this.proxy === null) throw new Error('The proxy could not be resolved');
    return this.proxy;
  }

  /** What the page would get. Without handlers it gets every permission, and the devices that a person chooses. */
  grants(permission: string): { request: boolean; check: boolean; device: boolean } {
    const answers: boolean[] = this.#onRequest === null ? [true] : [];
    this.#onRequest?.(null as never, permission as never, (isGranted) => answers.push(isGranted), {} as never);
    if (answers.length !== 1) noteDefect(`A request for ${permission} got ${answers.length} answers: the page waits for one`);
    return {
      request: answers.includes(true),
      check: this.#onCheck === null || this.#onCheck(null, permission as never, '', {} as never),
      device: this.#onDevice?.({ deviceType: 'usb', origin: '', device: {} as never }) ?? false,
    };
  }
}

let defaultSession: StandinSession | null = null;

export const session = strictModule('session', {
  get defaultSession(): StandinSession {
    needReady('Session can only be received when app is ready', TypeError);
    defaultSession ??= new StandinSession();
    return defaultSession;
  },
});

/** Tests may use this at any time. */
export const currentSession = (): StandinSession => {
  if (world.phase === 'starting' || defaultSession === null) throw new Error('No session yet');
  return defaultSession;
};
