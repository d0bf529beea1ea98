import type { Session, WebContents, WindowOpenHandlerResponse } from 'electron';
import { app } from '../app.ts';
import { cloneForIpc } from '../ipc/cloning.ts';
import { dispatchInvoke, dispatchSend } from '../ipc/ipc-main.ts';
import { decode, encode } from '../page/codec.ts';
import type { FrameFacts, Page, PageDriver, PageSink } from '../pages/page-driver.ts';
import { answerFromProtocol, isHandled, schemeProblem } from '../session/protocol.ts';
import { session } from '../session/session.ts';
import { createEvent, emitCancellable, needType, StrictEmitter } from '../strict.ts';
import { noteDefect, world } from '../world.ts';
import { StandinFrame } from './web-frame.ts';

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
  'did-navigate',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'preload-error',
  'context-menu',
  'render-process-gone',
  'destroyed',
] as const;

type Known =
  | 'id'
  | 'isDestroyed'
  | 'isCrashed'
  | 'reload'
  | 'send'
  | 'getURL'
  | 'setWindowOpenHandler'
  | 'close'
  | 'forcefullyCrashRenderer';

export interface ContentsOptions {
  preload: string | null;
  preloadFailure: string | null;
  /** `process.argv` of the preload. */
  argv: string[];
  width: number;
  height: number;
  driver: PageDriver;
}

let nextId = 1;

/** A page, and what main may do to it. */
export class StandinWebContents extends StrictEmitter implements Pick<WebContents, Known> {
  readonly id = nextId++;
  readonly session = session.defaultSession as unknown as Session;
  readonly #page: Page;
  #mainFrame = new StandinFrame('about:blank', null);
  #url = '';
  #state: 'alive' | 'crashed' | 'destroyed' = 'alive';
  #openHandler: ((details: { url: string }) => WindowOpenHandlerResponse) | null = null;
  #load: { url: string; reject: (error: Error) => void } | null = null;
  #isHeld = false;
  /** What editing roles did to the page, in order. */
  readonly edits: string[] = [];
  /** As roles of the menu change it. */
  zoomLevel = 0;
  /** Told by the window: painted for the first time. */
  onPainted = () => {};
  /** Told by the window: the page closed itself. */
  onClosedItself = () => {};

  constructor(options: ContentsOptions) {
    super('WebContents', events);
    const { preload, width, height, argv } = options;
    this.#page = options.driver.open(
      { id: this.id, preload, width, height, argv, platform: world.profile.platform },
      this.#sink(),
    );
    if (options.preloadFailure !== null) queueMicrotask(() => this.#failPreload(options.preloadFailure ?? ''));
    app.emit('web-contents-created', createEvent(), this);
  }

  #alive(): void {
    if (this.#state === 'destroyed') throw new TypeError('Object has been destroyed');
  }

  isDestroyed(): boolean {
    return this.#state === 'destroyed';
  }

  isCrashed(): boolean {
    this.#alive();
    return this.#state === 'crashed';
  }

  get mainFrame(): StandinFrame {
    this.#alive();
    return this.#mainFrame;
  }

  getURL(): string {
    this.#alive();
    return this.#url;
  }

