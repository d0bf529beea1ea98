import type { Session } from 'electron';
import { needType, StrictEmitter, strictModule } from '../strict.ts';
import { needReady, world } from '../world.ts';
import { sessionProtocol } from './protocol.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

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

  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {
    needHandler(0, handler);
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

  /** The permissions that the page would get. Without handlers it gets everything. */
  grants(permission: string): { request: boolean; check: boolean } {
    let granted = this.#onRequest === null;
    this.#onRequest?.(
      null as never,
      permission as never,
      (isGranted) => {
        granted = isGranted;
      },
      {} as never,
    );
    return { request: granted, check: this.#onCheck === null || this.#onCheck(null, permission as never, '', {} as never) };
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
