import type { BrowserContext, CDPSession, Page, Request, Route } from '@playwright/test';
import type { PageResponse, PageSpec } from './page-driver.ts';
import { mainWorldScript, preloadWorldScript, whyNotAPreload } from './page-scripts.ts';

/** Chromium does not know Buoy's scheme, so the page's origin is mapped to one that is equally secure. */
const shownOrigin = 'https://bundle.buoy.test';
const ownOrigin = 'app://bundle';
export const toShown = (url: string) => url.replace(ownOrigin, shownOrigin);
const toOwn = (url: string) => url.replace(shownOrigin, ownOrigin);

const worldName = 'buoy-standin-preload';
const bindingName = 'buoyStandinToHost';
const receiverName = 'buoyStandinFromHost';

/** How a page talks to its window in the program. Resolves to the window's answer. */
export type TellProgram = (pageId: number, name: string, ...args: unknown[]) => Promise<unknown>;

export interface ChromiumPageOptions {
  context: BrowserContext;
  spec: PageSpec;
  tell: TellProgram;
  /** Something that must not happen in a page. */
  onDefect(what: string): void;
  /** What a page printed as an error, for example a refusal by its policy. */
  onConsoleError(text: string): void;
}

/** The page of one window in Chromium, with its preload in a world of its own. */
export class ChromiumPage {
  readonly spec: PageSpec;
  readonly #options: ChromiumPageOptions;
  #opened: Promise<{ page: Page; session: CDPSession }>;
  /** Context of the preload's world in the current document. */
  #world: number | null = null;
  #mainFrame = '';
  #expectedUrl = '';
  #isCrashed = false;
  #isClosed = false;

  constructor(options: ChromiumPageOptions) {
    this.#options = options;
    this.spec = options.spec;
    this.#opened = this.#open();
  }

  /** The page for tests to look at. */
  async page(): Promise<Page> {
    return (await this.#opened).page;
  }

  async load(url: string): Promise<string | null> {
    if (this.#isCrashed) await this.#reopen();
    const { page } = await this.#opened;
    this.#expectedUrl = toShown(url);
    try {
      await page.goto(this.#expectedUrl);
      return null;
    } catch (error) {
      return /net::(ERR_\w+)/.exec(String(error))?.[1] ?? 'ERR_FAILED';
    }
  }

  async send(channel: string, payload: string): Promise<void> {
    await this.#receive({ kind: 'event', channel, payload });
  }

  async reply(callId: number, reply: unknown): Promise<void> {
    await this.#receive({ kind: 'reply', callId, reply });
  }

  async resize(width: number, height: number): Promise<void> {
    const { page } = await this.#opened;
    await page.setViewportSize({ width, height });
  }

  async crash(): Promise<void> {
    const { session } = await this.#opened;
    // This never answers, because the process that would is gone.
    session.send('Page.crash').catch(() => {});
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const { page } = await this.#opened;
    await page.close().catch(() => {});
  }

  #tell(name: string, ...args: unknown[]): Promise<unknown> {
    // The program may end while its pages are still sending.
    return this.#options.tell(this.spec.id, name, ...args).catch(() => null);
  }

  /** Messages to a document that has just gone are lost, as in Electron. */
  async #receive(message: object): Promise<void> {
    const { session } = await this.#opened;
    const contextId = this.#world;
    if (contextId === null) return;
    const expression = `${receiverName}(${JSON.stringify(JSON.stringify(message))})`;
    await session.send('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }

  async #reopen(): Promise<void> {
    const { page } = await this.#opened;
    await page.close().catch(() => {});
    this.#isCrashed = false;
    this.#opened = this.#open();
  }

  async #open(): Promise<{ page: Page; session: CDPSession }> {
    const { context, spec } = this.#options;
    const page = await context.newPage();
    await page.setViewportSize({ width: spec.width, height: spec.height });
    await page.route('**/*', (route) => this.#serve(route));
    page.on('pageerror', (error) => this.#options.onDefect(`The page threw: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#options.onConsoleError(message.text());
    });
    page.on('popup', (popup) => {
      void this.#tell('windowOpened', popup.url());
      popup.close().catch(() => {});
    });
    page.on('crash', () => {
      this.#isCrashed = true;
      this.#world = null;
      if (!this.#isClosed) void this.#tell('crashed');
    });
    page.on('close', () => {
      if (!this.#isClosed && !this.#isCrashed) void this.#tell('closedItself');
    });
    const session = await context.newCDPSession(page);
    await this.#listen(session);
    await this.#inject(session);
    return { page, session };
  }

  async #listen(session: CDPSession): Promise<void> {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const isMain = (context.auxData as { frameId?: string } | undefined)?.frameId === this.#mainFrame;
      if (context.name === worldName && isMain) this.#world = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#world) this.#world = null;
    });
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) this.#hear(JSON.parse(payload));
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) void this.#tell('committed', toOwn(frame.url + (frame.urlFragment ?? '')));
    });
    session.on('Page.loadEventFired', () => void this.#tell('loaded'));
    session.on('Page.lifecycleEvent', ({ name }) => {
      if (name === 'firstPaint') void this.#tell('painted');
    });
    await session.send('Page.enable');
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
    this.#mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
    await session.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
    await session.send('Runtime.enable');
  }

  async #inject(session: CDPSession): Promise<void> {
    const { preload, platform, argv } = this.spec;
    if (preload === null) return;
    const problem = whyNotAPreload(preload);
    if (problem !== null) {
      void this.#tell('preloadFailed', problem);
      return;
    }
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() });
    const source = preloadWorldScript(preload, { platform, argv, bindingName, receiverName });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
  }

  #hear(message: { kind: string; [field: string]: unknown }): void {
    const frame = {
      ...(message.frame as object),
      url: toOwn(String((message.frame as { url?: string } | undefined)?.url ?? '')),
    };
    if (message.kind === 'invoke') void this.#tell('invoked', message.callId, message.channel, message.payload, frame);
    else if (message.kind === 'send') void this.#tell('sent', message.channel, message.payload, frame);
    else if (message.kind === 'open') void this.#tell('windowOpened', message.url);
    else void this.#tell('preloadFailed', message.message);
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request();
    const refusal = await this.#refusal(request);
    if (refusal !== null) return route.abort(refusal);
    const url = toOwn(request.url());
    const response = (await this.#tell('fetch', {
      url,
      method: request.method(),
      headers: request.headers(),
    })) as PageResponse | null;
    if (response === null) return route.abort('failed');
    const { status, headers, body } = response;
    return route.fulfill({ status, headers: Object.fromEntries(headers), body: Buffer.from(body) });
  }

  async #refusal(request: Request): Promise<'aborted' | 'blockedbyclient' | null> {
    const isOwn = request.url().startsWith(`${shownOrigin}/`);
    if (request.isNavigationRequest()) {
      const isExpected = request.frame().parentFrame() === null && sameDocument(request.url(), this.#expectedUrl);
      const kind = request.frame().parentFrame() === null ? 'navigate' : 'frame';
      if (isExpected || (await this.#tell('mayNavigate', toOwn(request.url()), kind)) === true)
        return isOwn ? null : 'blockedbyclient';
      return 'aborted';
    }
    if (isOwn) return null;
    this.#options.onDefect(`The page asked for ${request.url()}`);
    return 'blockedbyclient';
  }
}

const sameDocument = (a: string, b: string) => a.split('#')[0] === b.split('#')[0];