  setWindowOpenHandler(handler: (details: never) => WindowOpenHandlerResponse): void {
    this.#alive();
    needType(0, handler, 'function');
    this.#openHandler = handler as unknown as (details: { url: string }) => WindowOpenHandlerResponse;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#alive();
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    // Electron prints these two errors and loses the message. It is a defect all the same, so it throws here.
    if (this.#state === 'crashed') throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    this.#page.send(channel, encode(cloneForIpc(args)));
  }

  reload(): void {
    this.#alive();
    this.#state = 'alive';
    this.load(this.#url).catch(() => {});
  }

  forcefullyCrashRenderer(): void {
    this.#alive();
    this.#page.crash();
  }

  /** A right click in the page. */
  contextMenuByPerson(params: object): void {
    this.#alive();
    this.emit('context-menu', createEvent(), params);
  }

  /** The page wants to stay: its `beforeunload` says so. */
  holdByPage(): void {
    this.#isHeld = true;
  }

  /** Whether the page lets its window close. It stays without a word unless main prevents just that. */
  mayUnload(): boolean {
    return !this.#isHeld || emitCancellable(this, 'will-prevent-unload');
  }

  close(): void {
    this.#alive();
    throw new Error('stand-in: close the window, not its contents');
  }

  /** `BrowserWindow.loadURL`. A later load ends this one early, and the end of the window fails it. */
  async load(url: string): Promise<void> {
    this.#alive();
    this.#load?.reject(netError('ERR_ABORTED', -3, this.#load.url));
    const scheme = URL.parse(url)?.protocol;
    if (scheme === undefined) throw netError('ERR_INVALID_URL', -300, url);
    this.#noteUnsafe(scheme.slice(0, -1));
    const cut = new Promise<never>((_resolve, reject) => {
      this.#load = { url, reject };
    });
    cut.catch(() => {});
    this.#url = url;
    const failure = await Promise.race([this.#page.load(url), cut]);
    this.#load = null;
    if (this.isDestroyed()) throw netError('ERR_FAILED', -2, url);
    if (failure !== null) {
      this.emit('did-fail-load', createEvent(), -2, failure, url, true, 1, 1);
      throw netError(failure, -2, url);
    }
  }

  #noteUnsafe(scheme: string): void {
    const problem = isHandled(scheme) ? schemeProblem(scheme) : null;
    if (problem !== null) noteDefect(problem);
    if (!session.defaultSession.isGuarded) noteDefect('A page was loaded before both permission handlers were set');
  }

  /** What the window does to its contents. */
  resize(width: number, height: number): void {
    this.#page.resize(width, height);
  }

  /** The page's process crashes: the window stays, blank. */
  crash(): void {
    this.#page.crash();
  }

  destroyByWindow(): void {
    if (this.#state === 'destroyed') return;
    this.#mainFrame.isGone = true;
    this.#state = 'destroyed';
    this.#load?.reject(netError('ERR_FAILED', -2, this.#url));
    this.#page.close();
    this.emit('destroyed');
  }

  #failPreload(message: string): void {
    noteDefect(`preload-error: ${message}`);
    if (this.#state !== 'destroyed') this.emit('preload-error', createEvent(), 'preload', new Error(message));
  }

  #sink(): PageSink {
    const ifAlive = (run: () => void) => {
      if (this.#state !== 'destroyed') run();
    };
    return {
      fetch: (request) => answerFromProtocol(request),
      mayNavigate: (url, kind) => this.#mayNavigate(url, kind),
      windowOpened: (url) => ifAlive(() => this.#windowOpened(url)),
      committed: (url) => ifAlive(() => this.#commit(url)),
      loaded: () => ifAlive(() => this.emit('did-finish-load')),
      painted: () => ifAlive(() => this.onPainted()),
      invoked: (callId, channel, payload, frame) => ifAlive(() => void this.#invoked(callId, channel, payload, frame)),
      sent: (channel, payload, frame) =>
        ifAlive(() => dispatchSend(this, this.#frameOf(frame), channel, decode(payload) as unknown[])),
      preloadFailed: (message) => ifAlive(() => this.#failPreload(message)),
      crashed: () => ifAlive(() => this.#crashed()),
      closedItself: () => ifAlive(() => this.onClosedItself()),
    };
  }

  #commit(url: string): void {
    this.#mainFrame.isGone = true;
    this.#mainFrame = new StandinFrame(url, null);
    this.#url = url;
    this.#state = 'alive';
    this.emit('did-navigate', createEvent(), url, 200, 'OK');
  }

  #crashed(): void {
    this.#mainFrame.isGone = true;
    this.#state = 'crashed';
    this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 5 });
  }

  #mayNavigate(url: string, kind: 'navigate' | 'frame' | 'redirect'): boolean {
    if (this.#state === 'destroyed') return false;
    const name = { navigate: 'will-navigate', frame: 'will-frame-navigate', redirect: 'will-redirect' }[kind];
    const event = createEvent({ url, isMainFrame: kind !== 'frame', isSameDocument: false, frame: this.#mainFrame });
    // The address as an argument of its own is deprecated, so it does not come.
    this.emit(name, event);
    return !event.defaultPrevented;
  }

  #windowOpened(url: string): void {
    if (this.#openHandler === null) {
      noteDefect(`window.open(${url}) opened a real window: no handler is set`);
      return;
    }
    const response: unknown = this.#openHandler({ url });
    if (typeof response !== 'object' || response === null || !('action' in response)) {
      noteDefect('The window open handler must return an action at once');
    } else if (response.action !== 'deny') {
      throw new Error('stand-in: windows that a page opens are not known');
    }
  }

  async #invoked(callId: number, channel: string, payload: string, facts: FrameFacts): Promise<void> {
    const document = this.#mainFrame;
    const reply = await dispatchInvoke(this, this.#frameOf(facts), channel, decode(payload) as unknown[]);
    // After a reload or the end of the window nothing waits any more.
    if (reply === null || this.#state !== 'alive' || document !== this.#mainFrame) return;
    this.#page.reply(callId, reply.ok ? { ok: true, payload: encode(reply.value) } : reply);
  }

  #frameOf(facts: FrameFacts): StandinFrame {
    if (facts.isGone) return Object.assign(new StandinFrame(facts.url, null), { isGone: true });
    if (!facts.isMain) return new StandinFrame(facts.url, this.#mainFrame);
    return facts.url === '' || sameDocument(facts.url, this.#url) ? this.#mainFrame : new StandinFrame(facts.url, null);
  }
}

const sameDocument = (a: string, b: string) => a.split('#')[0] === b.split('#')[0];

function netError(code: string, errno: number, url: string): Error {
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
}
